/** Examples of chats for the documents. ตัวอย่าง: ไฟล์ที่ LINE ส่งออก และข้อความที่คัดลอกจากหน้าจอ */
const exported = [
  '[LINE] ประวัติการแชทใน ตลาดกลาง ชสอ. ออนไลน์',
  'บันทึกเมื่อ: 2026/01/12 09:00',
  '',
  '2026.01.12 วันจันทร์',
  '06:30\tป้าออม\tสวัสดีวันจันทร์ ขอให้มีความสุขตลอดวันนะคะ',
  '06:31\tA1650ออมทรัพย์สอ.อยู่ดีกินดี\tข้าวหอมมะลิ 5 กก. 180 บาท พร้อมส่ง',
  '06:32\tป้าออม\t[สติกเกอร์]',
].join('\n');

const copied = ['จ. 12/1/2569', '06:30 ป้าออม สวัสดีวันจันทร์ ขอให้มีความสุขตลอดวันนะคะ'].join('\n');

export const chatExamples = {
  reading: {
    exported: { summary: "ไฟล์ที่ LINE ส่งออก · LINE's text file", value: { text: exported } },
    copied: { summary: 'คัดลอกจากหน้าจอ · copied from the screen', value: { text: copied } },
  },
  reports: {
    numbered: {
      summary: 'แจ้งข้อความที่ 1 และ 3 · messages 1 and 3',
      value: { text: exported, messages: [1, 3] },
    },
  },
};
