/** What is wrong with a change of the lexicon, said in Thai and English (คำ “ชาติ” อยู่ในคำที่ใช้ทั่วไป “รสชาติ”). */
import type { FieldError } from '../platform/errors.js';
import type { Message } from '../platform/message.js';

export type ProblemCode =
  | 'CHANGE_EMPTY'
  | 'ENTRY_BLANK'
  | 'ENTRY_TOO_SHORT'
  | 'ENTRY_TOO_LONG'
  | 'TERM_TOO_SHORT_TO_BE_STRONG'
  | 'ENTRY_KNOWN'
  | 'ENTRY_UNKNOWN'
  | 'TERM_IN_EVERYDAY_WORD';

const texts: Record<ProblemCode, (text: string, other: string) => Message> = {
  CHANGE_EMPTY: () => ({
    th: 'ไม่มีคำที่จะเพิ่มหรือลบ กรุณาระบุใน add หรือ remove อย่างน้อยหนึ่งคำ',
    en: 'Nothing is added or removed; name at least one entry in add or remove.',
  }),
  ENTRY_BLANK: () => ({
    th: 'คำที่เพิ่มว่างอยู่ กรุณากรอกคำ',
    en: 'The entry is blank; give it a text.',
  }),
  ENTRY_TOO_SHORT: (text) => ({
    th: `คำ “${text}” สั้นเกินไป กรุณาใช้คำที่มีตัวอักษรต่างกันอย่างน้อย 2 ตัว`,
    en: `“${text}” is too short; use a word of at least two different letters.`,
  }),
  ENTRY_TOO_LONG: () => ({
    th: 'คำที่เพิ่มยาวเกิน 60 ตัวอักษร กรุณาใช้คำหรือวลีที่สั้นลง',
    en: 'The entry is longer than 60 characters; use a shorter word or phrase.',
  }),
  TERM_TOO_SHORT_TO_BE_STRONG: (text) => ({
    th: `คำ “${text}” สั้นเกินกว่าจะเป็น strong ต้องมีอักษรไทยอย่างน้อย 2 ตัว หรืออักษรอังกฤษอย่างน้อย 3 ตัว ตัวเลขไม่นับ กรุณาใช้คำที่ยาวขึ้น หรือใช้ weak`,
    en: `“${text}” is too short to be strong: it needs 2 Thai or 3 Latin letters, digits do not count. Use a longer term, or make it weak.`,
  }),
  ENTRY_KNOWN: (text) => ({
    th: `มีคำ “${text}” อยู่แล้ว หากต้องการเปลี่ยนกติกาหรือความแรง ให้ระบุคำเดิมใน remove ด้วย`,
    en: `“${text}” is there already; to change its rule or strength, name it in remove as well.`,
  }),
  ENTRY_UNKNOWN: (text) => ({
    th: `ไม่พบคำ “${text}” ที่จะลบ กรุณาตรวจตัวสะกดจาก GET /v1/moderation/lexicon`,
    en: `There is no entry “${text}” to remove; see GET /v1/moderation/lexicon for its spelling.`,
  }),
  TERM_IN_EVERYDAY_WORD: (text, other) => ({
    th: `คำ “${text}” อยู่ในคำที่ใช้ขายของทั่วไป “${other}” กรุณาใช้คำที่ยาวขึ้น หรือเพิ่ม “${other}” ใน exceptions`,
    en: `“${text}” is part of the everyday word “${other}”; use a longer term, or add “${other}” to exceptions.`,
  }),
};

export const problem = (pointer: string, code: ProblemCode, text: string, other = ''): FieldError => ({
  ...{ pointer, code },
  message: texts[code](text, other),
});
