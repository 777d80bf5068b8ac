/**
 * One step of reading titles from the left: in ร.ต.อ. ดร.สมชาย the first step takes ร.ต.อ. and the next ดร.
 */
import { textLength } from './graphemes.js';
import type { TitleKind } from './titles.js';

export interface TitleStep {
  /** Offset behind the title. */
  end: number;
  kind: TitleKind;
}

/** Here the title ends and the name begins. */
export const NAME_BEGINS = 'name begins';

/** What may be done at this place, the likeliest first. More than one means that a person must look. */
export type TitleOptions = (TitleStep | typeof NAME_BEGINS)[];

export interface TitlePlace {
  text: string;
  at: number;
  /** Kind of the title just read, if any. */
  before?: TitleKind;
}

const BETWEEN = /[\s./,:–-]*/y;
const WORD = /[^\s./,:()]*/y;
const THAI_BEGINNING = /(?:[\u0e01-\u0e2e](?!\u0e4c)|[\u0e40-\u0e44][\u0e01-\u0e2e])/y;
const LATIN_BEGINNING = /\p{Script=Latin}/uy;

/** Offset of the next letter, behind spaces, dots and dividers. */
export function skipBetween(text: string, at: number): number {
  return at + matchAt(BETWEEN, text, at).length;
}

/** The word that begins at an offset, up to a space or divider. */
export function wordAt(text: string, at: number): string {
  return matchAt(WORD, text, at);
}

/** Number of words from an offset on. */
export function wordsFrom(text: string, at: number): number {
  return text
    .slice(at)
    .split(/[\s,]+/)
    .filter((word) => /\p{L}/u.test(word)).length;
}

/** A name could begin here: never with a mark, a following vowel or a silenced consonant. */
export function nameCanBegin(text: string, at: number): boolean {
  return matchAt(THAI_BEGINNING, text, at) !== '' || latinBegins(text, at);
}

export function latinBegins(text: string, at: number): boolean {
  return matchAt(LATIN_BEGINNING, text, at) !== '';
}

/** At least two letters as a reader counts them: กร and มะ, not มี. */
export function longEnough(name: string): boolean {
  return textLength(name).graphemes >= 2;
}

/** What a sticky pattern matches at an offset, or nothing. */
export function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
