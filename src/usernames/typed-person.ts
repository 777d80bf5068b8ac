/**
 * The person for whom a username is asked: from one field, split as a careful reader would, or from parts, where the
 * caller's split is believed and only a sure title leaves the first name (นายออมทรัพย์ | ใจดี).
 */
import type { FieldError } from '../platform/errors.js';
import { believed, readDividedName } from '../thai/divided-name.js';
import type { NameIssue } from '../thai/name-issues.js';
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
  return fullName === undefined
    ? fromParts({ title, firstName: firstName!, lastName }, errors)
    : fromWhole(readPersonName(fullName), errors);
}

function fromWhole({ doubtful, readings, issues }: PersonName, errors: FieldError[]): ReadPerson | undefined {
  if (refused(issues, () => 'fullName', errors)) return undefined;
  const read = readings.map(({ title, firstName, middleName, lastName }) => ({
    title,
    firstName,
    lastName: [middleName, lastName].filter(Boolean).join(' '),
  }));
  const distinct = [...new Map(read.map((reading) => [JSON.stringify(reading), reading])).values()];
  return { ...distinct[0]!, doubtful, readings: distinct };
}

function fromParts(fields: PersonReading, errors: FieldError[]): ReadPerson | undefined {
  const name = readDividedName(fields);
  if (refused(name.issues, ({ field }) => field, errors)) return undefined;
  const { doubtful, ...person } = believed(name, fields);
  return { ...person, doubtful, readings: [person] };
}

function refused<I extends NameIssue>(
  issues: readonly I[],
  fieldOf: (issue: I) => string,
  errors: FieldError[],
): boolean {
  const grave = issues.filter(({ severity }) => severity === 'error');
  for (const issue of grave)
    errors.push({ pointer: `/${fieldOf(issue)}`, code: issue.code, message: issue.message });
  return grave.length > 0;
}
