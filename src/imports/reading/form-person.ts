/**
 * The person of a row, from one column or from several: title `นาย`, first name `สมชาย` and surname `ใจดี` are read
 * as นายสมชาย ใจดี is; who divided the name already is believed.
 */
import { isNameTooLong, nameIssue } from '../../thai/name-issues.js';
import { readPersonName, type NameReading, type PersonName } from '../../thai/person-name.js';
import type { Finding } from './cell-issue.js';
import { isNothing, oneLine } from './cell-text.js';

export interface PersonReading {
  title: string;
  firstName: string;
  /** Empty for people with one name; a middle name stands in front. */
  lastName: string;
}

export interface FormPerson extends PersonReading {
  /** More than one reading makes sense; a person must choose. */
  doubtful: boolean;
  /** Likeliest first; exactly one unless doubtful. */
  readings: PersonReading[];
}

export interface NameCells {
  fullName?: string;
  title?: string;
  firstName?: string;
  lastName?: string;
}

/** Never throws: a text that is no name has an empty first name and an error among the findings. */
export function readFormPerson(cells: NameCells): { person: FormPerson; findings: Finding[] } {
  const title = tidy(cells.title);
  const divided = tidy(cells.firstName) !== '';
  const name = readPersonName(
    divided ? `${tidy(cells.firstName)} ${tidy(cells.lastName)}` : tidy(cells.fullName),
  );
  const readings = distinct(name.readings.map((reading) => inColumns(reading, title, divided ? cells : {})));
  const person = { ...readings[0]!, doubtful: readings.length > 1, readings };
  const tooLong = readings.some(isNameTooLong) && !name.issues.some(({ code }) => code === 'NAME_TOO_LONG');
  const issues = tooLong ? [...name.issues, nameIssue('NAME_TOO_LONG')] : name.issues;
  return { person, findings: issues.map(asFinding) };
}

const tidy = (cell = ''): string => (isNothing(oneLine(cell)) ? '' : oneLine(cell));

function inColumns(reading: NameReading, title: string, { firstName, lastName }: NameCells): PersonReading {
  const last = [reading.middleName, reading.lastName].filter(Boolean).join(' ');
  if (firstName === undefined)
    return { title: title || reading.title, firstName: reading.firstName, lastName: last };
  // The surname stands in its own column, so what is left of the first column is the first name.
  const surname = tidy(lastName);
  const whole = [reading.firstName, last].filter(Boolean).join(' ');
  const first =
    surname && whole.endsWith(` ${surname}`) ? whole.slice(0, -surname.length - 1) : reading.firstName;
  return { title: title || reading.title, firstName: first, lastName: surname || last };
}

function distinct(readings: PersonReading[]): PersonReading[] {
  if (readings.length < 2) return readings;
  return [...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values()];
}

function asFinding({ code, severity, message }: PersonName['issues'][number]): Finding {
  return { code, severity, message, expected: 'นายสมชาย ใจดี' };
}
