/** Examples of imports for the documents. ตัวอย่าง: เลือกตัวเลือกที่ 1 */

export const importExamples = {
  resolution: {
    choose: {
      summary: 'เลือกสหกรณ์ตัวเลือกที่ 1 · the cooperative of candidate 1',
      value: { action: 'choose', candidate: 1 },
    },
    once: {
      summary: 'เลือกสหกรณ์ตัวเลือกที่ 1 เฉพาะแถวนี้ ไม่ต้องจำ · the same, for this row only',
      value: { action: 'choose', candidate: 1, learn: false },
    },
    name: {
      summary: 'เลือกชื่อตัวเลือกที่ 2 · the name of candidate 2',
      value: { action: 'choose', candidate: 2 },
    },
    merge: {
      summary: 'เป็นผู้ขายรายเดิม ตัวเลือกที่ 1 · the seller of candidate 1',
      value: { action: 'merge', candidate: 1 },
    },
    create: { summary: 'เป็นคนใหม่ · somebody new', value: { action: 'create' } },
    skip: { summary: 'ข้ามแถวนี้ · leave it out', value: { action: 'skip' } },
    other: {
      summary: 'สหกรณ์อื่นที่ไม่อยู่ในตัวเลือก ใส่ id จาก GET /v1/cooperatives · another cooperative, by its id',
      value: { action: 'choose', cooperativeId: '' },
    },
  },
  bulk: {
    rows: { summary: 'ข้ามแถวเหล่านี้ · leave these rows out', value: { rows: [30, 31], action: 'skip' } },
    choose: {
      summary: 'แถวเหล่านี้คือสหกรณ์ตัวเลือกที่ 1 · these rows are candidate 1',
      value: { rows: [3, 4], action: 'choose', candidate: 1 },
    },
    group: {
      summary: 'ทั้งกลุ่มคือสหกรณ์ตัวเลือกที่ 1 (ใส่ group จาก review-groups) · the whole group is candidate 1',
      value: {
        group: '5f0c3b8f6d1a4b7e9c2d8e5a1f3b6c9d0e7a4b1c8f5d2e9a6b3c0d7f4e1a8b5c',
        action: 'choose',
        candidate: 1,
      },
    },
    other: {
      summary:
        'ทั้งกลุ่มคือสหกรณ์อื่น ใส่ group จาก review-groups และ id จาก GET /v1/cooperatives · the whole group is another cooperative',
      value: { group: '', action: 'choose', cooperativeId: '' },
    },
  },
  formSource: {
    label: { summary: 'ตั้งชื่อใหม่ · a new name', value: { label: 'แบบฟอร์มลงทะเบียน 2569' } },
    columns: {
      summary: 'แก้คอลัมน์ · what a column asks for',
      value: { columns: [{ index: 1, field: 'fullName' }] },
    },
  },
};
