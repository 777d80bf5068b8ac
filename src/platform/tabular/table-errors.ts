/** What the documents say of files that cannot be read; the answer's own sentence says more, such as the line. */
import type { Message } from '../message.js';
import type { DocumentedError } from '../http/route.js';
import type { RefusalCode } from './table-refused.js';

const when: Record<RefusalCode, Message> = {
  FILE_EMPTY: { th: 'ไฟล์ว่างเปล่า', en: 'There is nothing in the file.' },
  FILE_NOT_TEXT: { th: 'เป็นภาพ ไฟล์บีบอัด หรืออื่น ๆ ไม่ใช่ตาราง', en: 'A picture, an archive or the like.' },
  FILE_IS_WORKBOOK: { th: 'เป็น .xls, .xlsb หรือ .ods ซึ่งระบบไม่อ่าน', en: 'An .xls, .xlsb or .ods workbook.' },
  FILE_IS_WEB_PAGE: { th: 'เป็นหน้าเว็บ', en: 'A web page in place of the file.' },
  NUL_BYTES: { th: 'มีอักขระ NUL ดู line', en: 'NUL bytes; see line.' },
  ENCODING_UNKNOWN: { th: 'ไม่ใช่ UTF-8, UTF-16 หรือ Windows-874', en: 'Not UTF-8, UTF-16 or Windows-874.' },
  ENCODING_DAMAGED: { th: 'ข้อความเสียหายหรือขาดหาย', en: 'The text is damaged or cut off.' },
  HEADER_MISSING: { th: 'แถวแรกไม่มีชื่อคำถาม', en: 'No titles in the first row.' },
  TOO_MANY_COLUMNS: { th: 'เกิน 200 คอลัมน์', en: 'More than 200 columns.' },
  RECORD_TOO_LONG: { th: 'แถวยาวเกินไป อาจมี " เปิดค้าง', en: 'A row is too long; a quote may be open.' },
  QUOTE_NOT_CLOSED: { th: 'มี " เปิดแต่ไม่มีปิด ดู line', en: 'A quote is never closed; see line.' },
  NO_DATA_ROWS: { th: 'มีแต่หัวตาราง', en: 'Titles and no answers.' },
  WORKBOOK_ENCRYPTED: { th: 'สมุดงานมีรหัสผ่าน', en: 'The workbook has a password.' },
  WORKBOOK_HAS_MACROS: { th: 'สมุดงานมีมาโคร', en: 'The workbook has macros.' },
  WORKBOOK_TOO_MANY_PARTS: { th: 'สมุดงานมีไฟล์ย่อยมากเกินไป', en: 'The workbook has too many parts.' },
  WORKBOOK_BAD_PATH: { th: 'ชื่อไฟล์ย่อยในสมุดงานไม่ปลอดภัย', en: 'Names inside the workbook are unsafe.' },
  WORKBOOK_TOO_LARGE: { th: 'สมุดงานคลายแล้วใหญ่เกินกำหนด', en: 'Too large when unpacked.' },
  WORKBOOK_RATIO_TOO_HIGH: { th: 'สมุดงานคลายแล้วใหญ่ผิดปกติ', en: 'Unpacks to far more than its size.' },
  WORKBOOK_SIZE_FALSE: { th: 'ขนาดที่ระบุไม่ตรงกับเนื้อหา', en: 'States sizes that it does not have.' },
  WORKBOOK_DAMAGED: { th: 'สมุดงานเสียหายหรือไม่ครบ', en: 'The workbook is damaged or cut off.' },
  WORKBOOK_WITHOUT_SHEET: { th: 'ไม่มีแผ่นงานที่มองเห็น', en: 'No visible sheet.' },
  WORKBOOK_TOO_SLOW: { th: 'อ่านไม่เสร็จภายในเวลา', en: 'Not read in time.' },
  WORKBOOK_TOO_MUCH_MEMORY: { th: 'ใช้หน่วยความจำเกินกำหนด', en: 'Needs too much memory.' },
};

/** Of every route that takes a table. */
export const tableErrors: DocumentedError[] = Object.entries(when).map(([code, said]) => ({
  ...{ status: 400, code, when: said },
}));
