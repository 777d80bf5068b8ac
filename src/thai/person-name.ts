/**
 * Reads a name as people type it: ว่าที่ ร.ต.หญิง สมหญิง ณ อยุธยา has a title, a first name and a surname of two words.
 */
import { COMMON_FIRST_NAMES } from './known-names.js';
import { bracketed, cleanName } from './name-cleaning.js';
import { isNobodysName, officeBefore, secondThoughts } from './name-doubts.js';
import { nameIssue, namePartIssues, noPersonIssue, type NameIssue } from './name-issues.js';
import { splitName, type NameParts } from './name-parts.js';
import { normalize } from './normalize.js';
import { readTitles, type TitleReading } from './title-reading.js';

/** One way to read a name. Parts that are missing are empty; `middleName` is undefined if there is none. */
export interface NameReading extends NameParts {
  /** As typed, with single spaces: `น.ส.`, `พ.ต.อ. ดร.`. */
  title: string;
}

/** A name as read, with the likeliest reading spread out. */
export interface PersonName extends NameReading {
  /** True if a person has to look, and to choose where there are several `readings`; never guess then. */
  doubtful: boolean;
  /** Doubtful whatever way it is read: a slip in the title, a placeholder. */
  suspect: boolean;
  /** All sensible readings, the likeliest first; exactly one unless doubtful. */
  readings: NameReading[];
  issues: NameIssue[];
}

/** Longest text that is read at all, in UTF-16 units. */
const LONGEST_NAME = 300;
const INVISIBLE_BREAK = /[\u200b\u200c]/g;
/** Thai letters, spaces and dots: nothing here is an address, a picture or an inversion. */
const PLAIN_THAI = /^[\u0e01-\u0e4e .]+$/;
const FURTHER_COMMAS = /[ ,]+/gu;
const INVERTED = /^([^,]+), ?(.+)$/u;
const ADDRESS = /@|:\/\/|www\./iu;
const PICTURE = /\p{Extended_Pictographic}/u;
const ONE_WORD = /^(?!ไม่)[\p{L}\p{M}]+$/u;
const DIGIT = /\p{Nd}/u;

/**
 * Parts a typed name into title, first, middle and last name. Never throws; problems are in `issues`. Members are written
 * out one by one: see docs/decisions/plain-literals.md.
 */
export function readPersonName(typed: string): PersonName {
  if (typed.length > LONGEST_NAME) return nobody(nameIssue('NAME_TOO_LONG'));
  const normal = normalize(typed).trim();
  const wrong = noPersonIssue(normal);
  if (wrong) return nobody(wrong);
  const text = cleanName(typed);
  const thoughts = secondThoughts(text, normal);
  const ways = readTitles(text);
  const asTyped = thoughts.instead ? [] : allReadings(typed, text, ways);
  const meant = thoughts.meant.flatMap((other) => readingsOf(other));
  const readings = distinct(meant.length > 0 ? [...meant, ...asTyped] : asTyped);
  const best = readings[0];
  const titles = onlyTitles(ways);
  if (titles !== undefined || !best) return nobody(nameIssue('NAME_MISSING'), titles);
  const suspect = thoughts.suspect || isNobodysName(best.title, best.firstName, best.lastName);
  return {
    title: best.title,
    firstName: best.firstName,
    middleName: best.middleName,
    lastName: best.lastName,
    doubtful: suspect || readings.length > 1,
    suspect,
    readings,
    issues: issuesOf(best, typed),
  };
}

/** A cleaned text that can be read as titles with nobody behind them: นาย, นาย นาง, คุณ ดร. */
export function titlesAlone(text: string): string | undefined {
  return text === '' ? undefined : onlyTitles(readTitles(text));
}

const onlyTitles = (ways: readonly TitleReading[]): string | undefined =>
  ways.find(({ rest }) => rest === '')?.title;

function allReadings(typed: string, text: string, ways: TitleReading[]): NameReading[] {
  const readings = readingsOf(text, ways);
  const joined = readings.every(({ lastName }) => lastName === '');
  if (!joined) return readings;
  if (INVISIBLE_BREAK.test(typed)) {
    // Copied from a web page: the break nobody sees may stand for the space.
    const apart = readingsOf(cleanName(typed.replace(INVISIBLE_BREAK, ' ')));
    return apart.some(({ lastName }) => lastName !== '') ? [...apart, ...readings] : readings;
  }
  const aside = bracketed(typed).find((words) => ONE_WORD.test(words) && !noPersonIssue(words));
  return aside ? [...readings, ...readings.map((reading) => ({ ...reading, lastName: aside }))] : readings;
}

function readingsOf(text: string, ways?: TitleReading[]): NameReading[] {
  const comma = text.includes(',') ? INVERTED.exec(text) : null;
  return comma
    ? readingsAroundComma((comma[1] ?? '').trim(), (comma[2] ?? '').replace(FURTHER_COMMAS, ' ').trim())
    : plainReadings(text, ways);
}

function plainReadings(text: string, ways = readTitles(text)): NameReading[] {
  const office = officeBefore(text);
  return (office ? [office] : ways).flatMap(({ title, rest }) =>
    splitName(rest).map(({ firstName, middleName, lastName }) => ({
      title,
      firstName,
      middleName,
      lastName,
    })),
  );
}

/** ใจดี, สมชาย has the surname first; นายสมชาย, ใจดี and สมชาย, ใจดี have not. */
function readingsAroundComma(before: string, after: string): NameReading[] {
  const inOrder = plainReadings(`${before} ${after}`);
  const turned = plainReadings(`${after} ${before}`);
  if (titled(before)) return inOrder;
  if (titled(after)) return turned;
  const latin = !/[\u0e00-\u0e7f]/.test(before + after);
  const firstIsAfter = COMMON_FIRST_NAMES.has(firstNameIn(after));
  const firstIsBefore = COMMON_FIRST_NAMES.has(before);
  if (latin || (firstIsAfter && !firstIsBefore)) return turned;
  return firstIsBefore && !firstIsAfter ? inOrder : [...turned, ...inOrder];
}

function titled(text: string): boolean {
  return readTitles(text).every(({ title }) => title !== '');
}

function firstNameIn(text: string): string {
  return plainReadings(text)[0]?.firstName ?? '';
}

function issuesOf(best: NameReading, typed: string): NameIssue[] {
  const issues = [best.firstName, best.middleName ?? '', best.lastName]
    .filter((part) => part !== '')
    .flatMap(namePartIssues);
  if (best.lastName === '') issues.push(nameIssue('LAST_NAME_MISSING', 'warning'));
  if (PLAIN_THAI.test(typed)) return unique(issues);
  if (DIGIT.test(cleanName(typed))) issues.push(nameIssue('NAME_HAS_DIGIT'));
  if (ADDRESS.test(typed)) issues.push(nameIssue('NAME_HAS_SYMBOL'));
  else if (PICTURE.test(typed)) issues.push(nameIssue('NAME_HAS_SYMBOL', 'warning'));
  return unique(issues);
}

function unique(issues: NameIssue[]): NameIssue[] {
  return issues.filter(({ code }, i) => issues.findIndex((issue) => issue.code === code) === i);
}

function distinct(readings: NameReading[]): NameReading[] {
  const named = readings.filter(({ firstName }) => firstName !== '');
  if (named.length < 2) return named;
  return [...new Map(named.map((reading) => [JSON.stringify(reading), reading])).values()];
}

function nobody(issue: NameIssue, title = ''): PersonName {
  const reading = { title, firstName: '', lastName: '' };
  return { ...reading, doubtful: false, suspect: false, readings: [reading], issues: [issue] };
}
