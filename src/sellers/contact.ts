/**
 * How people can be reached, in one form each: `๐๘๑-๒๓๔ ๕๖๗๘` and `+66 81 234 5678` are both 0812345678.
 */
import { toAsciiDigits } from '../thai/digits.js';
import { normalize } from '../thai/normalize.js';

/** Thai telephone number, 9 or 10 digits from 0; undefined if it is none. Lost zeros are not added back. */
export function normalizePhone(text: string): string | undefined {
  const typed = toAsciiDigits(normalize(text)).replace(/[\s().-]/g, '');
  const national = typed.replace(/^(?:\+66|0066)0?/, '0');
  return /^0[2-9]\d{7,8}$/.test(national) ? national : undefined;
}

/** E-mail address with its domain in lower case; undefined if it is none. */
export function normalizeEmail(text: string): string | undefined {
  const typed = normalize(text).trim();
  const at = typed.lastIndexOf('@');
  const [name, domain] = [typed.slice(0, at), typed.slice(at + 1).toLowerCase()];
  const whole = at > 0 && typed.length <= 254 && /^[^\s@,;<>"]+$/.test(name) && domain.includes('.');
  return whole && /^[a-z0-9.-]+[a-z0-9]$/.test(domain) ? `${name}@${domain}` : undefined;
}

/** LINE id in lower case, as LINE compares it; undefined if it is none. */
export function normalizeLineId(text: string): string | undefined {
  const typed = normalize(text).trim().toLowerCase();
  return /^@?[a-z0-9._-]{2,40}$/.test(typed) ? typed : undefined;
}
