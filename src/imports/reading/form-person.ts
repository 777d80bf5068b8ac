/**
 * The person of a row, from one column or from several: title `นาย`, first name `สมชาย` and surname `ใจดี` are read
 * as นายสมชาย ใจดี is; who divided the name already is believed.
 */
import { readDividedName, type NameField } from '../../thai/divided-name.js';
import { isNameTooLong, nameIssue, type NameIssue } from '../../thai/name-issues.js';
import { readPersonName } from '../../thai/person-name.js';
import { isUnknownTitle, titleIssue } from '../../thai/title-field.js';
import type { Finding } from './cell-issue.js';
import { isNothing, oneLine } from './cell-text.js';

export interface PersonReading {
  title: string;
  firstName: string;
  /** Empty for people with one name; a middle name stands in front. */
  lastName: string;
}

export interface FormPerson extends PersonReading {
  /** A person must look, and choose where more than one reading makes sense. */
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

/** What is wrong with a name, and the column it stands in where the name is divided. */
export interface NameFinding extends Finding {
  field?: NameField;
}

/** Never throws: a text that is no name has an empty first name and an error among the findings. */
export function readFormPerson(cells: NameCells): { person: FormPerson; findings: NameFinding[] } {
  const title = tidy(cells.title);
  const fullName = tidy(cells.fullName);
  const divided = cells.firstName !== undefined && (tidy(cells.firstName) !== '' || fullName === '');
  return divided ? dividedName(cells, title) : wholeName(title, fullName);
}

function wholeName(title: string, text: string): ReturnType<typeof readFormPerson> {
  const { readings: read, issues, suspect } = readPersonName(text);
  const readings = distinct(
    read.map((reading) => ({
      title: title || reading.title,
      firstName: reading.firstName,
      lastName: [reading.middleName, reading.lastName].filter(Boolean).join(' '),
    })),
  );
  const tooLong = readings.some(isNameTooLong) && !issues.some(({ code }) => code === 'NAME_TOO_LONG');
  const all = tooLong ? [...issues, nameIssue('NAME_TOO_LONG')] : issues;
  const wrongTitle = titleIssue(title);
  const person = {
    ...readings[0]!,
    doubtful: suspect || isUnknownTitle(title) || readings.length > 1,
    readings,
  };
  const findings = all.map((issue) => asFinding(issue));
  return { person, findings: wrongTitle ? [...findings, asFinding(wrongTitle, 'title')] : findings };
}

function dividedName(
  { firstName = '', lastName }: NameCells,
  title: string,
): ReturnType<typeof readFormPerson> {
  const { readings, doubtful, issues } = readDividedName({ title, firstName, lastName });
  const person = { ...readings[0]!, doubtful, readings };
  return { person, findings: issues.map((issue) => asFinding(issue, issue.field)) };
}

const tidy = (cell = ''): string => (isNothing(oneLine(cell)) ? '' : oneLine(cell));

function distinct(readings: PersonReading[]): PersonReading[] {
  if (readings.length < 2) return readings;
  return [...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values()];
}

function asFinding({ code, severity, message }: NameIssue, field?: NameField): NameFinding {
  return { code, severity, message, expected: 'นายสมชาย ใจดี', ...(field && { field }) };
}
