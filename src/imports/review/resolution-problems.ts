/** Why a row cannot be decided, or a decision not be taken back: แถวนี้ไม่ได้รอการตรวจ */
import { Conflict, Invalid } from '../../platform/errors.js';
import type { Message } from '../../platform/message.js';
import type { ImportRowRecord } from '../rows/import-row.js';
import { reasonTexts } from './review-reasons.js';

export const unknownId = (pointer: string): Invalid =>
  Invalid.field(pointer, 'UNKNOWN', { th: 'ไม่พบข้อมูลตามรหัสที่ระบุ', en: 'There is nothing with this id.' });

/** `create` settles only who the person is; kept for another doubt, it would settle that one unseen later on. */
export const createNotFitting = ({ reason }: Pick<ImportRowRecord, 'reason'>): Invalid => {
  const { th, en } = reasonTexts[reason ?? '']!;
  return Invalid.field('/action', 'CREATE_NOT_FITTING', {
    th: `แถวนี้ยังใช้ create ไม่ได้: ${th}`,
    en: `This row cannot be settled by create yet. ${en}`,
  });
};

export const notWaiting = ({ outcome }: Pick<ImportRowRecord, 'outcome'>): Conflict =>
  new Conflict(
    'ROW_NOT_WAITING',
    {
      th: `แถวนี้ไม่ได้รอการตรวจ (ผลปัจจุบัน: ${outcome}) หากตัดสินผิด ให้ยกเลิกด้วย DELETE …/resolution`,
      en: `This row does not wait for a decision; its outcome is ${outcome}. A wrong decision is taken back with DELETE …/resolution.`,
    },
    { outcome },
  );

export const expired = (): Conflict =>
  new Conflict('ROW_EXPIRED', {
    th: 'คำตอบของแถวนี้ถูกลบแล้วเพราะเกินเวลาเก็บข้อมูล กรุณาอัปโหลดไฟล์อีกครั้งเพื่อพิจารณาแถวนี้',
    en: 'The answers of this row were deleted after their retention time; upload the file again to decide about it.',
  });

export const notConfirmed = (): Conflict =>
  new Conflict('IMPORT_NOT_CONFIRMED', {
    th: 'การนำเข้านี้ยังเป็นเพียงแผน กรุณายืนยันแผนก่อน แล้วจึงตัดสินแถวที่รอตรวจ',
    en: 'This import is only planned; confirm the plan first, then decide about its rows.',
  });

export const notDecided = (): Conflict =>
  new Conflict('ROW_NOT_DECIDED', {
    th: 'แถวนี้ไม่มีการตัดสินที่ยกเลิกได้',
    en: 'There is no decision about this row that could be taken back.',
  });

export const undoExpired = (): Conflict =>
  new Conflict('UNDO_EXPIRED', {
    th: 'ยกเลิกไม่ได้แล้วเพราะข้อมูลเดิมถูกลบตามเวลาเก็บข้อมูล กรุณาแก้ไขที่ผู้ขายโดยตรง',
    en: 'What was there before was deleted after its retention time; change the seller instead.',
  });

export const laterRows = (sellerId: string, rows: readonly { importId: string; rowNo: number }[]): Conflict =>
  new Conflict(
    'LATER_ROWS_DEPEND',
    {
      th: `ยกเลิกไม่ได้ เพราะแถวอื่นอ้างถึงผู้ขายรายนี้แล้ว (${rows.length} แถว) กรุณาใช้ POST /v1/sellers/{id}/withdrawal แทน`,
      en: `This cannot be undone: ${rows.length} other row(s) are about this seller by now. Use POST /v1/sellers/{id}/withdrawal instead.`,
    },
    { sellerId, rows: rows.map(({ importId, rowNo: row }) => ({ importId, row })) },
  );

/** Not undone with it: what a learned value led to elsewhere. */
export const goneByValue = ({ count }: { count: number }): Message => ({
  th: `ระบบลืมค่าที่แถวนี้สอนแล้ว แต่มีอีก ${count} แถวที่ใช้ค่านี้ไปแล้วและผู้ขายยังอยู่ กรุณาตรวจทีละราย (rows) หากผิด ใช้ POST /v1/sellers/{id}/withdrawal รายการนี้อยู่ในบันทึกตรวจสอบด้วย`,
  en: `What this row taught is forgotten, but ${count} other row(s) went by it and their sellers stay. Look at each (rows) and withdraw a wrong one with POST /v1/sellers/{id}/withdrawal. The audit entry holds this list too.`,
});
