/**
 * The same person is who has the same full name in the same cooperative and the same telephone or member number;
 * นายออมทรัพย์ ใจดี and ออมทรัพย์  ใจดี are one name.
 */
import { hash } from 'node:crypto';
import { normalize } from '../thai/normalize.js';

/** Name without white space and case, for search and comparison. */
export const foldName = (name: string): string => normalize(name).replace(/\s+/gu, '').toLowerCase();

/** Cooperative and folded full name in one text. */
const whoOf = ({ cooperativeId, firstName, lastName }: Identity): string =>
  `${cooperativeId}\n${foldName(firstName + lastName)}`;

/** The same in 32 hex digits, whatever the length of the name. */
export const whoKeyOf = (identity: Identity): string => half(whoOf(identity));

const half = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

export interface Identity {
  cooperativeId: string;
  firstName: string;
  lastName: string;
  phone?: string | null;
}

/**
 * What is equal for the same person; the two texts are to be hashed, undefined where the detail is missing. Of the
 * member number its keyed hash is enough, so that a new name makes a new text when the number is long forgotten.
 */
export function samePersonTexts(identity: Identity, memberNumberHash: string | null) {
  const { phone } = identity;
  const who = whoOf(identity);
  return {
    whoKey: half(who),
    phone: phone ? `phone\n${who}\n${phone}` : undefined,
    member: memberNumberHash ? `member\n${who}\n${memberNumberHash}` : undefined,
  };
}
