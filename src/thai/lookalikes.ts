/**
 * Letters of other scripts that look Latin are read as Latin: Cyrillic А1650 is A1650.
 * Source: the shapes in common screen fonts; only letters that readers take for the Latin one.
 */
import { normalize } from './normalize.js';

/** Look-alikes by the Latin letter they are taken for. */
const LOOKALIKES: Record<string, string> = {
  A: 'АΑᎪꓮ',
  B: 'ВΒᏴꓐ',
  C: 'СϹᏟꓚⅭ',
  D: 'ᎠꓓⅮ',
  E: 'ЕΕᎬꓰ',
  H: 'НΗᎻꓧ',
  I: 'ІΙӀꓲⅠ',
  J: 'ЈͿᎫꓙ',
  K: 'КΚᏦꓗ',
  L: 'ᏞꓡⅬ',
  M: 'МΜᎷꓟⅯ',
  N: 'Νꓠ',
  O: 'ОΟꓳ',
  P: 'РΡᏢꓑ',
  Q: 'Ԛ',
  S: 'ЅᏚꓢ',
  T: 'ТΤᎢꓔ',
  V: 'ѴᏙꓦⅤ',
  W: 'ԜᎳꓪ',
  X: 'ХΧꓫⅩ',
  Y: 'ҮΥꓬ',
  Z: 'ΖᏃꓜ',
  a: 'аαɑ',
  b: 'Ьƅ',
  c: 'сϲⅽ',
  d: 'ԁⅾ',
  e: 'еєҽ',
  h: 'һ',
  i: 'іιıⅰ',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏⅼ',
  m: 'ⅿ',
  n: 'ոη',
  o: 'оοօ',
  p: 'рρ',
  q: 'ԛ',
  s: 'ѕꜱ',
  u: 'υս',
  v: 'ѵνⅴ',
  w: 'ԝωѡ',
  x: 'хχⅹ',
  y: 'уγү',
  z: 'ᴢ',
};

const LATIN_OF = new Map(
  Object.entries(LOOKALIKES).flatMap(([latin, others]) =>
    [...others].map((other) => [other, latin] as const),
  ),
);
/** Small letters of capitals that look Latin, and do not themselves: к is one of К, which is taken for K. */
const LATIN_OF_CAPITAL = new Map(
  [...LATIN_OF].flatMap(([other, latin]) => {
    const small = other.toLowerCase();
    return LATIN_OF.has(small) ? [] : [[small, latin.toLowerCase()] as const];
  }),
);
const NEITHER_ASCII_NOR_THAI = /[^\n\r\t -~\u0e00-\u0e7f]/gu;
const FULL_WIDTH_LETTERS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
const NOT_COMPARED = /\s|\.|[\u0e48-\u0e4b]/g;

/** Cyrillic, Greek, other look-alike and full-width letters as Latin ones, in their own case. One for one. */
export function foldLatinLookalikes(text: string): string {
  return text
    .replace(FULL_WIDTH_LETTERS, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(NEITHER_ASCII_NOR_THAI, (letter) => LATIN_OF.get(letter) ?? letter);
}

/**
 * What two texts share that a hurried reader would mix up: without tone marks, spaces and dots, Latin in lower
 * case, look-alikes folded. Not unique: ป่า and ปา share one. For finding returners and impersonators only.
 */
export function skeleton(text: string): string {
  const compared = foldLatinLookalikes(normalize(text)).replace(NOT_COMPARED, '').toLowerCase();
  return normalize(foldLatinLookalikes(compared)); // again: what was dropped may have kept เ and เ apart
}

/**
 * The same for texts that differ in their case alone: of В (Cyrillic), which looks like B, and of в, which does not. Only
 * Η, Ν, Υ and Ӏ look like another Latin letter than their small ones.
 */
export const caselessSkeleton = (text: string): string =>
  skeleton(text).replace(NEITHER_ASCII_NOR_THAI, (letter) => LATIN_OF_CAPITAL.get(letter) ?? letter);
