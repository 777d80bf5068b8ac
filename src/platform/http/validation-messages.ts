import type { Message } from '../message.js';

/** What is wrong with a field: a stable code and how to put it right. */
export interface Complaint {
  code: string;
  message: Message;
}

type Say = (field: string, ...parameters: unknown[]) => Complaint;

const complaint =
  (
    code: string,
    th: (field: string, ...p: unknown[]) => string,
    en: (field: string, ...p: unknown[]) => string,
  ): Say =>
  (field, ...parameters) => ({
    code,
    message: { th: th(field, ...parameters), en: en(field, ...parameters) },
  });

const list = (values: unknown): string =>
  (Array.isArray(values) ? values : Object.values((values ?? {}) as object)).map(String).join(', ');

export const required = complaint(
  'REQUIRED',
  (f) => `กรุณาระบุ ${f}`,
  (f) => `${f} is required.`,
);
export const unknownField = complaint(
  'UNKNOWN_FIELD',
  (f) => `ไม่มีช่อง ${f} ในคำขอนี้ กรุณานำออก`,
  (f) => `${f} is not a field here; leave it out.`,
);
export const repeated = complaint(
  'REPEATED',
  (f) => `กรุณาส่ง ${f} เพียงครั้งเดียว`,
  (f) => `Send ${f} only once.`,
);
export const notAnObject = complaint(
  'NOT_AN_OBJECT',
  (f) => `${f} ต้องเป็นออบเจกต์ JSON`,
  (f) => `${f} must be a JSON object.`,
);
const invalid = complaint(
  'INVALID',
  (f) => `ค่าของ ${f} ไม่ถูกต้อง`,
  (f) => `The value of ${f} is not valid.`,
);
const text = complaint(
  'NOT_TEXT',
  (f) => `${f} ต้องเป็นข้อความ`,
  (f) => `${f} must be text.`,
);
const number = complaint(
  'NOT_A_NUMBER',
  (f) => `${f} ต้องเป็นตัวเลข`,
  (f) => `${f} must be a number.`,
);
const oneOf = complaint(
  'NOT_ALLOWED',
  (f, values) => `${f} ต้องเป็นค่าใดค่าหนึ่งใน: ${list(values)}`,
  (f, values) => `${f} must be one of: ${list(values)}.`,
);
const date = complaint(
  'NOT_A_DATE',
  (f) => `${f} ต้องเป็นวันเวลาแบบ RFC 3339 เช่น 2026-01-31T03:04:05Z`,
  (f) => `${f} must be an RFC 3339 time such as 2026-01-31T03:04:05Z.`,
);

/** By the names class-validator gives its constraints; the parameters are the decorator's own. */
const byConstraint: Record<string, Say> = {
  whitelistValidation: unknownField,
  isDefined: required,
  isNotEmpty: required,
  isString: text,
  isNumber: number,
  isNumberString: number,
  isInt: complaint(
    'NOT_AN_INTEGER',
    (f) => `${f} ต้องเป็นจำนวนเต็ม`,
    (f) => `${f} must be a whole number.`,
  ),
  isBoolean: complaint(
    'NOT_A_BOOLEAN',
    (f) => `${f} ต้องเป็น true หรือ false`,
    (f) => `${f} must be true or false.`,
  ),
  isArray: complaint(
    'NOT_A_LIST',
    (f) => `${f} ต้องเป็นรายการ (array)`,
    (f) => `${f} must be a list.`,
  ),
  isObject: notAnObject,
  nestedValidation: notAnObject,
  isEnum: oneOf,
  isIn: oneOf,
  equals: complaint(
    'NOT_ALLOWED',
    (f, value) => `${f} ต้องเป็น ${String(value)}`,
    (f, value) => `${f} must be ${String(value)}.`,
  ),
  minLength: complaint(
    'TOO_SHORT',
    (f, min) => `${f} ต้องยาวอย่างน้อย ${String(min)} ตัวอักษร`,
    (f, min) => `${f} must have at least ${String(min)} characters.`,
  ),
  maxLength: complaint(
    'TOO_LONG',
    (f, max) => `${f} ต้องยาวไม่เกิน ${String(max)} ตัวอักษร`,
    (f, max) => `${f} must have at most ${String(max)} characters.`,
  ),
  isLength: complaint(
    'WRONG_LENGTH',
    (f, min, max) => `${f} ต้องยาว ${String(min)}–${String(max)} ตัวอักษร`,
    (f, min, max) => `${f} must have ${String(min)} to ${String(max)} characters.`,
  ),
  min: complaint(
    'TOO_SMALL',
    (f, min) => `${f} ต้องไม่น้อยกว่า ${String(min)}`,
    (f, min) => `${f} must be at least ${String(min)}.`,
  ),
  max: complaint(
    'TOO_LARGE',
    (f, max) => `${f} ต้องไม่เกิน ${String(max)}`,
    (f, max) => `${f} must be at most ${String(max)}.`,
  ),
  isPositive: complaint(
    'TOO_SMALL',
    (f) => `${f} ต้องมากกว่า 0`,
    (f) => `${f} must be greater than 0.`,
  ),
  arrayNotEmpty: complaint(
    'TOO_FEW',
    (f) => `${f} ต้องมีอย่างน้อย 1 รายการ`,
    (f) => `${f} must have at least one item.`,
  ),
  arrayMinSize: complaint(
    'TOO_FEW',
    (f, min) => `${f} ต้องมีอย่างน้อย ${String(min)} รายการ`,
    (f, min) => `${f} must have at least ${String(min)} items.`,
  ),
  arrayMaxSize: complaint(
    'TOO_MANY',
    (f, max) => `${f} ต้องมีไม่เกิน ${String(max)} รายการ`,
    (f, max) => `${f} must have at most ${String(max)} items.`,
  ),
  arrayUnique: complaint(
    'NOT_UNIQUE',
    (f) => `${f} มีรายการซ้ำกัน`,
    (f) => `${f} has the same item twice.`,
  ),
  isEmail: complaint(
    'NOT_AN_EMAIL',
    (f) => `${f} ต้องเป็นอีเมล เช่น name@example.com`,
    (f) => `${f} must be an e-mail address such as name@example.com.`,
  ),
  matches: complaint(
    'WRONG_FORM',
    (f) => `รูปแบบของ ${f} ไม่ถูกต้อง ดูตัวอย่างใน /docs`,
    (f) => `${f} does not have the right form; see the example in /docs.`,
  ),
  isReadable: complaint(
    'CONTROL_CHARACTER',
    (f) => `${f} มีอักขระควบคุมหรืออักขระที่มองไม่เห็นปนอยู่ กรุณาพิมพ์ใหม่`,
    (f) => `${f} contains control or invisible characters; type it again.`,
  ),
  isUrl: complaint(
    'NOT_A_URL',
    (f) => `${f} ต้องเป็นที่อยู่เว็บ เช่น https://example.com/`,
    (f) => `${f} must be a web address such as https://example.com/.`,
  ),
  isISO8601: date,
  isRFC3339: date,
  isDateString: date,
  isDate: date,
};

/** The complaint for a failed constraint; `field` is named as the caller wrote it. */
export const complain = (constraint: string, field: string, parameters: unknown[]): Complaint =>
  (byConstraint[constraint] ?? invalid)(field, ...parameters);

/** Constraints on the kind of value: once one fails, the finer ones say nothing new. */
export const aboutKind = new Set([
  'isString',
  'isNumber',
  'isInt',
  'isBoolean',
  'isArray',
  'isObject',
  'nestedValidation',
  'isEnum',
  'isIn',
]);
