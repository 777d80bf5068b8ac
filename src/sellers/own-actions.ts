/**
 * What staff may do with a seller, with the consequence in plain words: อนุมัติแล้วผู้ขายได้ชื่อผู้ใช้งานทันที
 */
import type { Message } from '../platform/message.js';
import { canTake, type SellerStatus, type SellerStep } from './seller-status.js';

const consequences: Partial<Record<SellerStep, Message>> = {
  approval: {
    th: 'ผู้ขายได้รับชื่อผู้ใช้งานทันที และต้องแจ้งขั้นตอนเข้ากลุ่มให้ผู้ขายทราบ',
    en: 'The seller gets a username at once and has to be told how to join.',
  },
  rejection: {
    th: 'การลงทะเบียนถูกปฏิเสธ ผู้ขายลงทะเบียนใหม่ได้',
    en: 'The registration is refused; the person may register again.',
  },
  withdrawal: {
    th: 'ผู้ขายออกจากทะเบียน ชื่อผู้ใช้งานยังสงวนไว้ให้ และกลับมาลงทะเบียนใหม่ได้',
    en: 'The seller leaves the registry; the username stays reserved and they may come back.',
  },
};

const reissue: Message = {
  th: 'ออกชื่อผู้ใช้งานใหม่ตามข้อมูลปัจจุบัน ชื่อเดิมยังสงวนไว้ และต้องแจ้งให้ผู้ขายเปลี่ยนชื่อในกลุ่ม',
  en: 'A new username from the present data; the old one stays reserved and the seller has to rename in the group.',
};

export function ownActionsOf({ id, status }: { id: string; status: SellerStatus }) {
  const path = `/v1/sellers/${id}`;
  const requires = 'sellers:write' as const;
  const steps = (['approval', 'rejection', 'withdrawal'] as const)
    .filter((step) => canTake(status, step))
    .map((action) => ({
      action,
      method: 'POST',
      path: `${path}/${action}`,
      requires,
      consequence: consequences[action]!,
    }));
  if (status !== 'active') return steps;
  return [
    ...steps,
    { action: 'username', method: 'POST', path: `${path}/username`, requires, consequence: reissue },
  ];
}
