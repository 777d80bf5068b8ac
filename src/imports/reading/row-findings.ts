/** What is wrong with a row beyond the form of its cells: no cooperative, no consent (`ไม่ยินยอม`). */
import type { Finding } from './cell-issue.js';

export const cooperativeMissing: Finding = {
  code: 'COOPERATIVE_MISSING',
  severity: 'error',
  message: {
    th: 'ไม่มีชื่อสหกรณ์หรือเลขทะเบียนสหกรณ์ กรุณากรอกอย่างใดอย่างหนึ่ง',
    en: "There is neither the cooperative's name nor its number; give one of them.",
  },
  expected: 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด',
};

export const contactUnreadable: Finding = {
  code: 'CONTACT_UNREADABLE',
  severity: 'warning',
  message: {
    th: 'ไม่พบเบอร์โทรศัพท์ อีเมล หรือ LINE ID ในช่องทางติดต่อ',
    en: 'No telephone number, e-mail or LINE id was found in this answer.',
  },
  expected: '0812345678',
};

const consentMissing: Finding = {
  code: 'CONSENT_MISSING',
  severity: 'error',
  message: {
    th: 'ไม่มีคำตอบเรื่องความยินยอม จึงลงทะเบียนไม่ได้ กรุณาให้ผู้ขายตอบใหม่',
    en: 'There is no consent, so this person cannot be registered; ask the seller to answer.',
  },
};

/** A pushed form without a question on consent; a file like that is refused as a whole. */
export const consentBasisRequired: Finding = {
  code: 'CONSENT_BASIS_REQUIRED',
  severity: 'error',
  message: {
    th: 'แบบฟอร์มนี้ไม่มีคำถามเรื่องความยินยอม กรุณาให้เจ้าหน้าที่ระบุที่มาของความยินยอมครั้งเดียวที่ PUT /v1/forms/{formId}/consent-basis แล้วส่งคำตอบใหม่ หรือเพิ่มคำถามความยินยอมในแบบฟอร์ม',
    en: 'This form has no question on consent. Let staff state once how it is given, with PUT /v1/forms/{formId}/consent-basis, and send again; or add the question to the form.',
  },
};

/** A pushed form that does not ask for what a registration cannot do without. */
export function questionsMissing(missing: readonly ('name' | 'cooperative')[]): Finding {
  const th = missing.map((what) => (what === 'name' ? 'ชื่อ-นามสกุล' : 'ชื่อสหกรณ์หรือเลขทะเบียนสหกรณ์'));
  const en = missing.map((what) => (what === 'name' ? 'the name' : "the cooperative's name or number"));
  return {
    code: 'COLUMNS_MISSING',
    severity: 'error',
    message: {
      th: `ไม่พบคำถาม${th.join(' และ')} กรุณาแก้ชื่อคำถามในแบบฟอร์ม หรือให้เจ้าหน้าที่ระบุว่าเป็นคำถามใดที่ PATCH /v1/form-sources/{id} แล้วส่งคำตอบใหม่`,
      en: `No question asks for ${en.join(' or ')}. Make its title say so, or let staff name the question with PATCH /v1/form-sources/{id}; then send again.`,
    },
  };
}

export const consentProblems: Record<'refused' | 'unclear' | 'missing', Finding> = {
  missing: consentMissing,
  refused: {
    code: 'CONSENT_REFUSED',
    severity: 'error',
    message: {
      th: 'ผู้ขายไม่ให้ความยินยอม จึงลงทะเบียนไม่ได้',
      en: 'The person did not consent and cannot be registered.',
    },
  },
  unclear: {
    code: 'CONSENT_UNCLEAR',
    severity: 'error',
    message: {
      th: 'คำตอบเรื่องความยินยอมไม่ชัดเจน กรุณาให้ผู้ขายตอบว่า ยินยอม หรือ ไม่ยินยอม',
      en: 'The answer does not plainly give consent; ask the seller to say ยินยอม or ไม่ยินยอม.',
    },
  },
};

export const textTooLong = (limit: number): Finding => ({
  code: 'TEXT_TOO_LONG',
  severity: 'error',
  message: {
    th: `ข้อความยาวเกิน ${limit} ตัวอักษร กรุณาเขียนให้สั้นลง`,
    en: `The text is longer than ${limit} characters; shorten it.`,
  },
});
