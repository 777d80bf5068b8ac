/** Examples that run as they are on a new market. ตัวอย่าง: มะม่วงน้ำดอกไม้ 3 กก. 100 บาท พร้อมส่ง */
const greeting = 'สวัสดีวันจันทร์ค่ะ ขอให้มีความสุขทุกท่าน';

export const screeningExamples = {
  screen: {
    several: {
      summary: 'ขายของ ทักทาย หลบเลี่ยงคำ · a sale, a greeting, a word in disguise',
      value: { texts: ['มะม่วงน้ำดอกไม้ 3 กก. 100 บาท พร้อมส่ง', greeting, 'ใครจะชนะเ ลื อ ก ตั้ ง รอบนี้'] },
    },
  },
  change: {
    add: {
      summary: 'เพิ่มคำ และคำยกเว้น · add a term and an exception',
      value: {
        note: 'พบในกลุ่มเมื่อสัปดาห์ก่อน',
        add: {
          terms: [{ text: 'เลขลับวงใน', ruleCode: 'personal_belief', strength: 'strong' }],
          exceptions: ['เลขลับวงในตู้เซฟ'],
        },
      },
    },
    remove: {
      summary: 'ลบคำ · remove a term',
      value: { note: 'ใช้ขายของได้', remove: { terms: ['สุขสันต์'] } },
    },
  },
  preview: {
    sample: {
      summary: 'ลองกับข้อความตัวอย่างของระบบ · tried on the sample posts',
      value: { add: { terms: [{ text: 'น้ำพริกเผ็ด', ruleCode: 'off_topic', strength: 'strong' }] } },
    },
    texts: {
      summary: 'ลองกับข้อความที่ส่งมา · tried on texts of your own',
      value: { remove: { terms: ['หวย'] }, texts: ['หวยออกแล้วค่ะ', 'ขนมเปี๊ยะ 50 บาท'] },
    },
  },
};
