/**
 * Letters that a hurried reader takes for each other share a class: in รัuโuนัส the u stands for บ and น, ๅ is า, and
 * U is u. Zero-width characters and tone marks have none, so that nothing can be hidden with them.
 */
import { foldLatinLookalikes } from '../thai/lookalikes.js';
import { INVISIBLE } from '../thai/marks.js';

/** Ends whatever word was being read. */
export const BREAK = 0;
/** Is read over. */
export const SKIP = 1;

/** Latin letters and digits by the Thai letters they are used for. */
const STAND_INS: Record<string, string> = {
  u: 'บน',
  n: 'กนท',
  o: 'อ',
  '0': 'อ',
  v: 'อ',
  l: 'เ',
  '1': 'เ',
  i: 'เ',
  a: 'สล',
  s: 'ร',
  j: 'ง',
  x: 'ห',
  w: 'พ',
  t: 'ต',
};
const TONES = '\u0e47-\u0e4e\u0e3a';
const SKIPPED = new RegExp(`[${INVISIBLE}${TONES}\\u0300-\\u036f\\ufe00-\\ufe0f]`);
const TONE = new RegExp(`[${TONES}]`);

/** Units by the one letter they are a way of writing: Ａ and А are a, ๑ is 1, ๅ is า. 0 for what is no letter. */
export const canonical = new Uint16Array(0x10000);
const standsFor = new Set(
  Object.entries(STAND_INS).flatMap(([latin, letters]) => [...letters].map((letter) => key(latin, letter))),
);

function key(latin: string, letter: string): number {
  return latin.charCodeAt(0) * 0x10000 + letter.charCodeAt(0);
}

export const isThai = (unit: number): boolean => unit >= 0x0e01 && unit <= 0x0e5b;
export const isTone = (unit: number): boolean => (unit >= 0x0e47 && unit <= 0x0e4e) || unit === 0x0e3a;
export const isConsonant = (unit: number): boolean => unit >= 0x0e01 && unit <= 0x0e2e;
/** ะ ั า ำ ิ ี ึ ื ุ ู ๅ: the consonant before it begins a syllable. */
export const isVowelBehind = (unit: number): boolean => (unit >= 0x0e30 && unit <= 0x0e39) || unit === 0x0e45;
/** เ แ โ ใ ไ: the consonant behind it belongs to it. */
export const isVowelBefore = (unit: number): boolean => unit >= 0x0e40 && unit <= 0x0e44;
export const isLatinOrDigit = (letter: number): boolean =>
  (letter >= 0x61 && letter <= 0x7a) || (letter >= 0x30 && letter <= 0x39);

/** Whether a unit of a text may stand for a letter of a word; a Thai letter only ever for itself. */
export function readsAs(unit: number, letter: number): boolean {
  const own = canonical[unit]!;
  return own === letter || standsFor.has(own * 0x10000 + letter);
}

/** A way of putting units into classes. */
export interface Classes {
  /** By unit; {@link BREAK}, {@link SKIP} or a class of letters. */
  of: Uint8Array;
  /** How many there are, the two special ones included. */
  count: number;
  /** Classes from here on are digits, and those from `latin` on Latin letters; what looks like Thai is in neither. */
  digits: number;
  latin: number;
}

const DOUBLED: Record<string, string> = { แ: 'เ', ำ: 'า' };

fillCanonical();
/** Each letter by itself, but for those that are also typed as two: แ as เเ, ำ as ํา. */
export const plainClasses = classify((letter) => DOUBLED[letter] ?? letter);
/** Letters that are taken for each other together. */
export const looseClasses = classify(shapeOf);

function fillCanonical(): void {
  for (const [from, to] of [
    [0x00, 0x058f],
    [0x0e00, 0x0e7f],
    [0x13a0, 0x13ff],
    [0x2160, 0x217f],
    [0xa4d0, 0xa4ff],
    [0xff10, 0xff5a],
  ] as const)
    for (let unit = from; unit <= to; unit++) canonical[unit] = letterOf(unit);
}

function classify(shape: (letter: string) => string): Classes {
  const classes = new Map<string, number>();
  const classed = (letter: string) => {
    const key = shape(letter);
    if (!classes.has(key)) classes.set(key, classes.size + SKIP + 1);
    return classes.get(key)!;
  };
  const thai = Array.from({ length: 0x5b }, (_, i) => 0x0e01 + i).filter((unit) => canonical[unit] === unit);
  for (const unit of thai) classed(String.fromCharCode(unit));
  const digits = classes.size + SKIP + 1;
  for (const digit of '0123456789') classed(digit);
  const latin = classes.size + SKIP + 1;
  const of = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    if (canonical[unit]! > 0) of[unit] = classed(String.fromCharCode(canonical[unit]!));
    else if (unit === 0xad || (unit > 0x2ff && SKIPPED.test(String.fromCharCode(unit)))) of[unit] = SKIP;
  }
  return { of, count: classes.size + SKIP + 1, digits, latin };
}

function letterOf(unit: number): number {
  const char = String.fromCharCode(unit);
  if (unit === 0x0e45) return 0x0e32;
  if (unit >= 0x0e50 && unit <= 0x0e59) return unit - 0x0e50 + 0x30;
  if (unit >= 0x0e01 && unit <= 0x0e46 && !TONE.test(char))
    return unit === 0x0e3f || unit === 0x0e46 ? 0 : unit;
  const latin = foldLatinLookalikes(char).toLowerCase().charCodeAt(0);
  return isLatinOrDigit(latin) ? latin : 0;
}

/** One letter for all that are ever mixed up with it. */
function shapeOf(letter: string): string {
  if (letter in DOUBLED) return DOUBLED[letter]!;
  if ('23456789'.includes(letter)) return '9';
  if ('บกท'.includes(letter) || letter === 'u' || letter === 'n') return 'น';
  if (letter === 'ล' || letter === 'a') return 'ส';
  return STAND_INS[letter]?.[0] ?? letter;
}
