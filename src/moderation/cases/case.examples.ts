/** Examples of what is done with cases. ตัวอย่าง: ส่งต่อเพราะไม่แน่ใจว่าเป็นเรื่องการเมืองหรือไม่ */
export const caseExamples = {
  escalation: {
    unsure: {
      summary: 'ไม่แน่ใจ · unsure',
      value: { reason: 'ไม่แน่ใจว่าเป็นเรื่องการขายหรือการเมือง' },
    },
  },
  duplicate: {
    same: { summary: 'ซ้ำกับอีกเรื่อง · same as another', value: { of: '01JZ8Q4T9X2M6V5R3K7N1B0C8D' } },
  },
};
