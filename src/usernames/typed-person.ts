/**
 * The person for whom a username is asked: from one field, split as a careful reader would, or from parts, where the
 * caller's split is believed and only a sure title leaves the first name (นายออมทรัพย์ | ใจดี).
 */
import type { FieldError } from '../platform/errors.js';
import { normalize } from '../thai/normalize.js';
import { readPersonName, type PersonName } from '../thai/person-name.js';

export interface TypedPerson {
  fullName?: string;
  title?: string;
  firstName?: string;
  lastName?: string;
}

export interface PersonReading {
  title: string;
  firstName: string;
  /** With the middle name in front, if there is one. */
  lastName: string;
}

export interface ReadPerson extends PersonReading {
  /** A person must choose among `readings`. */
  doubtful: boolean;
  /** Likeliest first. */
  readings: PersonReading[];
}

const NAME_REQUIRED = {
  pointer: '/fullName',
  code: 'NAME_REQUIRED',
  message: {
    th: 'กรุณาส่งชื่อเต็มใน fullName หรือแยกเป็น firstName และ lastName อย่างใดอย่างหนึ่ง',
    en: 'Send the name either as fullName or as firstName and lastName.',
  },
};

/** The person, or `undefined` with what is wrong put into `errors`. */
export function readTypedPerson(typed: TypedPerson, errors: FieldError[]): ReadPerson | undefined {
  const { fullName, title = '', firstName, lastName = '' } = typed;
  if ((fullName === undefined) === (firstName === undefined)) {
    errors.push(NAME_REQUIRED);
    return undefined;
  }
  const name = readPersonName(fullName ?? `${firstName} ${lastName}`);
  const pointer = fullName === undefined ? '/firstName' : '/fullName';
  const grave = name.issues.filter(({ severity }) => severity === 'error');
  errors.push(...grave.map(({ code, message }) => ({ pointer, code, message })));
  if (grave.length > 0) return undefined;
  return fullName === undefined
    ? fromParts(name, { title, firstName: firstName!, lastName })
    : fromWhole(name);
}

function fromWhole({ doubtful, readings }: PersonName): ReadPerson {
  const read = readings.map(({ title, firstName, middleName, lastName }) => ({
    title,
    firstName,
    lastName: [middleName, lastName].filter(Boolean).join(' '),
  }));
  return { ...read[0]!, doubtful, readings: read };
}

function fromParts(name: PersonName, parts: PersonReading): ReadPerson {
  const given = {
    title: clean(parts.title),
    firstName: clean(parts.firstName),
    lastName: clean(parts.lastName),
  };
  const titled = !name.doubtful && name.title !== '' && name.lastName === given.lastName;
  const person = titled ? { ...given, title: given.title || name.title, firstName: name.firstName } : given;
  return { ...person, doubtful: false, readings: [person] };
}

function clean(text: string): string {
  return normalize(text).replace(/\s+/gu, ' ').trim();
}
