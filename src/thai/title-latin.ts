/**
 * Latin titles: Mr. John, MR.JOHN, Asst. Prof. Dr. Somchai, Pol.Lt.Col. Somchai; Drew and Missy are names.
 */
import {
  matchAt,
  NAME_BEGINS,
  skipBetween,
  wordsFrom,
  type TitleOptions,
  type TitlePlace,
} from './title-step.js';
import { LATIN_TITLE_PARTS, LATIN_TITLES } from './titles.js';

const LATIN_WORD = /[A-Za-z]+/y;
/** A title in title case that runs into a name: MrJohn, MissNguyen. */
const CAMEL = /(?:Mr|Mrs|Miss|Ms|Dr)(?=[A-Z][a-z])/y;
const ROYAL_INITIALS = /M\. ?(?:L|R|C)\. ?(?=[A-Z])/y;

/** Options for a Latin title at this place; none if a name begins here. */
export function latinOptions({ text, at, before }: TitlePlace): TitleOptions {
  const royal = before ? '' : matchAt(ROYAL_INITIALS, text, at);
  if (royal) return [{ end: at + royal.trimEnd().length, kind: 'royal_or_honour' }];
  const camel = matchAt(CAMEL, text, at);
  if (camel) return [{ end: at + camel.length, kind: 'foreign' }];
  const word = matchAt(LATIN_WORD, text, at);
  const end = at + word.length;
  if (word === '' || wordsFrom(text, skipBetween(text, end)) === 0) return [];
  const dot = text.charAt(end) === '.';
  const step = { end: dot ? end + 1 : end, kind: 'foreign' as const };
  const lower = word.toLowerCase();
  if (lower === 'khun' && wordsFrom(text, end) === 1) return before ? [] : [step, NAME_BEGINS];
  if (LATIN_TITLES.has(lower) && endsHere(text, end)) return [step];
  return LATIN_TITLE_PARTS.has(lower) && (dot || before || titleFollows(text, end)) ? [step] : [];
}

function endsHere(text: string, end: number): boolean {
  return !/[\p{L}'’-]/u.test(text.charAt(end)) || /[\u0e00-\u0e7f]/.test(text.charAt(end));
}

function titleFollows(text: string, end: number): boolean {
  const next = matchAt(LATIN_WORD, text, skipBetween(text, end)).toLowerCase();
  return LATIN_TITLES.has(next) || LATIN_TITLE_PARTS.has(next);
}
