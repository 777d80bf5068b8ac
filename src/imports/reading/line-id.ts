/** A LINE id is Latin letters, digits and `. _ -`, or begins with @ for an official account: `Line: somchai.99` is somchai.99. */
import { normalizeLineId } from '../../sellers/contact.js';
import type { Finding, Reading } from './cell-issue.js';
import { isNothing, oneLine } from './cell-text.js';

const LABEL = /^(?:(?:line|ไลน์|id|ไอดี)[\s:.=-]+)+/i;

/** Lower case; the name shown in LINE (in Thai, say) is no id and is left out with a warning. */
export function readLineId(cell: string): Reading<string> {
  const text = oneLine(cell).replace(LABEL, '').replace(/\s+/g, '').toLowerCase();
  if (isNothing(text)) return {};
  const link = /^(?:https?:\/\/)?(?:line\.me\/(?:ti|r\/ti)\/p\/|lin\.ee\/)([\w@~%.-]{2,64})$/.exec(text)?.[1];
  const value = normalizeLineId((link ?? text).replace(/^%7e|^~/, ''));
  return value ? { value } : { finding: unreadable };
}

const unreadable: Finding = {
  code: 'LINE_ID_UNREADABLE',
  severity: 'warning',
  message: {
    th: 'LINE ID ใช้ได้เฉพาะตัวอักษรอังกฤษ ตัวเลข . _ - จึงไม่ได้บันทึกช่องนี้',
    en: 'A LINE id holds Latin letters, digits and . _ - only; this one is not kept.',
  },
  expected: 'somchai.99',
};
