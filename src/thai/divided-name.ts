/**
 * A name that comes in fields of its own: title นาย, first name สมชาย, surname ใจดี. Who divided it is believed, but each
 * field is judged by itself: an empty or 😀 first name is none, and ใจดี never takes its place.
 */
import { cleanName } from './name-cleaning.js';
import { isPartTooLong, nameIssue, noNameIssue, type NameIssue } from './name-issues.js';
import { normalize } from './normalize.js';
import { readPersonName, titlesAlone, type NameReading } from './person-name.js';
import { isUnknownTitle, titleIssue } from './title-field.js';

/** Fields as typed. */
export interface NameFields {
  title?: string | null;
  firstName: string;
  lastName?: string | null;
}

export type NameField = keyof NameFields;

export interface FieldIssue extends NameIssue {
  field: NameField;
}

export interface DividedReading {
  title: string;
  firstName: string;
  /** With the middle name in front; empty for people with one name. */
  lastName: string;
}

export interface DividedName {
  /** Likeliest first; one with an empty first name where a field is no name at all. */
  readings: DividedReading[];
  doubtful: boolean;
  /** Doubtful whatever way it is read: a slip, a placeholder, a title nobody knows. */
  suspect: boolean;
  issues: FieldIssue[];
}

/** What people write where there is no surname. */
const NO_SURNAME = /^(?:[-–—.,\s]*|ไม่มี(?:นามสกุล)?|ไม่ระบุ|ไม่ทราบ|none|n\/a)$/i;

/** Reads the fields together, so that นายสมชาย gives up its title, but never across the border between them. */
export function readDividedName(fields: NameFields): DividedName {
  const title = tidy(fields.title ?? '');
  const last = NO_SURNAME.test(tidy(fields.lastName ?? '')) ? '' : (fields.lastName ?? '');
  const alone = [
    ...issueOf('title', titleIssue(title)),
    ...issueOf('firstName', firstNameIssue(fields.firstName)),
    ...issueOf('lastName', last === '' ? undefined : noNameIssue(last)),
  ];
  if (alone.length > 0) return nobody(title, alone);
  const name = readPersonName(`${fields.firstName} ${last}`.trimEnd());
  const issues = name.issues.map((issue) => ({ ...issue, field: fieldOf(issue, fields.firstName, last) }));
  const surname = cleanName(last);
  const readings = distinct(name.readings.flatMap((reading) => within(reading, title, surname)));
  if (readings.length === 0) readings.push(asGiven(title, fields.firstName, surname));
  issues.push(...tooLong(readings));
  const suspect = name.suspect || isUnknownTitle(title);
  return { readings, doubtful: suspect || readings.length > 1, suspect, issues };
}

/**
 * The one reading of a caller who divided the name on purpose: a doubtful title stays where it was typed. Two words
 * in the first name and none in the surname are no division.
 */
export function believed(name: DividedName, fields: NameFields): DividedReading & { doubtful: boolean } {
  const { readings, suspect } = name;
  const [only, other] = readings;
  const { title, firstName, lastName } = fields;
  const undivided = only!.lastName !== '' && NO_SURNAME.test(tidy(lastName ?? ''));
  const split = undivided || other === undefined;
  const reading = split ? only! : asGiven(tidy(title ?? ''), firstName, cleanName(lastName ?? ''));
  return {
    title: reading.title,
    firstName: reading.firstName,
    lastName: reading.lastName,
    doubtful: suspect || undivided,
  };
}

/** What makes a text no first name, whatever stands in the other fields; a title alone is none. */
export function firstNameIssue(typed: string): NameIssue | undefined {
  const issue = noNameIssue(typed);
  if (issue) return issue;
  return titlesAlone(cleanName(typed)) !== undefined ? nameIssue('NAME_MISSING') : undefined;
}

/** The surname stands in its own field, so what is left of the other is the first name. */
function within(reading: NameReading, title: string, surname: string): DividedReading[] {
  const last = [reading.middleName, reading.lastName].filter(Boolean).join(' ');
  const ownTitle = title || reading.title;
  if (surname === '') return [{ title: ownTitle, firstName: reading.firstName, lastName: last }];
  const whole = [reading.firstName, last].filter(Boolean).join(' ');
  if (!whole.endsWith(` ${surname}`)) return [];
  return [{ title: ownTitle, firstName: whole.slice(0, -surname.length - 1), lastName: surname }];
}

const asGiven = (title: string, firstName: string, surname: string): DividedReading => ({
  title,
  firstName: cleanName(firstName),
  lastName: surname,
});

/** An error of the whole belongs to the surname if that alone has it. */
function fieldOf({ code }: NameIssue, first: string, last: string): NameField {
  const has = (text: string) => readPersonName(text).issues.some((issue) => issue.code === code);
  return last !== '' && has(last) && !has(first) ? 'lastName' : 'firstName';
}

function tooLong(readings: readonly DividedReading[]): FieldIssue[] {
  const fields = (['title', 'firstName', 'lastName'] as const).filter((field) =>
    readings.some((reading) => isPartTooLong(reading[field])),
  );
  return fields.map((field) => ({ ...nameIssue('NAME_TOO_LONG'), field }));
}

function nobody(title: string, issues: FieldIssue[]): DividedName {
  return { readings: [{ title, firstName: '', lastName: '' }], doubtful: false, suspect: false, issues };
}

const issueOf = (field: NameField, issue: NameIssue | undefined): FieldIssue[] =>
  issue ? [{ ...issue, field }] : [];

function distinct(readings: DividedReading[]): DividedReading[] {
  if (readings.length < 2) return readings;
  return [...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values()];
}

const tidy = (text: string): string => normalize(text).replace(/\s+/gu, ' ').trim();
