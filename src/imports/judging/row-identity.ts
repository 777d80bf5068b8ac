/**
 * A row is the same row when the form says so (response id), when one person answered at one moment, or when
 * the same person with the same telephone stands in it: 0812345678 and สมชาย ใจดี, in whichever file.
 */
import { compact } from '../../cooperatives/cooperative-name.js';
import type { FormAnswer } from '../reading/form-row.js';

export type RowKeyKind = 'response' | 'moment' | 'contact' | 'content';

export interface RowKey {
  kind: RowKeyKind;
  /** Holds personal details: hash it with the data secret before it is kept. */
  text: string;
  /** Stands before the hash as it is. A file in the order of time then writes few pages of the index, not one for each row. */
  near: string;
}

const minuteLength = '2021-04-08T11:34'.length;

/**
 * All keys a row has within its source (form id or header fingerprint), strongest first; at most three, and
 * always one. Rows that share any of them are one row. A pushed answer has both sources and the keys of both, so
 * that it is known again in the file of the same form.
 */
export function rowKeys(
  source: string | readonly string[],
  answer: FormAnswer,
  content = rowHashInput(answer),
): RowKey[] {
  if (typeof source !== 'string') return source.flatMap((each) => rowKeys(each, answer, content));
  const { responseId, submittedAt, person } = answer;
  const contact = primaryContact(answer);
  const name = compact(person.firstName + person.lastName).toLowerCase();
  const key = (kind: RowKeyKind, ...parts: string[]): RowKey => ({
    kind,
    text: JSON.stringify([source, kind, ...parts]),
    near: kind === 'moment' ? submittedAt!.slice(0, minuteLength) : '',
  });
  const keys: RowKey[] = [];
  if (responseId) keys.push(key('response', responseId));
  if (submittedAt && contact) keys.push(key('moment', submittedAt, contact));
  if (contact && name) keys.push(key('contact', contact, name));
  return keys.length > 0 ? keys : [key('content', content)];
}

/** The first of telephone, e-mail, LINE id, member number. */
function primaryContact({ phone, email, lineId, memberNumber }: FormAnswer): string | undefined {
  if (phone) return `phone:${phone}`;
  if (email) return `email:${email.toLowerCase()}`;
  if (lineId) return `line:${lineId}`;
  return memberNumber && `member:${compact(memberNumber).toLowerCase()}`;
}

/**
 * What a row says, in normal form and fixed order: equal texts, equal rows, whatever encoding, column order or
 * spelling of white space. When it was said is left out. Hash it before it is kept.
 */
export function rowHashInput(answer: FormAnswer): string {
  const { person, registrationNumber, consent } = answer;
  return JSON.stringify([
    [person.title, person.firstName, person.lastName].map(compact),
    compact(answer.cooperativeText),
    registrationNumber.written ?? registrationNumber.restored ?? '',
    compact(answer.regionText),
    [answer.phone, answer.email, answer.lineId, answer.memberNumber].map((each) => each ?? ''),
    answer.offerings.map(({ category, description }) => [category, description]),
    [consent === 'declared' ? 'given' : consent, answer.publicListingConsent],
  ]);
}
