/**
 * Texts that look the same become the same: นํ้า, น้ํา and นำ้ all become น้ำ, and เเดง becomes แดง.
 */
import { INVISIBLE, THAI_BASES, THAI_MARKS, TONE_MARKS, UPPER_MARKS, VOWEL_MARKS } from './marks.js';

/** What any repair could touch; text without it is already normal and leaves at once. */
const SUSPICIOUS = new RegExp(
  `[^\\n\\r\\u0020-\\u007e\\u0e01-\\u0e3a\\u0e3f-\\u0e5b]|[\\u0e45\\u0e4d]|\\u0e40\\u0e40|` +
    `\\u0e33[${TONE_MARKS}]|[${UPPER_MARKS}][${VOWEL_MARKS}]|([${THAI_MARKS}])\\1`,
);

const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'g');
const SPACES = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LINE_BREAKS = /[\u0085\u2028\u2029]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const LAKKHANGYAO = /(?<![\u0e24\u0e26])\u0e45/g;
const NIKHAHIT_AA = new RegExp(
  `(?<!\\p{M})((?:(?!\\u0e4d)[${THAI_MARKS}])*\\u0e4d[${THAI_MARKS}]*)[\\u0e32\\u0e33]`,
  'gu',
);
const SARA_AM_TONE = new RegExp(`([${THAI_BASES}][${THAI_MARKS}]*)\\u0e33([${TONE_MARKS}]+)(?!\\p{M})`, 'gu');
const MARK_RUN = new RegExp(`(?<!\\p{M})[${THAI_MARKS}]{2,}(?!\\p{M})`, 'gu');
const NOT_UPPER = new RegExp(`[^${UPPER_MARKS}]`, 'g');
const UPPER = new RegExp(`[${UPPER_MARKS}]`, 'g');
const SAME_MARK = new RegExp(`([${THAI_MARKS}])\\1+`, 'g');

/**
 * The one form of a text, in which equal-looking Thai is equal. Idempotent. Spaces are neither trimmed nor
 * collapsed, line breaks stay. Two different tone marks in a row, marks without a base and mixed scripts are
 * left as they are: see `textIssues`.
 */
export function normalize(text: string): string {
  return SUSPICIOUS.test(text) ? repairMarks(plainCharacters(text)) : text;
}

function plainCharacters(text: string): string {
  return text
    .replace(INVISIBLES, '')
    .replace(SPACES, ' ')
    .replace(LINE_BREAKS, '\n')
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .normalize('NFC'); // last, because what was taken out may have kept a letter and its accent apart
}

function repairMarks(text: string): string {
  return text
    .replace(LAKKHANGYAO, '\u0e32')
    .replace(NIKHAHIT_AA, (_, marks: string) => `${marks.replaceAll('\u0e4d', '')}\u0e33`)
    .replace(SARA_AM_TONE, '$1$2\u0e33')
    .replaceAll('\u0e40\u0e40', '\u0e41')
    .replace(MARK_RUN, vowelsBeforeTones);
}

function vowelsBeforeTones(marks: string): string {
  const ordered = marks.replace(UPPER, '') + marks.replace(NOT_UPPER, '');
  return ordered.normalize('NFC').replace(SAME_MARK, '$1'); // NFC wants phinthu before a lower vowel
}
