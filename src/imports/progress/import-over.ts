/** An import that is over stays as it is: ยกเลิกการนำเข้าที่เสร็จแล้วไม่ได้ */
import { Conflict, Gone } from '../../platform/errors.js';
import type { ImportStatus } from '../import-run.js';

const states: Partial<Record<ImportStatus, { th: string; en: string }>> = {
  completed: { th: 'เสร็จแล้ว', en: 'completed' },
  failed: { th: 'ไม่สำเร็จ', en: 'failed' },
  expired: { th: 'หมดอายุแล้ว', en: 'expired' },
};

export function importOver({ status }: { status: ImportStatus }): Conflict {
  const { th, en } = states[status] ?? { th: status, en: status };
  return new Conflict(
    'IMPORT_OVER',
    {
      th: `ยกเลิกไม่ได้ เพราะการนำเข้านี้${th} (${status}) แถวที่นำเข้าแล้วยังอยู่ หากผิดพลาดให้แก้ไขผู้ขายทีละราย หรือแก้ไฟล์แล้วอัปโหลดใหม่`,
      en: `The import is ${en} and cannot be cancelled; its rows stay. Correct sellers one by one, or mend the file and upload it again.`,
    },
    { currentStatus: status },
  );
}

export const importExpired = (): Gone =>
  new Gone('IMPORT_EXPIRED', {
    th: 'ไฟล์และคำตอบของแถวที่ไม่ผ่านถูกลบแล้วเพราะเกินเวลาเก็บข้อมูล ผลและชื่อผู้ใช้งานยังอยู่ หากต้องการแก้ไขแถวที่ไม่ผ่าน กรุณาอัปโหลดไฟล์เดิมอีกครั้ง',
    en: 'The file and the answers of rejected rows were deleted after their retention time; outcomes and usernames stay. Upload the file again to mend the rejected rows.',
  });
