/**
 * A cell's text as people meant it: `" สมชาย  ใจดี\u200b"` is `สมชาย ใจดี`; what no keyboard writes is told apart.
 */
import { normalize } from '../../thai/normalize.js';
import type { Finding } from './cell-issue.js';

/** Equal-looking texts are equal, ends are trimmed, white space in a row is one space; line breaks go too. */
export function oneLine(cell: string): string {
  const text = normalize(cell);
  return untidy.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** The same, but an answer of several lines keeps them. */
export function manyLines(cell: string): string {
  return normalize(cell)
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .join('\n')
    .trim();
}

/** What people write into a question they must answer and have no answer to. */
export const isNothing = (text: string): boolean => nothing.test(text);

/** Formulas, control characters, emoji; undefined where none is found. `hidden` marks are only a warning. */
export function strangeCharacters(cell: string): Finding | undefined {
  if (errorValue.test(cell)) return finding('CELL_ERROR');
  if (plain.test(cell)) return undefined;
  if (control.test(cell)) return finding('CONTROL_CHARACTER', oneLine(cell.replace(controls, '')));
  if (hidden.test(cell)) return finding('INVISIBLE_CHARACTER', oneLine(cell));
  return undefined;
}

/** A name that a spreadsheet would take for a formula: `=HYPERLINK("http://…")`. */
export function formula(cell: string): Finding | undefined {
  return /^[\s']*[=+@＝＋＠]/.test(cell) ? finding('FORMULA') : undefined;
}

const untidy = /^\s|\s$|\s\s|[^\S ]/;
const nothing = /^(?:[-–—.,\s]*|ไม่มี|ไม่ระบุ|ไม่ทราบ|ไม่มีข้อมูล|ยังไม่มี|n\/?a|none|no|nil|null|-+ไม่มี-+)$/i;
const errorValue = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|ERROR!|SPILL!|CALC!)$/;
const plain = /^[\n\r\t\u0020-\u007e\u0e01-\u0e3a\u0e3f-\u0e5b]*$/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd]/;
const controls = new RegExp(control.source, 'g');
const hidden = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

const messages = {
  CONTROL_CHARACTER: {
    severity: 'error',
    th: 'มีอักขระควบคุมหรืออักขระเสียปนอยู่ กรุณาพิมพ์ข้อความนี้ใหม่',
    en: 'The text contains control or damaged characters; type it again.',
  },
  CELL_ERROR: {
    severity: 'error',
    th: 'ช่องนี้เป็นค่าผิดพลาดของสูตร (เช่น #N/A) กรุณาพิมพ์คำตอบแทนสูตร',
    en: 'The cell shows the error of a formula, such as #N/A; type the answer in its place.',
  },
  INVISIBLE_CHARACTER: {
    severity: 'warning',
    th: 'มีอักขระที่มองไม่เห็นปนอยู่ ระบบตัดออกให้แล้ว',
    en: 'The text contained invisible characters; they were left out.',
  },
  FORMULA: {
    severity: 'error',
    th: 'ข้อความนี้เป็นสูตรของตารางคำนวณ กรุณาพิมพ์เป็นข้อความธรรมดา',
    en: 'This text is a spreadsheet formula; type plain text.',
  },
} as const;

function finding(code: keyof typeof messages, suggestion?: string): Finding {
  const { severity, th, en } = messages[code];
  return { code, severity, message: { th, en }, ...(suggestion && { suggestion }) };
}
