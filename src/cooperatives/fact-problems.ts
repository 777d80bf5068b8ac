/**
 * Every sentence about a cooperative's facts in one place, such as: เลขทะเบียน 1650 ต้องมีตัวเลข 6 หลัก.
 */
import type { Message } from '../platform/message.js';
import type { FactName } from './cooperative.js';

/** What is wrong (`error`: cannot be kept) or looks wrong (`warning`: is kept) with one fact. */
export interface FactIssue {
  /** None for a row as a whole. */
  field: FactName | null;
  /** Which alias, from 0. */
  index?: number;
  code: string;
  severity: 'error' | 'warning';
  message: Message;
  /** What was probably meant. */
  suggestion?: string;
}

type Severity = FactIssue['severity'];

const issue = (field: FactName, severity: Severity, code: string, th: string, en: string): FactIssue => ({
  ...{ field, code, severity },
  message: { th, en },
});

const names: Partial<Record<FactName, Message>> = {
  fullName: { th: 'ชื่อสหกรณ์', en: 'The full name' },
  shortName: { th: 'ชื่อย่อสหกรณ์', en: 'The short name' },
  aliases: { th: 'ชื่อเรียกอื่น', en: 'A further name' },
};
const nameOf = (field: FactName): Message => names[field] ?? { th: field, en: field };

export const factProblems = {
  row: (code: string, message: Message): FactIssue => ({ field: null, code, severity: 'error', message }),
  numberInvalid: (got: string, suggestion?: string): FactIssue => ({
    ...issue(
      'registrationNumber',
      'error',
      'REGISTRATION_NUMBER_INVALID',
      `เลขทะเบียนสหกรณ์ต้องเป็นตัวเลข 6 หลัก เช่น 101650${suggestion ? ` อาจหมายถึง ${suggestion} (Excel ตัดเลขศูนย์ข้างหน้า)` : ''}`,
      `The registration number has six digits, such as 101650.${suggestion ? ` Perhaps ${suggestion} is meant: Excel drops leading zeros.` : ''}`,
    ),
    ...(suggestion && { suggestion }),
  }),
  nameMissing: (field: FactName): FactIssue =>
    issue(
      field,
      'error',
      'NAME_MISSING',
      `กรุณาระบุ${nameOf(field).th}`,
      `${nameOf(field).en} is missing; please add it.`,
    ),
  nameTooLong: (field: FactName, longest: number, index?: number): FactIssue => ({
    ...issue(
      field,
      'error',
      'NAME_TOO_LONG',
      `${nameOf(field).th}ยาวเกิน ${longest} ตัวอักษร กรุณาย่อให้สั้นลง`,
      `${nameOf(field).en} is longer than ${longest} characters; please shorten it.`,
    ),
    index,
  }),
  nameInvalid: (field: FactName, index?: number): FactIssue => ({
    ...issue(
      field,
      'error',
      'NAME_INVALID',
      `${nameOf(field).th}ต้องประกอบด้วยตัวอักษร ตัวเลข และเครื่องหมายวรรคตอนเท่านั้น กรุณาลบสัญลักษณ์อื่นออก`,
      `${nameOf(field).en} may hold letters, numbers and punctuation only; please remove other symbols.`,
    ),
    index,
  }),
  text: (field: FactName, code: string, { th, en }: Message, index?: number): FactIssue => ({
    ...issue(field, 'error', code, `${nameOf(field).th}: ${th}`, `${nameOf(field).en}: ${en}`),
    index,
  }),
  tooManyAliases: (most: number): FactIssue =>
    issue(
      'aliases',
      'error',
      'TOO_MANY_ALIASES',
      `ชื่อเรียกอื่นมีได้ไม่เกิน ${most} ชื่อ กรุณาลบชื่อที่ไม่ใช้`,
      `At most ${most} further names are kept; please remove some.`,
    ),
  provinceUnknown: (got: string): FactIssue =>
    issue(
      'province',
      'error',
      'PROVINCE_UNKNOWN',
      `ไม่รู้จักจังหวัด “${got}” กรุณาพิมพ์ชื่อจังหวัดให้ถูกต้อง หรือเว้นว่างไว้`,
      `“${got}” is no province; correct it or leave it empty.`,
    ),
  shortNameHasMarker: (shortName: string): FactIssue => ({
    ...issue(
      'shortName',
      'warning',
      'SHORT_NAME_HAS_MARKER',
      `ชื่อย่อขึ้นต้นด้วย “สอ.” ชื่อผู้ใช้งานจะเป็น …สอ.${shortName} หากไม่ต้องการ กรุณาตัด “สอ.” ออก`,
      `The short name begins with “สอ.”, so usernames end with …สอ.${shortName}; drop it unless that is meant.`,
    ),
    suggestion: shortName.replace(/^สอ\./u, ''),
  }),
  regionUnusual: (regionCode: string, province: string, usual: readonly string[]): FactIssue =>
    issue(
      'regionCode',
      'warning',
      'REGION_UNUSUAL',
      `จังหวัด${province}มักอยู่ในเขตพื้นที่ ${usual.join(' หรือ ')} แต่ระบุเป็น ${regionCode} กรุณาตรวจสอบ`,
      `${province} usually lies in area ${usual.join(' or ')}, not ${regionCode}; please check.`,
    ),
  regionUnknown: (got: string): FactIssue =>
    issue(
      'regionCode',
      'error',
      'REGION_UNKNOWN',
      `ไม่รู้จักเขตพื้นที่ “${got}” กรุณาใช้รหัส N S E W A B NE หรือ C`,
      `“${got}” is no area; use one of N S E W A B NE C.`,
    ),
  bangkokNeedsArea: (): FactIssue =>
    issue(
      'regionCode',
      'error',
      'BANGKOK_AREA_NEEDED',
      'สหกรณ์ในกรุงเทพมหานครต้องระบุเขตพื้นที่ A (พื้นที่ 1) หรือ B (พื้นที่ 2)',
      'A cooperative in Bangkok needs its area: A (area 1) or B (area 2).',
    ),
  regionNeeded: (province: string | undefined): FactIssue =>
    province === undefined
      ? issue(
          'regionCode',
          'error',
          'REGION_NEEDED',
          'กรุณาระบุเขตพื้นที่ (N S E W A B NE C) หรือจังหวัดของสหกรณ์',
          'Give the area (N S E W A B NE C) or the province of the cooperative.',
        )
      : issue(
          'regionCode',
          'error',
          'REGION_NEEDED',
          `จังหวัด${province}แบ่งเขตได้หลายแบบ กรุณาระบุเขตพื้นที่ตามที่ ชสอ. กำหนด`,
          `${province} is drawn into different areas; give the one the federation uses.`,
        ),
  nameShared: (registrationNumber: string): FactIssue =>
    issue(
      'shortName',
      'warning',
      'SHORT_NAME_SHARED',
      `สหกรณ์เลขทะเบียน ${registrationNumber} ใช้ชื่อย่อเดียวกัน กรุณาตรวจสอบว่าไม่ใช่สหกรณ์เดียวกัน`,
      `The cooperative with number ${registrationNumber} has the same short name; make sure they are two.`,
    ),
  fullNameShared: (registrationNumber: string): FactIssue =>
    issue(
      'fullName',
      'warning',
      'FULL_NAME_SHARED',
      `สหกรณ์เลขทะเบียน ${registrationNumber} ใช้ชื่อเดียวกัน กรุณาตรวจสอบว่าไม่ใช่สหกรณ์เดียวกัน`,
      `The cooperative with number ${registrationNumber} has the same name; make sure they are two.`,
    ),
  aliasShared: (alias: string, registrationNumber: string, index: number): FactIssue => ({
    ...issue(
      'aliases',
      'warning',
      'ALIAS_SHARED',
      `“${alias}” เป็นชื่อของสหกรณ์เลขทะเบียน ${registrationNumber} ด้วย ชื่อนี้จึงไม่บอกว่าเป็นแห่งใด กรุณาลบหากไม่ใช่ชื่อของสหกรณ์นี้`,
      `“${alias}” is a name of the cooperative with number ${registrationNumber}, too, and so tells neither; remove it unless it is right.`,
    ),
    index,
  }),
  fullNameTooShort: (): FactIssue =>
    issue(
      'fullName',
      'error',
      'FULL_NAME_TOO_SHORT',
      'ชื่อเต็มสั้นเกินไป กรุณาระบุชื่อเต็ม เช่น สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด',
      'The full name is too short; give it in full, such as สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด.',
    ),
  fullNameWithoutKind: (): FactIssue =>
    issue(
      'fullName',
      'warning',
      'FULL_NAME_WITHOUT_KIND',
      'ชื่อเต็มไม่ได้ขึ้นต้นด้วยประเภทสหกรณ์ (เช่น สหกรณ์ออมทรัพย์) กรุณาตรวจสอบว่าเป็นชื่อเต็ม',
      'The full name does not begin with a kind such as สหกรณ์ออมทรัพย์; make sure that it is the full name.',
    ),
  numberTwiceInFile: (row: number): FactIssue =>
    issue(
      'registrationNumber',
      'error',
      'NUMBER_TWICE_IN_FILE',
      `เลขทะเบียนนี้อยู่ในแถวที่ ${row} แล้ว กรุณาเหลือไว้เพียงแถวเดียว`,
      `Row ${row} of the file has this number already; keep only one of them.`,
    ),
  kindUnknown: (got: string): FactIssue =>
    issue(
      'kind',
      'warning',
      'KIND_UNKNOWN',
      `ไม่รู้จักประเภท “${got}” จึงอ่านประเภทจากชื่อสหกรณ์แทน`,
      `“${got}” is no known kind; it is read from the name instead.`,
    ),
  statusUnknown: (got: string): FactIssue =>
    issue(
      'status',
      'warning',
      'STATUS_UNKNOWN',
      `ไม่รู้จักสถานะ “${got}” จึงไม่เปลี่ยนสถานะของสหกรณ์`,
      `“${got}” is no known status; the status stays as it is.`,
    ),
};
