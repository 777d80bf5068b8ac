/**
 * What a clerk does about an error that the row itself cannot mend; nothing to copy into a cell, so that nobody's name or
 * consent is invented: ให้ผู้ขายตอบเอง เจ้าหน้าที่ตอบแทนไม่ได้
 */
import type { IssueCode } from '../reading/cell-issue.js';

const name = 'ถามชื่อจริงจากผู้ขาย แล้วกรอกคำนำหน้า ชื่อ และนามสกุล';
const type = 'พิมพ์คำตอบเดิมใหม่เป็นข้อความธรรมดา';
const consent = 'ให้ผู้ขายตอบเอง เจ้าหน้าที่ตอบแทนไม่ได้';

export const mendingWords: Partial<Record<IssueCode, string>> = {
  NAME_MISSING: name,
  NAME_WITHOUT_LETTERS: name,
  NAME_IS_ORGANISATION: name,
  NAME_HAS_DIGIT: name,
  NAME_TOO_LONG: name,
  MIXED_SCRIPTS: name,
  CONTROL_CHARACTER: type,
  CELL_ERROR: type,
  FORMULA: type,
  STRAY_QUOTE: 'เทียบกับคำตอบเดิม แล้วแยกข้อความที่ติดกันกลับเข้าช่องเดิม',
  MORE_CELLS_THAN_HEADER: 'รวมคำตอบที่แตกเป็นหลายช่องกลับเข้าช่องเดิม แล้วลบช่องที่เกินท้ายแถว (ทางขวาของ _suggestion)',
  COOPERATIVE_MISSING: 'ถามผู้ขายว่าเป็นสมาชิกสหกรณ์ใด แล้วกรอกชื่อหรือเลขทะเบียน',
  PHONE_UNREADABLE: 'ถามเบอร์จากผู้ขาย หรือเว้นว่างหากมีช่องทางอื่น',
  EMAIL_UNREADABLE: 'ถามอีเมลจากผู้ขาย หรือเว้นว่างหากมีช่องทางอื่น',
  TEXT_TOO_LONG: 'เขียนให้สั้นลง',
  CONSENT_MISSING: consent,
  CONSENT_UNCLEAR: consent,
  CONSENT_REFUSED: 'ไม่ต้องนำเข้า ผู้ขายไม่ให้ความยินยอม',
};
