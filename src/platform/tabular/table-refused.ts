import { Invalid } from '../errors.js';
import type { Message } from '../message.js';

/** Why a whole file cannot be read as a table. */
export type RefusalCode =
  | 'FILE_EMPTY'
  | 'FILE_NOT_TEXT'
  | 'FILE_IS_WORKBOOK'
  | 'FILE_IS_WEB_PAGE'
  | 'NUL_BYTES'
  | 'ENCODING_UNKNOWN'
  | 'ENCODING_DAMAGED'
  | 'HEADER_MISSING'
  | 'TOO_MANY_COLUMNS'
  | 'RECORD_TOO_LONG'
  | 'QUOTE_NOT_CLOSED'
  | 'NO_DATA_ROWS'
  | 'WORKBOOK_ENCRYPTED'
  | 'WORKBOOK_HAS_MACROS'
  | 'WORKBOOK_TOO_MANY_PARTS'
  | 'WORKBOOK_BAD_PATH'
  | 'WORKBOOK_TOO_LARGE'
  | 'WORKBOOK_RATIO_TOO_HIGH'
  | 'WORKBOOK_SIZE_FALSE'
  | 'WORKBOOK_DAMAGED'
  | 'WORKBOOK_WITHOUT_SHEET'
  | 'WORKBOOK_TOO_SLOW'
  | 'WORKBOOK_TOO_MUCH_MEMORY';

/** The file as a whole cannot be read; `line` counts lines of the file from 1 where it is known. */
export class TableRefused extends Invalid {
  constructor(
    readonly reason: RefusalCode,
    text: Message,
    readonly line?: number,
  ) {
    super([], text, reason, line === undefined ? {} : { line });
  }
}

const refusal = (code: RefusalCode, th: string, en: string) => () => new TableRefused(code, { th, en });
const refusalAt =
  (code: RefusalCode, th: (line: number) => string, en: (line: number) => string) => (line: number) =>
    new TableRefused(code, { th: th(line), en: en(line) }, line);
const grouped = (count: number): string => count.toLocaleString('en');

/** Every sentence a refused file is answered with, in one place. */
export const refused = {
  empty: refusal(
    'FILE_EMPTY',
    'ไฟล์นี้ว่างเปล่า กรุณาส่งออกคำตอบจากแบบฟอร์มเป็นไฟล์ CSV หรือ XLSX แล้วอัปโหลดใหม่',
    'The file is empty. Export the answers of the form as CSV or XLSX and upload that.',
  ),
  notText: (kindTh: string, kindEn: string) =>
    new TableRefused('FILE_NOT_TEXT', {
      th: `ไฟล์นี้เป็น${kindTh} ไม่ใช่ตาราง กรุณาส่งออกคำตอบจากแบบฟอร์มเป็นไฟล์ CSV หรือ XLSX`,
      en: `This file is ${kindEn}, not a table. Export the answers of the form as CSV or XLSX.`,
    }),
  webPage: refusal(
    'FILE_IS_WEB_PAGE',
    'ไฟล์นี้เป็นหน้าเว็บ อาจเป็นหน้าเข้าสู่ระบบที่ถูกบันทึกแทนไฟล์ กรุณาดาวน์โหลดไฟล์ CSV ใหม่',
    'This file is a web page, perhaps a sign-in page saved in place of the file. Download the CSV again.',
  ),
  nulBytes: refusalAt(
    'NUL_BYTES',
    (line) => `พบอักขระควบคุม NUL ในบรรทัดที่ ${line} ไฟล์อาจเสียหาย กรุณาส่งออกเป็น CSV ใหม่`,
    (line) => `Line ${line} contains a NUL byte; the file may be damaged. Export it as CSV again.`,
  ),
  unknownEncoding: refusal(
    'ENCODING_UNKNOWN',
    'อ่านรหัสอักขระของไฟล์ไม่ได้ (ไม่ใช่ UTF-8, UTF-16 หรือ Windows-874) กรุณาบันทึกเป็น “CSV UTF-8” แล้วอัปโหลดใหม่',
    'The text encoding is not UTF-8, UTF-16 or Windows-874. Save the file as “CSV UTF-8” and upload that.',
  ),
  damagedAt: refusalAt(
    'ENCODING_DAMAGED',
    (line) => `ไฟล์เป็น UTF-8 แต่มีอักขระเสียใกล้บรรทัดที่ ${line} กรุณาส่งออกเป็น CSV ใหม่`,
    (line) => `The file is UTF-8 but damaged near line ${line}. Export it as CSV again.`,
  ),
  damaged: refusal(
    'ENCODING_DAMAGED',
    'ไฟล์มีอักขระเสีย อาจดาวน์โหลดไม่ครบ กรุณาส่งออกเป็น CSV ใหม่',
    'The text of the file is damaged or cut off. Export it as CSV again.',
  ),
  noHeader: refusal(
    'HEADER_MISSING',
    'ไม่พบหัวตาราง แถวแรกของไฟล์ต้องเป็นชื่อคำถามของแบบฟอร์ม',
    'There is no header. The first row must hold the titles of the questions.',
  ),
  tooManyColumns: (limit: number) =>
    new TableRefused('TOO_MANY_COLUMNS', {
      th: `ตารางมีเกิน ${limit} คอลัมน์ กรุณาลบคอลัมน์ที่ไม่ใช้แล้วอัปโหลดใหม่`,
      en: `The table has more than ${limit} columns. Remove those not needed and upload again.`,
    }),
  recordTooLong: (line: number, limit: number) =>
    new TableRefused(
      'RECORD_TOO_LONG',
      {
        th: `แถวที่เริ่มบรรทัดที่ ${line} ยาวเกิน ${grouped(limit)} อักขระ อาจมีเครื่องหมาย " เปิดค้างไว้ กรุณาแก้ไขแล้วอัปโหลดใหม่`,
        en: `The row starting at line ${line} is longer than ${grouped(limit)} characters; a quote (") may be left open.`,
      },
      line,
    ),
  quoteNotClosed: refusalAt(
    'QUOTE_NOT_CLOSED',
    (line) => `แถวที่เริ่มบรรทัดที่ ${line} มีเครื่องหมาย " เปิดแต่ไม่มีปิด กรุณาแก้ไขแล้วอัปโหลดใหม่`,
    (line) => `The row starting at line ${line} opens a quote (") that is never closed.`,
  ),
  noRows: refusal(
    'NO_DATA_ROWS',
    'ไฟล์มีแต่หัวตาราง ยังไม่มีคำตอบ กรุณาตรวจสอบว่าส่งออกคำตอบครบแล้ว',
    'The file has a header and no answers. Check that the answers were exported.',
  ),
};
