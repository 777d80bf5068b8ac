/**
 * A Thai mark stands above or below a consonant and never alone: in น้ำ the ้ belongs to น.
 * Character classes are written as bodies for `[…]`, so that several can be joined.
 */

/** Upper and lower vowels, ็ , nikhahit, phinthu and yamakkan: written before the tone mark. */
export const VOWEL_MARKS = '\u0e31\u0e34-\u0e3a\u0e47\u0e4d\u0e4e';
/** The four tone marks. */
export const TONE_MARKS = '\u0e48-\u0e4b';
/** Tone marks and ์, which stand above the vowel. */
export const UPPER_MARKS = '\u0e48-\u0e4c';
/** Every combining Thai mark. */
export const THAI_MARKS = '\u0e31\u0e34-\u0e3a\u0e47-\u0e4e';
/** Consonants with ฤ and ฦ: what a mark can stand on. */
export const THAI_BASES = '\u0e01-\u0e2e';
/** Zero-width characters, soft hyphen and bidi controls: seen by nobody, kept by nobody. */
export const INVISIBLE = '\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff';

/** The same with whatever else shows nothing: joiners, fillers, variation selectors and tags. Needs the flag `u`. */
export const UNSEEN = `${INVISIBLE}\\u034f\\u115f\\u1160\\u180b-\\u180e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\uffa0\\u{e0000}-\\u{e01ef}`;

/** True for a combining Thai mark given as UTF-16 unit. */
export function isThaiMark(unit: number): boolean {
  return unit === 0x0e31 || (unit >= 0x0e34 && unit <= 0x0e3a) || (unit >= 0x0e47 && unit <= 0x0e4e);
}

/** True for a Thai consonant, ฤ or ฦ given as UTF-16 unit. */
export function isThaiBase(unit: number): boolean {
  return unit >= 0x0e01 && unit <= 0x0e2e;
}

/** True for one of the four tone marks given as UTF-16 unit. */
export function isToneMark(unit: number): boolean {
  return unit >= 0x0e48 && unit <= 0x0e4b;
}
