/**
 * A Thai telephone number in any form people write it: `08-1234-5678`, `+66 81 234 5678` and `๐๘๑๒๓๔๕๖๗๘` are all
 * 0812345678; where a spreadsheet ate the first 0 (`812345678`) it is put back, with a warning.
 */
import { normalizePhone } from '../../sellers/contact.js';
import { toAsciiDigits } from '../../thai/digits.js';
import type { Finding, Reading } from './cell-issue.js';
import { isNothing, oneLine } from './cell-text.js';

const MOBILE = /^0[689]\d{8}$/;
const LANDLINE = /^0[2-57]\d{7}$/;
const SEVERAL = /\s*(?:[,;/|\n]|หรือ|และ)\s*/;
const EXTENSION = /\s*(?:ต่อ|ext\.?|#)\s*\d{1,6}$/i;
/** Words people put in front: `โทร. 081…`, `มือถือ: 081…`. */
const LABEL = /^(?:เบอร์|โทรศัพท์|โทร|มือถือ|tel|phone|mobile|[\s.:])+/i;

/** In national form, digits only (0812345678, 021234567), as the registry keeps it. */
export function readPhone(cell: string): Reading<string> {
  const text = toAsciiDigits(oneLine(cell));
  if (isNothing(text)) return {};
  const whole = readOne(text);
  if (whole.value) return whole;
  const numbers = text
    .split(SEVERAL)
    .map(readOne)
    .filter(({ value }) => value !== undefined);
  if (numbers.length === 0) return { finding: unreadable };
  return { value: numbers[0]!.value!, finding: several(numbers[0]!.value!) };
}

function readOne(text: string): Reading<string> {
  const digits = text
    .replace(LABEL, '')
    .replace(EXTENSION, '')
    .replace(/[–—_']/g, '')
    .replace(/^66(?=\d{8,9}$)/, '+66');
  const value = plausible(normalizePhone(digits));
  if (value) return { value };
  const restored = /^\d/.test(digits) ? plausible(normalizePhone(`0${digits}`)) : undefined;
  return restored ? { value: restored, finding: lostZero(restored) } : {};
}

const plausible = (number: string | undefined): string | undefined =>
  number && (MOBILE.test(number) || LANDLINE.test(number)) ? number : undefined;

const unreadable: Finding = {
  code: 'PHONE_UNREADABLE',
  severity: 'error',
  message: {
    th: 'เบอร์โทรศัพท์ไม่ถูกต้อง กรุณากรอกตัวเลข 10 หลักสำหรับมือถือ หรือ 9 หลักสำหรับโทรศัพท์บ้าน',
    en: 'This is not a telephone number; give 10 digits for a mobile or 9 for a landline.',
  },
  expected: '0812345678',
};
const lostZero = (suggestion: string): Finding => ({
  code: 'PHONE_LOST_ZERO',
  severity: 'warning',
  message: {
    th: 'เลข 0 ตัวหน้าของเบอร์โทรศัพท์หายไป ระบบเติมให้แล้ว กรุณาตรวจสอบ',
    en: 'The first 0 of the telephone number was lost and has been put back; please check.',
  },
  suggestion,
});
const several = (suggestion: string): Finding => ({
  code: 'PHONE_SEVERAL',
  severity: 'warning',
  message: { th: 'มีหลายเบอร์ ระบบใช้เบอร์แรก', en: 'There are several numbers; the first one is used.' },
  suggestion,
});
