/** Examples of pushed answers for the documents. ตัวอย่าง: คำตอบของนายออมทรัพย์ ใจดี */

const answers = [
  { question: 'ชื่อ-นามสกุล (พร้อมคำนำหน้า)', answer: 'นายออมทรัพย์ ใจดี' },
  { question: 'ชื่อสหกรณ์ที่ท่านเป็นสมาชิก', answer: 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด' },
  { question: 'เลขทะเบียนสหกรณ์สมาชิก (6 หลัก)', answer: '101650' },
  { question: 'เบอร์โทรศัพท์มือถือ', answer: '0812345678' },
  { question: 'ประเภทสินค้า/บริการ', answer: ['อาหารและเครื่องดื่ม', 'งานฝีมือและของที่ระลึก'] },
  { question: 'ข้าพเจ้ายินยอมให้ ชสอ. เก็บและใช้ข้อมูลนี้', answer: 'ยินยอม' },
];

export const formResponseExamples = {
  push: {
    one: {
      summary: 'คำตอบเดียว · one answer',
      value: {
        formId: '1FAIpQLSexampleForm',
        formTitle: 'ลงทะเบียนผู้ขาย ตลาดกลาง ชสอ.',
        responses: [{ responseId: '2_ABaOnudExample', submittedAt: '2026-11-22T03:15:09Z', answers }],
      },
    },
  },
  consent: {
    declared: {
      summary: 'ข้อความยินยอมอยู่หน้าแรก · consent text on the first page',
      value: {
        textVersion: '2569-1',
        statedBy: 'ฝ่ายเทคโนโลยีสารสนเทศ: ข้อความยินยอมอยู่ในคำอธิบายหน้าแรกของแบบฟอร์ม',
      },
    },
  },
};
