/** Why somebody cannot be taken back: ไม่ได้ถูกเชิญออกอยู่ในขณะนี้ */
import { Conflict } from '../../platform/errors.js';

export const notRemoved = (sellerId: string | null): Conflict =>
  new Conflict(
    'NOT_REMOVED',
    {
      th: 'ผู้นี้ไม่ได้ถูกเชิญออกจากกลุ่มอยู่ในขณะนี้ จึงไม่ต้องรับกลับ',
      en: 'This person is not removed at present; there is nobody to take back.',
    },
    { sellerId },
  );
