/**
 * A seller's name in a username is Thai or Latin letters and at most a number of two or more behind (ออมทรัพย์ใจดี2):
 * no title, no white space, no emoji; a hyphen or apostrophe only inside Latin (Anne-Marie).
 */
import { toAsciiDigits } from '../thai/digits.js';
import { foldLatinLookalikes } from '../thai/lookalikes.js';
import { THAI_BASES, THAI_MARKS } from '../thai/marks.js';
import { textIssues } from '../thai/text-issues.js';
import { titleBefore } from './seller-title.js';
import type { Span } from './typed-text.js';

export interface SellerNameReading {
  /** The name as it should be, if that can be known. */
  name: string | undefined;
  /** Spans within the text read. */
  title: Span | undefined;
  strange: readonly Span[];
}

/** Marks first; ฯ, ๆ and ฿ are no letters of a name. */
const THAI = `${THAI_MARKS}\\u0e30\\u0e32\\u0e33\\u0e40-\\u0e45${THAI_BASES}`;
const LATIN = '\\p{Script=Latin}';
const LETTER = `[${THAI}${LATIN}]`;
const NAME = new RegExp(
  `^${LETTER}(?:${LETTER}|(?<=[${LATIN}])[-'’](?=[${LATIN}]))*(?:[2-9]|[1-9][0-9]{1,5})?$`,
  'u',
);
const HAS_BASE = /[\u0e01-\u0e2e\p{Script=Latin}]/u;
const STRANGE = new RegExp(`(?:(?!(?<=[${LATIN}])[-'’](?=[${LATIN}]))[^${THAI}${LATIN}0-9])+`, 'gu');
/** A nickname in brackets: สมชาย(ชาย). */
const BRACKETED = /[([{][^()[\]{}]{0,40}[)\]}]/gu;
/** Emoji and the ladder's number: นางนวล🌸 and นางนวล2 are read as นางนวล is. */
const DECORATION_BEHIND = /[^\p{L}\p{M}.]{1,40}$/u;
const BARE = /[\p{L}\p{M}.]$/u;
const OUTER_STOPS = /^[.,]+|[.,]+$/g;
const SEPARATORS = /[\p{S}\p{P}\p{M}\p{Cf}\p{Extended_Pictographic}]/gu;

/** Whether a normalised text may stand as the name in a username. A title in front is not looked for. */
export function isSellerName(text: string): boolean {
  return NAME.test(text) && HAS_BASE.test(text) && textIssues(text).length === 0;
}

/** Reads the name part of a typed username, normalised and without white space. */
export function readSellerName(text: string): SellerNameReading {
  const title = titleBefore(BARE.test(text) ? text : text.replace(DECORATION_BEHIND, ''));
  if (title === undefined && isSellerName(text)) return { name: text, title, strange: [] };
  const rest = title === undefined ? text : text.slice(title.length);
  const name = cleaned(rest);
  return {
    name,
    title: title === undefined ? undefined : { start: 0, end: title.length },
    strange: strangeIn(rest).map(({ start, end }) => shift({ start, end }, text.length - rest.length)),
  };
}

/** The name that is left when decoration goes, unless a guess would be needed. */
function cleaned(text: string): string | undefined {
  const bare = text.replace(BRACKETED, '').replace(OUTER_STOPS, '');
  // A stop inside may belong to an abbreviation that nobody knows.
  if (bare.includes('.')) return undefined;
  const plain = foldLatinLookalikes(toAsciiDigits(bare)).replace(STRANGE, (found) =>
    found.replace(SEPARATORS, ''),
  );
  return isSellerName(plain) ? plain : undefined;
}

function strangeIn(text: string): Span[] {
  const spans = [...text.matchAll(STRANGE)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  for (const { start, end } of textIssues(text)) spans.push({ start, end });
  if (spans.length === 0 && text !== '' && !isSellerName(text)) spans.push({ start: 0, end: text.length });
  return spans;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
