/**
 * Personal details as callers without the personal scope see them: 0812345678 becomes 08x-xxx-5678.
 */
const ends = (text: string, head: number, tail: number): string =>
  `${text.slice(0, head)}***${tail > 0 ? text.slice(-tail) : ''}`;

export const maskPhone = (phone: string): string => `${phone.slice(0, 2)}x-xxx-${phone.slice(-4)}`;

export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${ends(email.slice(0, at), 1, 0)}${email.slice(at)}`;
}

export const maskLineId = (lineId: string): string => ends(lineId, 1, 1);
