/** Examples and errors of imports for the documents. ตัวอย่าง: เลือกตัวเลือกที่ 1 */
import type { DocumentedError } from '../platform/http/route.js';

export const importExamples = {
  resolution: {
    choose: { summary: 'เลือกตัวเลือกที่ 1 · take candidate 1', value: { action: 'choose', candidate: 1 } },
    merge: { summary: 'เป็นผู้ขายรายเดิม · the same seller', value: { action: 'merge', candidate: 1 } },
    create: { summary: 'เป็นคนใหม่ · somebody new', value: { action: 'create' } },
    skip: { summary: 'ข้ามแถวนี้ · leave it out', value: { action: 'skip' } },
  },
};

export const importErrors: DocumentedError[] = [
  {
    status: 400,
    code: 'COLUMNS_MISSING',
    when: { th: 'ไม่มีคอลัมน์ชื่อหรือสหกรณ์', en: 'No column holds the name or the cooperative.' },
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
