/**
 * What is wrong in a text but cannot be repaired without guessing: in น่้า nobody knows which tone was meant.
 */
import {
  INVISIBLE,
  isThaiBase,
  isThaiMark,
  isToneMark,
  THAI_BASES,
  TONE_MARKS,
  VOWEL_MARKS,
} from './marks.js';

export type TextIssueCode = 'TWO_TONE_MARKS' | 'MARK_WITHOUT_BASE' | 'MIXED_SCRIPTS' | 'INVISIBLE_CHARACTER';

export interface TextIssue {
  code: TextIssueCode;
  /** Offset of the first UTF-16 unit in the original text. */
  start: number;
  /** Offset behind the last UTF-16 unit. */
  end: number;
  message: { th: string; en: string };
}

const MESSAGES: Record<TextIssueCode, { th: string; en: string }> = {
  TWO_TONE_MARKS: {
    th: 'มีวรรณยุกต์สองตัวซ้อนกัน กรุณาลบตัวที่ไม่ต้องการออก',
    en: 'Two different tone marks stand on one letter. Please delete the wrong one.',
  },
  MARK_WITHOUT_BASE: {
    th: 'มีสระหรือวรรณยุกต์ที่ไม่มีพยัญชนะรองรับ กรุณาพิมพ์คำนี้ใหม่',
    en: 'A vowel or tone mark stands without a consonant. Please type the word again.',
  },
  MIXED_SCRIPTS: {
    th: 'มีตัวอักษรซีริลลิกหรือกรีกปนอยู่ กรุณาพิมพ์ด้วยตัวอักษรไทยหรืออังกฤษ',
    en: 'Cyrillic or Greek letters are mixed in. Please type Thai or English letters.',
  },
  INVISIBLE_CHARACTER: {
    th: 'มีอักขระที่มองไม่เห็นปนอยู่ กรุณาลบแล้วพิมพ์ใหม่',
    en: 'The text contains an invisible character. Please delete it and type again.',
  },
};

const UNSEEN = new RegExp(
  `[${INVISIBLE}\\u034f\\u115f\\u1160\\u180e\\u2061-\\u2064\\u206a-\\u206f\\u3164\\uffa0]+`,
  'g',
);
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]+/gu;
const HOME_SCRIPT = /[\p{Script=Thai}\p{Script=Latin}]/u;
/** Nearly every text: letters without marks, and consonants with vowels and one tone mark. */
const WITHOUT_ISSUES = new RegExp(
  `^(?:[\\n\\r\\u0020-\\u007e\\u0e2f\\u0e30\\u0e32\\u0e3f-\\u0e46\\u0e4f-\\u0e5b]|` +
    `[${THAI_BASES}][${VOWEL_MARKS}\\u0e4c]*(?:[${TONE_MARKS}][${VOWEL_MARKS}\\u0e4c]*)?\\u0e33?)*$`,
);
const SARA_AM = 0x0e33;

/** All flags of a text in order of place. Offsets count UTF-16 units of the text as given, not normalised. */
export function textIssues(text: string): TextIssue[] {
  if (WITHOUT_ISSUES.test(text)) return [];
  const issues = [...markIssues(text), ...matches(text, UNSEEN, 'INVISIBLE_CHARACTER')];
  if (HOME_SCRIPT.test(text)) issues.push(...matches(text, FOREIGN, 'MIXED_SCRIPTS'));
  return issues.sort((a, b) => a.start - b.start || a.end - b.end);
}

function matches(text: string, pattern: RegExp, code: TextIssueCode): TextIssue[] {
  return [...text.matchAll(pattern)].map((found) => issue(code, found.index, found.index + found[0].length));
}

/** Walks from letter to letter, remembering whether marks may stand here and which tone was seen. */
function markIssues(text: string): TextIssue[] {
  const issues: TextIssue[] = [];
  let carries = false;
  let toneAt = -1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isInvisible(unit)) continue;
    if (isToneMark(unit) && carries) {
      if (toneAt >= 0 && text.charCodeAt(toneAt) !== unit) addOrGrow(issues, 'TWO_TONE_MARKS', toneAt, i + 1);
      else toneAt = i;
    } else if (isThaiMark(unit) || unit === SARA_AM) {
      if (!carries) addOrGrow(issues, 'MARK_WITHOUT_BASE', i, i + 1);
    } else {
      carries = isThaiBase(unit);
      toneAt = -1;
    }
  }
  return issues;
}

function addOrGrow(issues: TextIssue[], code: TextIssueCode, start: number, end: number): void {
  const last = issues.at(-1);
  if (last?.code === code && last.end >= start) last.end = end;
  else issues.push(issue(code, start, end));
}

function issue(code: TextIssueCode, start: number, end: number): TextIssue {
  return { code, start, end, message: MESSAGES[code] };
}

function isInvisible(unit: number): boolean {
  if (unit < 0x200b) return unit === 0xad || unit === 0x61c;
  return unit <= 0x200f || (unit >= 0x202a && unit <= 0x202e) || unit === 0x2060 || isFarInvisible(unit);
}

function isFarInvisible(unit: number): boolean {
  return (unit >= 0x2066 && unit <= 0x2069) || unit === 0xfeff;
}
