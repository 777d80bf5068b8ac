/**
 * The cooperative's registration number is text of six digits: `๑๐๑๖๕๐` and `101 650` are 101650, and where a
 * spreadsheet ate zeros (`450` for 000450) the whole number is proposed.
 */
import { toAsciiDigits } from '../../thai/digits.js';
import type { Finding } from './cell-issue.js';
import { isNothing, oneLine } from './cell-text.js';

export interface RegistrationNumberReading {
  /** Six digits as written. */
  written?: string;
  /** Six digits with the zeros put in front that a spreadsheet may have taken. */
  restored?: string;
  /** Digits as typed, where there are less than six. */
  typed?: string;
  /** Four digits may also be the last four, which usernames carry. */
  lastFour?: string;
  /** Only for a number that cannot be read; see `match-issues.ts` for lost zeros. */
  finding?: Finding;
}

export function readRegistrationNumber(cell: string): RegistrationNumberReading {
  const text = oneLine(cell);
  if (isNothing(text)) return {};
  const digits = toAsciiDigits(text).replace(/[\s'’.,/-]|^(?:เลขที่|เลขทะเบียน|ทะเบียน|no)/gi, '');
  if (/^\d{6}$/.test(digits)) return { written: digits };
  if (!/^\d{1,5}$/.test(digits)) return { finding: unreadable };
  const restored = digits.padStart(6, '0');
  return { restored, typed: digits, ...(digits.length === 4 && { lastFour: digits }) };
}

const unreadable: Finding = {
  code: 'REGISTRATION_NUMBER_UNREADABLE',
  severity: 'warning',
  message: {
    th: 'เลขทะเบียนสหกรณ์ต้องเป็นตัวเลข 6 หลัก จึงไม่ได้ใช้ช่องนี้',
    en: "The cooperative's number must have 6 digits; this one is not used.",
  },
  expected: '101650',
};
/** `suggestion` is the cooperative's own number where it is known. */
export const lostZeros = (suggestion: string): Finding => ({
  code: 'REGISTRATION_NUMBER_LOST_ZEROS',
  severity: 'warning',
  message: {
    th: 'เลขทะเบียนสหกรณ์ไม่ครบ 6 หลัก เลข 0 ด้านหน้าอาจหายไป กรุณาตรวจสอบ',
    en: "The cooperative's number lacks digits; zeros in front may have been lost. Please check.",
  },
  suggestion,
});
