/**
 * A password is long rather than strange: 12 characters or more, any script (รหัสผ่านภาษาไทยก็ได้), and not the user
 * name again. Source: NIST SP 800-63B-4, 3.1.1.2.
 */
import type { Message } from '../platform/message.js';

export const shortestPassword = 12;
/** Longer ones would only cost time. */
export const longestPassword = 200;

/** Equal-looking passwords typed on other keyboards are the same password. */
export const samePassword = (typed: string): string => typed.normalize('NFC');

/** Why `password` cannot be taken for the account; undefined when it can. */
export function passwordFault(
  password: string,
  username: string,
): { code: string; message: Message } | undefined {
  if ([...password].length < shortestPassword) return faults.tooShort;
  if (new Set(password).size < 4) return faults.tooPlain;
  if (password.toLowerCase().includes(username.toLowerCase())) return faults.holdsUsername;
  return undefined;
}

const faults = {
  tooShort: {
    code: 'PASSWORD_TOO_SHORT',
    message: {
      th: `รหัสผ่านต้องมีอย่างน้อย ${shortestPassword} ตัวอักษร`,
      en: `A password has at least ${shortestPassword} characters.`,
    },
  },
  tooPlain: {
    code: 'PASSWORD_TOO_PLAIN',
    message: {
      th: 'รหัสผ่านต้องมีตัวอักษรต่างกันอย่างน้อย 4 ตัว',
      en: 'A password has at least 4 different characters.',
    },
  },
  holdsUsername: {
    code: 'PASSWORD_HOLDS_USERNAME',
    message: { th: 'รหัสผ่านต้องไม่มีชื่อผู้ใช้อยู่ข้างใน', en: 'A password does not contain the user name.' },
  },
} satisfies Record<string, { code: string; message: Message }>;
