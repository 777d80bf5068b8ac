/**
 * A question “ช่องทางติดต่อ” is answered with a telephone number, an e-mail address or a LINE id, or several of
 * them: `โทร. 081-234-5678, line: somchai.99`.
 */
import { isNothing, oneLine } from './cell-text.js';
import { readEmail } from './email.js';
import { readLineId } from './line-id.js';
import { readPhone } from './phone.js';

export interface Contacts {
  phone?: string;
  email?: string;
  lineId?: string;
}

/** What can be told for certain; everything else is left. */
export function readContact(cell: string): Contacts {
  const contacts: Contacts = {};
  for (const part of cell.split(/[,;|\n\r]|\s\/\s|\s{2,}/)) {
    const text = oneLine(part);
    if (text === '' || isNothing(text)) continue;
    const email = readEmail(text.replace(/^(?:e-?mail|อีเมล)\s*:?\s*/i, '')).value;
    const phone = email ? undefined : readPhone(text).value;
    if (email) contacts.email ??= email;
    else if (phone) contacts.phone ??= phone;
    else contacts.lineId ??= readLineId(text).value;
  }
  if (contacts.lineId === undefined) delete contacts.lineId;
  return contacts;
}
