/** Examples of imports for the documents. ตัวอย่าง: เลือกตัวเลือกที่ 1 */

export const importExamples = {
  resolution: {
    choose: { summary: 'เลือกตัวเลือกที่ 1 · take candidate 1', value: { action: 'choose', candidate: 1 } },
    merge: { summary: 'เป็นผู้ขายรายเดิม · the same seller', value: { action: 'merge', candidate: 1 } },
    create: { summary: 'เป็นคนใหม่ · somebody new', value: { action: 'create' } },
    skip: { summary: 'ข้ามแถวนี้ · leave it out', value: { action: 'skip' } },
  },
};
