/** Examples of findings; invented. ตัวอย่าง: โพสต์คลิปข่าวดารา ไม่เกี่ยวกับการขาย */
export const decisionExamples = {
  violation: {
    summary: 'ฝ่าฝืนกติกา · a violation',
    value: {
      ...{ outcome: 'violation', ruleCode: 'off_topic' },
      reason: 'โพสต์คลิปข่าวดารา ไม่เกี่ยวกับการขาย',
    },
  },
  notice: {
    summary: 'แจ้งกติกาโดยไม่มีคะแนน · a reminder without points',
    value: {
      ...{ outcome: 'notice', ruleCode: 'daily_greeting' },
      reason: 'ส่งคำทักทายพร้อมรายการสินค้า จึงขอแจ้งกติกาให้ทราบ',
    },
  },
  dismissed: {
    summary: 'ไม่พบว่าฝ่าฝืน · nothing wrong',
    value: { outcome: 'dismissed', reason: 'เป็นประกาศขายสินค้าตามปกติ' },
  },
  removal: {
    summary: 'เชิญออกจากกลุ่ม · a removal',
    value: {
      ...{ ruleCode: 'politics', reason: 'โพสต์เรื่องการเมืองในกลุ่มซ้ำหลายครั้งและไม่หยุดเมื่อได้รับแจ้ง' },
    },
  },
};
