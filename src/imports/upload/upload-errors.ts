/** What the documents say of uploads that are refused: ไฟล์ว่างเปล่า */
import { tableErrors } from '../../platform/tabular/table-errors.js';

/** Why an upload is not taken: the file as such, its columns, or the consent behind it. */
export const uploadErrors = [
  ...tableErrors,
  {
    status: 400,
    code: 'COLUMNS_MISSING',
    when: {
      th: 'ไม่มีคอลัมน์ชื่อหรือสหกรณ์ คำตอบมี mapping ให้ตรวจและส่งกลับ',
      en: 'No column holds the name or the cooperative; the answer holds a mapping to check and send back.',
    },
  },
  {
    status: 400,
    code: 'QUESTION_CHANGED',
    when: {
      th: 'คำถามความยินยอมของแบบฟอร์มที่จำไว้เปลี่ยนถ้อยคำ คำตอบมี mapping ให้ตรวจและส่งกลับ',
      en: 'The consent question of a remembered form is worded anew; the answer holds a mapping to check and send back.',
    },
  },
  {
    status: 400,
    code: 'CONSENT_BASIS_REQUIRED',
    when: {
      th: 'แบบฟอร์มไม่มีคำถามความยินยอม',
      en: 'The form does not ask for consent and no basis was stated.',
    },
  },
];
