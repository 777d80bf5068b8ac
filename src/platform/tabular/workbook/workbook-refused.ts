import { TableRefused, type RefusalCode } from '../table-refused.js';
import { MEBIBYTE, MOST_PARTS, MOST_RATIO } from './workbook-limits.js';

const refusal = (code: RefusalCode, th: string, en: string) => () => new TableRefused(code, { th, en });
const saveAgain = {
  th: 'กรุณาเปิดไฟล์แล้วบันทึกใหม่เป็น XLSX หรือ CSV UTF-8',
  en: 'Open it and save it again as XLSX or CSV UTF-8.',
};
const megabytes = (bytes: number): string => Math.floor(bytes / MEBIBYTE).toLocaleString('en');

/** Every sentence a refused workbook is answered with, in one place. */
export const workbookRefused = {
  otherKind: (kindTh: string, kindEn: string) =>
    new TableRefused('FILE_IS_WORKBOOK', {
      th: `ไฟล์นี้เป็น${kindTh} ซึ่งระบบไม่อ่าน กรุณาบันทึกเป็น “สมุดงาน Excel (.xlsx)” หรือ CSV UTF-8 แล้วอัปโหลดใหม่`,
      en: `This file is ${kindEn}, which is not read. Save it as “Excel Workbook (.xlsx)” or CSV UTF-8 and upload that.`,
    }),
  encrypted: refusal(
    'WORKBOOK_ENCRYPTED',
    'สมุดงานนี้มีรหัสผ่าน กรุณาเปิดไฟล์ นำรหัสผ่านออก บันทึกเป็น .xlsx หรือ CSV แล้วอัปโหลดใหม่',
    'The workbook is locked with a password. Take the password off, save as .xlsx or CSV and upload that.',
  ),
  macros: refusal(
    'WORKBOOK_HAS_MACROS',
    'สมุดงานนี้มีมาโคร กรุณาบันทึกเป็น “สมุดงาน Excel (.xlsx)” ซึ่งไม่มีมาโคร แล้วอัปโหลดใหม่',
    'The workbook contains macros. Save it as “Excel Workbook (.xlsx)”, without macros, and upload that.',
  ),
  tooManyParts: refusal(
    'WORKBOOK_TOO_MANY_PARTS',
    `สมุดงานมีไฟล์ย่อยเกิน ${MOST_PARTS.toLocaleString('en')} ไฟล์ กรุณาคัดลอกเฉพาะตารางคำตอบไปสมุดงานใหม่แล้วอัปโหลดใหม่`,
    `The workbook has more than ${MOST_PARTS.toLocaleString('en')} parts. Copy the answers alone to a new workbook and upload that.`,
  ),
  badPath: refusal(
    'WORKBOOK_BAD_PATH',
    `ชื่อไฟล์ย่อยในสมุดงานผิดปกติ (มี .. ขึ้นต้นด้วย / มี \\ หรือซ้ำกัน) จึงไม่เปิด ${saveAgain.th}`,
    `Names inside the workbook are unsafe (.., a leading /, a backslash, or twice the same). ${saveAgain.en}`,
  ),
  tooLarge: (limit: number) =>
    new TableRefused('WORKBOOK_TOO_LARGE', {
      th: `สมุดงานเมื่อคลายแล้วใหญ่เกิน ${megabytes(limit)} MB กรุณาแบ่งเป็นหลายไฟล์ หรือบันทึกเป็น CSV UTF-8`,
      en: `The workbook is larger than ${megabytes(limit)} MB when unpacked. Split it, or save it as CSV UTF-8.`,
    }),
  ratio: refusal(
    'WORKBOOK_RATIO_TOO_HIGH',
    `สมุดงานคลายแล้วใหญ่กว่าเดิมเกิน ${MOST_RATIO} เท่า ผิดปกติ จึงไม่เปิด กรุณาบันทึกเป็น CSV UTF-8 แล้วอัปโหลดใหม่`,
    `The workbook unpacks to more than ${MOST_RATIO} times its size, which no table does. Save it as CSV UTF-8.`,
  ),
  sizeFalse: refusal(
    'WORKBOOK_SIZE_FALSE',
    `ขนาดที่สมุดงานระบุไม่ตรงกับเนื้อหาจริง จึงไม่เปิด ${saveAgain.th}`,
    `The workbook states sizes that its contents do not have. ${saveAgain.en}`,
  ),
  damaged: refusal(
    'WORKBOOK_DAMAGED',
    `สมุดงานเสียหายหรือดาวน์โหลดไม่ครบ ${saveAgain.th}`,
    `The workbook is damaged or cut off. ${saveAgain.en}`,
  ),
  noSheet: refusal(
    'WORKBOOK_WITHOUT_SHEET',
    'สมุดงานไม่มีแผ่นงานที่มองเห็นได้ กรุณายกเลิกการซ่อนแผ่นงานคำตอบแล้วอัปโหลดใหม่',
    'The workbook has no visible sheet. Unhide the sheet with the answers and upload again.',
  ),
  emptyButHidden: (names: readonly string[]) =>
    new TableRefused('FILE_EMPTY', {
      th: `แผ่นงานที่มองเห็นได้ว่างเปล่า และมีแผ่นงานที่ซ่อนอยู่ (${names.join(', ')}) หากคำตอบอยู่ในนั้น กรุณายกเลิกการซ่อนแล้วอัปโหลดใหม่`,
      en: `The visible sheets are empty; others are hidden (${names.join(', ')}). If the answers are there, unhide them and upload again.`,
    }),
  tooSlow: (milliseconds: number) =>
    new TableRefused('WORKBOOK_TOO_SLOW', {
      th: `อ่านสมุดงานไม่เสร็จภายใน ${milliseconds / 1000} วินาที กรุณาบันทึกเป็น CSV UTF-8 หรือแบ่งเป็นหลายไฟล์`,
      en: `The workbook could not be read within ${milliseconds / 1000} seconds. Save it as CSV UTF-8, or split it.`,
    }),
  tooMuchMemory: refusal(
    'WORKBOOK_TOO_MUCH_MEMORY',
    'สมุดงานมีข้อความต่างกันมากเกินกว่าจะอ่านได้ กรุณาบันทึกเป็น CSV UTF-8 หรือแบ่งเป็นหลายไฟล์',
    'The workbook needs more memory than it may have. Save it as CSV UTF-8, or split it.',
  ),
};
