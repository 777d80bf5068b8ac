/**
 * Turns what a caller typed into a registration in normal form, or lists every field that is wrong.
 * ตัวอย่าง: "นายออมทรัพย์ ใจดี" → คำนำหน้า นาย ชื่อ ออมทรัพย์ นามสกุล ใจดี
 */
import type { FieldError } from '../platform/errors.js';
import type { Message } from '../platform/message.js';
import { believed, readDividedName } from '../thai/divided-name.js';
import { isNameTooLong, nameIssue } from '../thai/name-issues.js';
import { readPersonName, type PersonName } from '../thai/person-name.js';
import { normalizeEmail, normalizeLineId, normalizePhone } from './contact.js';

/** The words of the federation's consent that this service records. */
export const consentTextVersion = '2026-11';

/** Details as typed; undefined means not given, null means cleared. */
export interface TypedDetails {
  fullName?: string;
  title?: string | null;
  firstName?: string;
  lastName?: string | null;
  phone?: string | null;
  email?: string | null;
  lineId?: string | null;
}

export interface ReadPerson {
  title: string;
  firstName: string;
  lastName: string;
  doubtful: boolean;
}

const contactReaders = {
  phone: {
    read: normalizePhone,
    code: 'PHONE_INVALID',
    message: {
      th: 'เบอร์โทรศัพท์ต้องเป็นเบอร์ไทย 9 หรือ 10 หลักขึ้นต้นด้วย 0 เช่น 0812345678',
      en: 'The telephone number must be Thai, 9 or 10 digits from 0, such as 0812345678.',
    },
  },
  email: {
    read: normalizeEmail,
    code: 'EMAIL_INVALID',
    message: {
      th: 'อีเมลต้องมีรูปแบบเช่น somchai@example.com',
      en: 'The e-mail must look like somchai@example.com.',
    },
  },
  lineId: {
    read: normalizeLineId,
    code: 'LINE_ID_INVALID',
    message: {
      th: 'ไอดีไลน์ใช้ได้เฉพาะตัวอักษรอังกฤษ ตัวเลข จุด ขีด และขีดล่าง',
      en: 'A LINE id has Latin letters, digits, dots, hyphens and underscores only.',
    },
  },
} satisfies Record<string, { read: (text: string) => string | undefined; code: string; message: Message }>;

type ContactField = keyof typeof contactReaders;

/** Telephone, e-mail and LINE id in normal form; null where cleared, absent where not given. */
export function readContacts(
  typed: TypedDetails,
  errors: FieldError[],
): Partial<Record<ContactField, string | null>> {
  const contacts: Partial<Record<ContactField, string | null>> = {};
  for (const [field, { read, code, message }] of Object.entries(contactReaders) as [
    ContactField,
    (typeof contactReaders)[ContactField],
  ][]) {
    const text = typed[field];
    if (text === undefined) continue;
    if (text === null || text.trim() === '') contacts[field] = null;
    else {
      const value = read(text);
      if (value === undefined) errors.push({ pointer: `/${field}`, code, message });
      else contacts[field] = value;
    }
  }
  return contacts;
}

/** The person's name, from one field or from parts; undefined with errors if there is none. */
export function readPerson(typed: TypedDetails, errors: FieldError[]): ReadPerson | undefined {
  const { fullName, firstName } = typed;
  if ((fullName === undefined) === (firstName === undefined)) {
    errors.push({ pointer: '/fullName', code: 'NAME_REQUIRED', message: nameNeeded });
    return undefined;
  }
  return fullName === undefined ? readParts(typed, errors) : readWhole(fullName, errors);
}

const nameNeeded: Message = {
  th: 'กรุณาส่งชื่อเต็มใน fullName หรือแยกเป็น firstName และ lastName อย่างใดอย่างหนึ่ง',
  en: 'Send the name either as fullName or as firstName and lastName.',
};

function readWhole(fullName: string, errors: FieldError[]): ReadPerson | undefined {
  const reading = readPersonName(fullName);
  if (refuse(reading.issues, '/fullName', errors)) return undefined;
  const { title, firstName, middleName, lastName, doubtful } = reading;
  const person = { title, firstName, lastName: [middleName, lastName].filter(Boolean).join(' '), doubtful };
  if (!isNameTooLong(person)) return person;
  refuse([nameIssue('NAME_TOO_LONG')], '/fullName', errors);
  return undefined;
}

/** The caller's own split is believed; only a title that surely is one moves out of the first name. */
function readParts(
  { title, firstName = '', lastName }: TypedDetails,
  errors: FieldError[],
): ReadPerson | undefined {
  const fields = { title, firstName, lastName };
  const name = readDividedName(fields);
  const grave = name.issues.filter(({ severity }) => severity === 'error');
  errors.push(...grave.map(({ field, code, message }) => ({ pointer: `/${field}`, code, message })));
  return grave.length > 0 ? undefined : believed(name, fields);
}

/** Warnings, such as a missing surname, are no reason to refuse: some people have one name. */
function refuse(issues: PersonName['issues'], pointer: string, errors: FieldError[]): boolean {
  const grave = issues.filter(({ severity }) => severity === 'error');
  for (const { code, message } of grave) errors.push({ pointer, code, message });
  return grave.length > 0;
}
