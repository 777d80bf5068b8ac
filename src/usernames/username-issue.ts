/**
 * Everything that can be wrong with a username has a code and a sentence that says how to put it right:
 * `a1650…` has LOWERCASE_REGION, "พิมพ์รหัสเขตพื้นที่เป็นตัวพิมพ์ใหญ่".
 */
import type { Message } from '../platform/message.js';

export const USERNAME_ISSUE_CODES = [
  'REGION_UNKNOWN',
  'REGION_MISMATCH',
  'REGION_LOOKALIKE',
  'LOWERCASE_REGION',
  'NUMBER_MISSING',
  'NUMBER_MISMATCH',
  'NUMBER_NOT_ARABIC_DIGITS',
  'NAME_MISSING',
  'NAME_HAS_TITLE',
  'NAME_INVALID_CHARACTER',
  'MARKER_MISSING',
  'MARKER_VARIANT',
  'COOPERATIVE_UNKNOWN',
  'COOPERATIVE_NAME_VARIANT',
  'WHITESPACE',
  'INVISIBLE_CHARACTER',
  'NOT_NORMALIZED',
  'TOO_LONG',
] as const;

export type UsernameIssueCode = (typeof USERNAME_ISSUE_CODES)[number];

export const SEGMENT_KINDS = ['region', 'number', 'name', 'marker', 'cooperative'] as const;

export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** Where an issue is; `whole` for the username as such. */
export type IssueSegment = SegmentKind | 'whole';

export interface UsernameIssue {
  code: UsernameIssueCode;
  segment: IssueSegment;
  message: Message;
}

/** What a sentence may name. */
export interface IssueFacts {
  /** What should stand there. */
  expected?: string;
  /** The name of the cooperative that is meant. */
  cooperative?: string;
  /** Several cooperatives fit. */
  several?: boolean;
  /** Typed with the Thai keyboard layout on. */
  keyboard?: boolean;
  /** The longest that is taken, with its unit. */
  max?: string;
}

export function usernameIssue(
  code: UsernameIssueCode,
  segment: IssueSegment,
  facts: IssueFacts = {},
): UsernameIssue {
  return { code, segment, message: SENTENCES[code](facts, segment) };
}

const REGIONS_TEXT = 'N, S, E, W, A, B, NE, C';
const KEYBOARD: Message = {
  th: 'ดูเหมือนพิมพ์ด้วยแป้นพิมพ์ภาษาไทย กรุณาเปลี่ยนเป็นภาษาอังกฤษแล้วพิมพ์',
  en: 'This looks typed with the Thai keyboard layout; please switch to English and type',
};
const SEGMENT_NAMES: Record<IssueSegment, Message> = {
  region: { th: 'รหัสเขตพื้นที่', en: 'area code' },
  number: { th: 'เลขทะเบียนสหกรณ์', en: 'cooperative number' },
  name: { th: 'ชื่อผู้ขาย', en: "seller's name" },
  marker: { th: '“สอ.”', en: 'marker “สอ.”' },
  cooperative: { th: 'ชื่อสหกรณ์', en: "cooperative's name" },
  whole: { th: 'ชื่อผู้ใช้งาน', en: 'username' },
};

type Sentence = (facts: IssueFacts, segment: IssueSegment) => Message;

/** `: X` or nothing. */
const colon = (text: string | undefined): string => (text === undefined ? '' : ` ${text}`);

const SENTENCES: Record<UsernameIssueCode, Sentence> = {
  REGION_UNKNOWN: ({ expected, keyboard }) => ({
    th: keyboard
      ? `${KEYBOARD.th}${colon(expected)}`
      : `ไม่พบรหัสเขตพื้นที่ กรุณาขึ้นต้นด้วย ${expected ?? REGIONS_TEXT}`,
    en: keyboard
      ? `${KEYBOARD.en}${colon(expected)}.`
      : `There is no area code; please begin with ${expected ?? `one of ${REGIONS_TEXT}`}.`,
  }),
  REGION_MISMATCH: ({ expected, cooperative }) => ({
    th: `รหัสเขตพื้นที่ไม่ตรงกับสหกรณ์${colon(cooperative)} กรุณาใช้${colon(expected)}`,
    en: `The area code is not that of the cooperative${colon(cooperative)}; please use${colon(expected)}.`,
  }),
  REGION_LOOKALIKE: ({ expected }) => ({
    th: `รหัสเขตพื้นที่เป็นตัวอักษรต่างภาษาที่หน้าตาคล้ายกัน กรุณาพิมพ์ตัวอักษรอังกฤษ${colon(expected)}`,
    en: `The area code is a look-alike letter of another script; please type the English letter${colon(expected)}.`,
  }),
  LOWERCASE_REGION: ({ expected }) => ({
    th: `กรุณาพิมพ์รหัสเขตพื้นที่เป็นตัวพิมพ์ใหญ่${colon(expected)}`,
    en: `Please type the area code in capitals${expected === undefined ? '' : `: ${expected}`}.`,
  }),
  NUMBER_MISSING: ({ expected }) => ({
    th: `ไม่พบเลขทะเบียนสหกรณ์ 4 หลักท้าย กรุณาใส่${expected === undefined ? 'หลังรหัสเขตพื้นที่' : ` ${expected}`}`,
    en: `The last four digits of the cooperative's number are missing; please put ${expected ?? 'them'} behind the area code.`,
  }),
  NUMBER_MISMATCH: ({ expected, cooperative }) => ({
    th: `เลข 4 หลักไม่ตรงกับเลขทะเบียนของสหกรณ์${colon(cooperative)} กรุณา${expected === undefined ? 'ตรวจสอบอีกครั้ง' : `ใช้ ${expected}`}`,
    en: `The digits do not belong to the cooperative${colon(cooperative)}; please ${expected === undefined ? 'check them' : `use ${expected}`}.`,
  }),
  NUMBER_NOT_ARABIC_DIGITS: ({ expected, keyboard }) => ({
    th: keyboard ? `${KEYBOARD.th}${colon(expected)}` : `กรุณาพิมพ์เลขทะเบียนเป็นเลขอารบิก${colon(expected)}`,
    en: keyboard
      ? `${KEYBOARD.en}${colon(expected)}.`
      : `Please type the number in the digits 0 to 9${expected === undefined ? '' : `: ${expected}`}.`,
  }),
  NAME_MISSING: () => ({
    th: 'ไม่พบชื่อผู้ขาย กรุณาใส่ชื่อจริงหน้า “สอ.”',
    en: "The seller's name is missing; please put the first name before “สอ.”.",
  }),
  NAME_HAS_TITLE: ({ expected }) => ({
    th: `กรุณาใช้ชื่อโดยไม่มีคำนำหน้าชื่อ${colon(expected)}`,
    en: `Please leave out the title${expected === undefined ? '' : `: ${expected}`}.`,
  }),
  NAME_INVALID_CHARACTER: ({ expected }, segment) => ({
    th: `${SEGMENT_NAMES[segment].th}มีอักขระที่ใช้ไม่ได้ กรุณา${expected === undefined ? 'พิมพ์ใหม่ด้วยตัวอักษรไทยหรืออังกฤษ' : `ใช้ ${expected}`}`,
    en: `The ${SEGMENT_NAMES[segment].en} holds characters that cannot be used; please ${expected === undefined ? 'type it again in Thai or English letters' : `use ${expected}`}.`,
  }),
  MARKER_MISSING: () => ({
    th: 'ไม่พบ “สอ.” กรุณาใส่ “สอ.” หน้าชื่อสหกรณ์',
    en: "The marker “สอ.” is missing; please put it before the cooperative's name.",
  }),
  MARKER_VARIANT: () => ({
    th: 'กรุณาพิมพ์คำนำหน้าชื่อสหกรณ์เป็น “สอ.” เท่านั้น',
    en: "Please type exactly “สอ.” before the cooperative's name.",
  }),
  COOPERATIVE_UNKNOWN: ({ several }) => ({
    th: several
      ? 'มีสหกรณ์มากกว่าหนึ่งแห่งที่อาจหมายถึง กรุณาเลือกจากรายการ'
      : 'ไม่พบสหกรณ์นี้ในทะเบียน กรุณาตรวจสอบชื่อและเลขทะเบียนสหกรณ์',
    en: several
      ? 'Several cooperatives could be meant; please choose from the list.'
      : 'This cooperative is not in the directory; please check its name and number.',
  }),
  COOPERATIVE_NAME_VARIANT: ({ expected }) => ({
    th: `กรุณาใช้ชื่อย่อสหกรณ์ตามทะเบียน${colon(expected)}`,
    en: `Please use the cooperative's registered short name${expected === undefined ? '' : `: ${expected}`}.`,
  }),
  WHITESPACE: (_, segment) => ({
    th: `มีช่องว่างที่${SEGMENT_NAMES[segment].th} กรุณาลบช่องว่างออก`,
    en: `There is a space at the ${SEGMENT_NAMES[segment].en}; please delete it.`,
  }),
  INVISIBLE_CHARACTER: (_, segment) => ({
    th: `มีอักขระที่มองไม่เห็นที่${SEGMENT_NAMES[segment].th} กรุณาลบแล้วพิมพ์ใหม่`,
    en: `There is an invisible character at the ${SEGMENT_NAMES[segment].en}; please delete it and type again.`,
  }),
  NOT_NORMALIZED: (_, segment) => ({
    th: `${SEGMENT_NAMES[segment].th}พิมพ์ด้วยอักขระที่ไม่เป็นรูปมาตรฐาน กรุณาพิมพ์ใหม่`,
    en: `The ${SEGMENT_NAMES[segment].en} is typed in an unusual form; please type it again.`,
  }),
  TOO_LONG: ({ max }) => ({
    th: `ชื่อผู้ใช้งานยาวเกิน ${max ?? ''}`,
    en: `The username is longer than ${max ?? ''}.`,
  }),
};
