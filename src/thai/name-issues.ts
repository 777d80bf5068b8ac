/**
 * What makes a text no name of a person: only spaces or marks, digits, symbols, or the name of a shop.
 */
import { cleanName } from './name-cleaning.js';
import { normalize } from './normalize.js';
import { namesOrganisation } from './organisations.js';
import { textIssues, type TextIssueCode } from './text-issues.js';

export type NameIssueCode =
  | 'NAME_MISSING'
  | 'NAME_WITHOUT_LETTERS'
  | 'NAME_IS_ORGANISATION'
  | 'NAME_HAS_DIGIT'
  | 'NAME_HAS_SYMBOL'
  | 'NAME_TOO_LONG'
  | 'LAST_NAME_MISSING'
  | TextIssueCode;

export interface NameIssue {
  code: NameIssueCode;
  /** An error must be put right; a warning may be true of a real name. */
  severity: 'error' | 'warning';
  message: { th: string; en: string };
}

const MESSAGES: Record<Exclude<NameIssueCode, TextIssueCode>, { th: string; en: string }> = {
  NAME_MISSING: {
    th: 'ไม่พบชื่อ กรุณากรอกชื่อและนามสกุล',
    en: 'There is no name. Please enter first name and surname.',
  },
  NAME_WITHOUT_LETTERS: {
    th: 'ชื่อไม่มีตัวอักษรไทยหรืออังกฤษ กรุณากรอกชื่อเป็นภาษาไทยหรืออังกฤษ',
    en: 'The name has no Thai or English letters. Please enter it in one of these.',
  },
  NAME_IS_ORGANISATION: {
    th: 'ดูเหมือนเป็นชื่อร้านค้าหรือหน่วยงาน กรุณากรอกชื่อและนามสกุลของผู้ขาย',
    en: 'This looks like a shop or organisation. Please enter the seller’s own name.',
  },
  NAME_HAS_DIGIT: {
    th: 'ชื่อมีตัวเลขปนอยู่ กรุณาลบตัวเลขออก',
    en: 'The name contains digits. Please take them out.',
  },
  NAME_HAS_SYMBOL: {
    th: 'ชื่อมีสัญลักษณ์หรืออีโมจิปนอยู่ กรุณาลบออก',
    en: 'The name contains symbols or emoji. Please take them out.',
  },
  NAME_TOO_LONG: {
    th: 'ชื่อยาวเกินไป ชื่อและนามสกุลกรอกได้อย่างละไม่เกิน 80 ตัวอักษร',
    en: 'The name is too long. First name and surname have 80 characters each at most.',
  },
  LAST_NAME_MISSING: {
    th: 'ไม่พบนามสกุล หากมีนามสกุล กรุณากรอกโดยเว้นวรรคหลังชื่อ',
    en: 'There is no surname. If there is one, please enter it after a space.',
  },
};

/** Emoji are taken away, and the name is read without them. */
const SYMBOLS_LEFT_OUT = {
  th: 'ชื่อมีสัญลักษณ์หรืออีโมจิปนอยู่ ระบบตัดออกให้แล้ว',
  en: 'The name contained symbols or emoji; they were left out.',
};

/** Longest accepted title, first name or surname (with a middle name before it), in UTF-16 units: what is stored. */
export const LONGEST_NAME_PART = 80;
/** Plain Thai words with every mark in its place: most names, and nothing to find in them. */
const WELL_FORMED = /^(?:[เ-ไ]?[ก-ฮ][ัิ-ฺ็]?[่-๋]?์?[ะาำ]?)+$/;
/** What people type into a field that must not stay empty. */
const NOTHING = /^(?:ไม่มี|ไม่ระบุ|ไม่ทราบ|ทดสอบ|test|none|n\/a|-+|\.+)$/i;
const LETTERS = /\p{L}/u;
const THAI_LETTER_OR_LATIN = /[\u0e01-\u0e2e]|\p{Script=Latin}/u;
const DIGITS = /\p{Nd}/u;
const NOT_IN_NAMES = /[^\p{L}\p{M}\p{Nd} .'’\-ฯ]/u;

/** An issue by its code, with its sentences. */
export function nameIssue(
  code: Exclude<NameIssueCode, TextIssueCode>,
  severity: NameIssue['severity'] = 'error',
): NameIssue {
  const left = severity === 'warning' && code === 'NAME_HAS_SYMBOL';
  return { code, severity, message: left ? SYMBOLS_LEFT_OUT : MESSAGES[code] };
}

/** Everything wrong with one part of a name (first name or surname). Empty for a good one. */
export function namePartIssues(part: string): NameIssue[] {
  if (part.length <= LONGEST_NAME_PART && WELL_FORMED.test(part)) return [];
  const text = normalize(part).trim();
  if (text === '') return [nameIssue('NAME_MISSING')];
  if (!THAI_LETTER_OR_LATIN.test(text)) return [nameIssue('NAME_WITHOUT_LETTERS')];
  const issues: NameIssue[] = markIssues(text);
  if (DIGITS.test(text)) issues.push(nameIssue('NAME_HAS_DIGIT'));
  if (NOT_IN_NAMES.test(text)) issues.push(nameIssue('NAME_HAS_SYMBOL'));
  if (text.length > LONGEST_NAME_PART) issues.push(nameIssue('NAME_TOO_LONG'));
  return issues;
}

/** Whether a part of the name, as it would be kept, is longer than is stored; `İ` folds into two characters. */
export const isPartTooLong = (part: string): boolean =>
  Math.max(part.length, part.toLowerCase().length) > LONGEST_NAME_PART;

export const isNameTooLong = (parts: { title: string; firstName: string; lastName: string }): boolean =>
  [parts.title, parts.firstName, parts.lastName].some(isPartTooLong);

/** A spreadsheet or a page would run it: =HYPERLINK(…), +1+1, @SUM(…), <script>. */
const FORMULA = /^[=+@]|[<>;{}]/u;

/** Why a text is neither a first name nor a surname: nothing, 😀, -, =HYPERLINK(…). */
export function noNameIssue(typed: string): NameIssue | undefined {
  if (WELL_FORMED.test(typed)) return undefined;
  const text = normalize(typed).trim();
  if (text === '' || NOTHING.test(text)) return nameIssue('NAME_MISSING');
  if (FORMULA.test(text)) return nameIssue('NAME_HAS_SYMBOL');
  return THAI_LETTER_OR_LATIN.test(cleanName(typed)) ? undefined : nameIssue('NAME_WITHOUT_LETTERS');
}

/** Why a whole text is no person's name at all; nothing if it may be one. `text` is normalised. */
export function noPersonIssue(text: string): NameIssue | undefined {
  if (text.trim() === '' || NOTHING.test(text)) return nameIssue('NAME_MISSING');
  if (!LETTERS.test(text)) return nameIssue('NAME_WITHOUT_LETTERS');
  if (FORMULA.test(text)) return nameIssue('NAME_HAS_SYMBOL');
  return namesOrganisation(text) ? nameIssue('NAME_IS_ORGANISATION') : undefined;
}

function markIssues(text: string): NameIssue[] {
  return [...new Map(textIssues(text).map((issue) => [issue.code, issue])).values()].map(
    ({ code, message }) => ({
      code,
      severity: 'error' as const,
      message,
    }),
  );
}
