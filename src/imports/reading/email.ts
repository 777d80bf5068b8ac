/** An e-mail address as typed on a telephone: `somchai@Gmail.com ` is somchai@gmail.com, and `@gmail.con` is asked about. */
import { distance } from 'fastest-levenshtein';
import { normalizeEmail } from '../../sellers/contact.js';
import type { Finding, Reading } from './cell-issue.js';
import { isNothing, oneLine } from './cell-text.js';

const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/i;
const COMMON = [
  'gmail.com',
  'hotmail.com',
  'hotmail.co.th',
  'outlook.com',
  'outlook.co.th',
  'yahoo.com',
  'yahoo.co.th',
  'icloud.com',
  'live.com',
];

/** Domain in lower case; one that is a letter away from a common domain is a warning with a proposal. */
export function readEmail(cell: string): Reading<string> {
  const typed = oneLine(cell)
    .replace(/^mailto:/i, '')
    .replace(/^<|>$/g, '');
  if (isNothing(typed)) return {};
  const value = isAddress(typed) ? normalizeEmail(typed) : undefined;
  if (value === undefined) return { finding: unreadable };
  const [local, domain] = value.split('@') as [string, string];
  const meant = COMMON.includes(domain) ? undefined : COMMON.find((common) => isSlip(common, domain));
  return meant ? { value, finding: misspelt(`${local}@${meant}`) } : { value };
}

const isSlip = (common: string, domain: string): boolean =>
  Math.abs(common.length - domain.length) <= 1 && distance(common, domain) === 1;

function isAddress(text: string): boolean {
  if (text.length > 254 || !ADDRESS.test(text)) return false;
  return !/^\.|\.\.|\.@|@-|-\.|\.-|-$/.test(text) && !/\.\d+$/.test(text);
}

const unreadable: Finding = {
  code: 'EMAIL_UNREADABLE',
  severity: 'error',
  message: {
    th: 'อีเมลไม่ถูกต้อง กรุณากรอกใหม่หรือเว้นว่าง',
    en: 'This is not an e-mail address; correct it or leave it empty.',
  },
  expected: 'somchai@example.com',
};
const misspelt = (suggestion: string): Finding => ({
  code: 'EMAIL_LOOKS_MISSPELT',
  severity: 'warning',
  message: {
    th: 'ชื่อโดเมนของอีเมลอาจพิมพ์ผิด กรุณาตรวจสอบ',
    en: 'The domain of the e-mail may be misspelt; please check.',
  },
  suggestion,
});
