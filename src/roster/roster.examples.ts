/** Examples for the documents; everybody in them is invented. */
export const rosterExamples = {
  audit: {
    list: {
      summary: 'รายชื่อที่คัดลอกมา',
      value: {
        text: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี\na1650 มะลิ สอ อยู่ดีกินดี\nร้านป้าแดง',
        complete: false,
        note: 'ตรวจประจำเดือน',
      },
    },
  },
  tasks: {
    both: { summary: 'สร้างงานทั้งสองแบบ', value: { kinds: ['rename', 'remove_member'] } },
  },
};
