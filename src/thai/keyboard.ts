/**
 * Typing with the wrong keyboard layout on: who wants A1650 and has the Thai layout on gets ฤๅุถจ.
 * Kedmanee layout (TIS 820-2538) as Windows has it; ฤ is Shift+A.
 */
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

/** The text the same keys give in the English layout; what has no key stays. Give it the text as typed. */
export function fromThaiLayout(text: string): string {
  return [...text].map((char) => TO_ENGLISH.get(char) ?? char).join('');
}

/** The text the same keys give in the Thai layout; what has no key stays. */
export function toThaiLayout(text: string): string {
  return [...text].map((char) => TO_THAI.get(char) ?? char).join('');
}
