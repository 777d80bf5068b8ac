/** Examples of policies for the documents. ตัวอย่าง: เลือกแบบเข้มงวด */
export const policyExamples = {
  strict: {
    summary: 'เข้มงวดตามหนังสือ · the letter read literally',
    value: { profile: 'strict', note: 'มติที่ประชุมผู้ดูแลกลุ่ม' },
  },
  points: {
    summary: 'เปลี่ยนคะแนนของกติกาหนึ่งข้อ · points of one rule',
    value: { rules: [{ ruleCode: 'off_topic', points: 1, days: 60 }] },
  },
};
