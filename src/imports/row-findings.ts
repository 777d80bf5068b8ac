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

export const consentMissing: Finding = {
  code: 'CONSENT_MISSING',
  severity: 'error',
  message: {
    th: 'ไม่มีคำตอบเรื่องความยินยอม จึงลงทะเบียนไม่ได้ กรุณาให้ผู้ขายตอบใหม่',
    en: 'There is no consent, so this person cannot be registered; ask the seller to answer.',
  },
  expected: 'ยินยอม',
};

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
    expected: 'ยินยอม',
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
