/** Bodies for the documents; everybody in them is invented. */
export const appealExamples = {
  seller: {
    summary: 'ผู้ขายอุทธรณ์ · the seller appeals',
    value: {
      decisionId: '01JZ8Q4T0000000000000000AA',
      appellant: 'seller',
      statement: 'ข้อความนั้นเป็นชื่อรุ่นพระเครื่องที่ขาย ไม่ใช่เรื่องการเมือง',
    },
  },
  overturned: {
    summary: 'ยกเลิกคำวินิจฉัยเดิม · overturned',
    value: { outcome: 'overturned', reply: 'ตรวจสอบแล้ว เป็นชื่อรุ่นพระเครื่องที่ขายจริง ไม่ใช่เรื่องการเมือง' },
  },
  modified: {
    summary: 'แก้ไขให้เบาลง · modified',
    value: {
      outcome: 'modified',
      reply: 'ข้อความไม่เกี่ยวกับการเมือง แต่ไม่ได้ขายสินค้าหรือบริการ',
      newRuleCode: 'off_topic',
    },
  },
  upheld: {
    summary: 'ยืนตามคำวินิจฉัยเดิม · upheld',
    value: { outcome: 'upheld', reply: 'ตรวจสอบข้อความทั้งหมดแล้ว เป็นการวิจารณ์การเมืองตามที่วินิจฉัยไว้' },
  },
};
