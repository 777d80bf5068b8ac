/** What the documents say of decisions that are refused: แถวนี้ไม่ได้รอตรวจ */

const conflicts = [
  {
    status: 409,
    code: 'ROW_NOT_WAITING',
    when: {
      th: 'แถวนี้ไม่ได้รอตรวจ อาจมีผู้ตัดสินก่อนแล้ว',
      en: 'The row does not wait; perhaps decided a moment ago.',
    },
  },
  {
    status: 409,
    code: 'ROW_EXPIRED',
    when: { th: 'คำตอบของแถวถูกลบแล้วเพราะเกินเวลาเก็บข้อมูล', en: 'Its answers were deleted after their time.' },
  },
];

export const notConfirmedError = {
  status: 409,
  code: 'IMPORT_NOT_CONFIRMED',
  when: { th: 'ยังเป็นเพียงแผน ต้องยืนยันก่อน', en: 'It is only a plan; confirm it first.' },
};

/** These stand in `errors` of a VALIDATION_FAILED. */
const mistakes = [
  {
    status: 400,
    code: 'CANDIDATE_UNKNOWN',
    when: { th: '(ใน errors) แถวนี้ไม่มีตัวเลือกนั้น', en: '(in errors) The row has no such candidate.' },
  },
  {
    status: 400,
    code: 'CREATE_NOT_FITTING',
    when: {
      th: '(ใน errors) สหกรณ์หรือชื่อยังไม่ชัดเจน จึงยังใช้ create ไม่ได้',
      en: '(in errors) Cooperative or name are in doubt, so create does not settle it.',
    },
  },
  {
    status: 400,
    code: 'UNKNOWN',
    when: {
      th: '(ใน errors) ไม่พบ cooperativeId หรือ sellerId ที่ระบุ',
      en: '(in errors) There is no such cooperativeId or sellerId.',
    },
  },
];

export const resolutionErrors = [...mistakes, ...conflicts, notConfirmedError];

/** Of the others each row tells in `items`. */
export const bulkErrors = [
  {
    status: 400,
    code: 'GROUP_OR_ROWS',
    when: {
      th: '(ใน errors) ระบุ group หรือ rows อย่างใดอย่างหนึ่ง',
      en: '(in errors) Name a group or rows, not both.',
    },
  },
  notConfirmedError,
];
