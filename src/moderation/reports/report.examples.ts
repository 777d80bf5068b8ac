/** Examples of reports for the documents. ตัวอย่าง: ข้อความทักทายรายวันและสติกเกอร์ */
const greeting = {
  authorUsername: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี',
  messageType: 'text',
  text: 'สวัสดีวันจันทร์ ขอให้มีความสุขตลอดวันนะคะ',
  postedAt: '2026-01-12T06:30:00+07:00',
  note: 'ส่งทุกเช้าตั้งแต่สัปดาห์ที่แล้ว',
};

const sticker = {
  authorUsername: 'ป้าออมขายขนม',
  messageType: 'sticker',
  postedAt: '2026-01-12T06:31:00+07:00',
};

export const reportExamples = {
  one: {
    greeting: { summary: 'ข้อความทักทายรายวัน · greeting of the day', value: greeting },
    sticker: { summary: 'สติกเกอร์ ผู้ส่งไม่อยู่ในทะเบียน · sticker of somebody unknown', value: sticker },
  },
  batch: {
    two: {
      summary: 'สองรายงาน · two reports',
      value: {
        reports: [
          { reference: 'แถว 1', ...greeting },
          { reference: 'แถว 2', ...sticker },
        ],
      },
    },
  },
};
