/**
 * Typing with the wrong keyboard layout on: who wants A1650 and has the Thai layout on gets ฤๅุถจ.
 * Kedmanee layout (TIS 820-2538) as Windows has it; ฤ is Shift+A.
 */
import { isThaiBase, isThaiMark } from './marks.js';

/** The same keys, row by row, first plain and then with Shift: what they give in English and in Thai. */
const ROWS = [
  ['`1234567890-=', '_ๅ/-ภถุึคตจขช'],
  ['~!@#$%^&*()_+', '%+๑๒๓๔ู฿๕๖๗๘๙'],
  ['qwertyuiop[]\\', 'ๆไำพะัีรนยบลฃ'],
  ['QWERTYUIOP{}|', '๐"ฎฑธํ๊ณฯญฐ,ฅ'],
  ["asdfghjkl;'", 'ฟหกดเ้่าสวง'],
  ['ASDFGHJKL:"', 'ฤฆฏโฌ็๋ษศซ.'],
  ['zxcvbnm,./', 'ผปแอิืทมใฝ'],
  ['ZXCVBNM<>?', '()ฉฮฺ์?ฒฬฦ'],
] as const;

const KEYS = ROWS.flatMap(([english, thai]) => [...english].map((key, i) => [key, thai.charAt(i)] as const));
const TO_THAI = new Map(KEYS);
const TO_ENGLISH = new Map(KEYS.map(([english, thai]) => [thai, english]));

const REGION_AND_NUMBER = /^(?:NE|[NSEWABC])[0-9]{4}/;
const ENGLISH_KEYS = /^[\u0021-\u007e ]{4,}$/;
/** English has no letter on these keys, Thai has its commonest (ม ว ช บ ล ฝ จ ค ต): real English words lack them. */
const THAI_ONLY_KEYS = /[,;=[\]/0-9](?=[a-z'.])/;
const NO_WORD = /[\u0e40-\u0e44](?![\u0e01-\u0e2e])/;
const MARKER_WITH_ENGLISH_STOP = /สอใ/;

export interface LayoutSlip {
  kind: 'thai_for_english' | 'english_for_thai' | 'full_stop';
  /** The text that was meant. */
  meant: string;
}

/** The text the same keys give in the English layout; what has no key stays. Give it the text as typed. */
export function fromThaiLayout(text: string): string {
  return [...text].map((char) => TO_ENGLISH.get(char) ?? char).join('');
}

/** The text the same keys give in the Thai layout; what has no key stays. */
export function toThaiLayout(text: string): string {
  return [...text].map((char) => TO_THAI.get(char) ?? char).join('');
}

/**
 * The slip behind a text, if it is plainly one: a region and number typed in Thai layout (ฤๅุถจสมชาย), `สอ.`
 * whose full stop was typed in Thai layout (สอใ), or a Thai word typed in English layout (l,=kp for สมชาย).
 * Needs the text as typed: `normalize` turns the ๅ of a slip into า and joins two equal marks to one.
 */
export function layoutSlip(text: string): LayoutSlip | undefined {
  return regionTypedInThai(text) ?? markerTypedInThai(text) ?? thaiTypedInEnglish(text);
}

function regionTypedInThai(text: string): LayoutSlip | undefined {
  const head = fromThaiLayout(text.slice(0, 6).replaceAll('\u0e32', '\u0e45'));
  const found = REGION_AND_NUMBER.exec(head)?.[0];
  if (!found || text.startsWith(found)) return undefined;
  return { kind: 'thai_for_english', meant: found + withStop(text.slice(found.length)) };
}

function markerTypedInThai(text: string): LayoutSlip | undefined {
  return MARKER_WITH_ENGLISH_STOP.test(text) ? { kind: 'full_stop', meant: withStop(text) } : undefined;
}

function withStop(text: string): string {
  return text.replace(MARKER_WITH_ENGLISH_STOP, 'สอ.');
}

function thaiTypedInEnglish(text: string): LayoutSlip | undefined {
  if (!ENGLISH_KEYS.test(text) || !THAI_ONLY_KEYS.test(text) || REGION_AND_NUMBER.test(text))
    return undefined;
  const meant = toThaiLayout(text);
  return readsAsThai(meant) ? { kind: 'english_for_thai', meant } : undefined;
}

/** Every mark has its consonant, every leading vowel is followed by one, and there is at least one vowel. */
function readsAsThai(text: string): boolean {
  let carries = false;
  let vowels = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isThaiMark(unit)) {
      if (!carries) return false;
      vowels++;
    } else {
      carries = isThaiBase(unit);
      if (unit >= 0x0e30 && unit <= 0x0e44) vowels++;
      if (unit !== 0x20 && (unit < 0x0e01 || unit >= 0x0e45)) return false;
    }
  }
  return vowels > 0 && !NO_WORD.test(text);
}
