/**
 * Where a cooperative's name could begin in a username without marker: A1650ออมทรัพย์อยู่ดีกินดี ends in a name of
 * the directory, or in one that is a slip away from that of the number's own cooperative.
 */
import { withoutLimited } from '../cooperatives/cooperative-name.js';
import type { DirectoryCooperative, DirectoryIndex } from '../cooperatives/directory-index.js';
import { MAX_EDITS, slipsBetween } from '../cooperatives/near-spelling.js';
import { toAsciiDigits } from '../thai/digits.js';
import { isThaiMark } from '../thai/marks.js';
import { emptyMarker, type UsernameSplit } from './username-splits.js';

/** Longer than any cooperative's name. */
const MAX_TAIL = 90;
const PROVINCE_WORD = 'จังหวัด';
const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;

/** Longest name first; slips only where no registered name fits. `numbered` are the cooperatives whose number was typed. */
export function splitsWithoutMarker(
  text: string,
  start: number,
  directory: DirectoryIndex,
  numbered: readonly DirectoryCooperative[],
): UsernameSplit[] {
  const { key, places } = squeezedTail(withoutLimited(text), Math.max(start + 1, text.length - MAX_TAIL));
  const starts = places.map((_, i) => i).filter((i) => !isThaiMark(key.charCodeAt(i)));
  const known = starts.filter((i) => directory.knowsKey(key.slice(i)));
  if (known.length > 0) return known.map((i) => emptyMarker(places[i]!));
  const lengths = slippedLengths(
    key,
    numbered.flatMap((cooperative) => directory.spellingsOf(cooperative)),
  );
  return starts.filter((i) => lengths.has(key.length - i)).map((i) => emptyMarker(places[i]!));
}

/**
 * Where the registered short name of one of `numbered` begins, if the text ends in it letter by letter. What looks
 * like a marker behind that place is part of the name: ชุมนุมสอ.ร่มเย็น.
 */
export function splitAtRegisteredName(
  text: string,
  start: number,
  numbered: readonly DirectoryCooperative[],
): UsernameSplit | undefined {
  const lengths = numbered
    .filter(({ shortName }) => text.endsWith(shortName))
    .map(({ shortName }) => shortName.length);
  const at = text.length - Math.max(0, ...lengths);
  return at === text.length || at <= start ? undefined : emptyMarker(at);
}

/** The tail as a match key, and where each of its units stands in the text. */
function squeezedTail(text: string, from: number): { key: string; places: number[] } {
  const places: number[] = [];
  let key = '';
  for (let i = from; i < text.length; i++) {
    if (text.startsWith(PROVINCE_WORD, i)) i += PROVINCE_WORD.length;
    const unit = text.charAt(i);
    if (!LETTER_OR_DIGIT.test(unit)) continue;
    key += unit;
    places.push(i);
  }
  return { key: toAsciiDigits(key).toLowerCase(), places };
}

/** How long the endings are that are a slip away from one of the keys. */
function slippedLengths(text: string, keys: readonly string[]): Set<number> {
  const lengths = new Set<number>();
  for (const key of keys) {
    for (let length = key.length - MAX_EDITS; length <= key.length + MAX_EDITS; length++) {
      if (length > text.length || length < 1) continue;
      if (slipsBetween(text.slice(-length), key) !== undefined) lengths.add(length);
    }
  }
  return lengths;
}
