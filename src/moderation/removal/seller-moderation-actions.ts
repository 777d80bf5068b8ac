/** What moderation can do with a seller, with the consequence in plain words: เชิญออกแล้วชื่อผู้ใช้งานยังสงวนไว้ */
import type { SellerStatus } from '../../sellers/seller-status.js';
import type { Message } from '../../platform/message.js';
import type { AllowedAction } from '../allowed-action.js';

const removal: Message = {
  th: 'ผู้ขายถูกเชิญออกจากกลุ่ม ชื่อผู้ใช้งานยังสงวนไว้ มีงานแจ้งผลและนำออกที่ต้องทำใน LINE และเจ้าตัวอุทธรณ์ได้',
  en: 'The seller is removed; the username stays reserved, tasks say what to do in LINE, and they may appeal.',
};

const reinstatement: Message = {
  th: 'เสนอรับผู้ขายกลับ ต้องมีผู้ดูแลอีกคนยืนยัน แล้วจึงปลดการห้ามเข้ากลุ่มและเชิญกลับ',
  en: 'Propose to take the seller back; once another moderator confirms, they are invited again.',
};

const standing: Message = {
  th: 'ดูคะแนน ใบเตือน มาตรการ และผลหากฝ่าฝืนอีกครั้ง',
  en: 'See points, strikes, sanctions and what another violation would lead to.',
};

export function moderationActionsOf({ id, status }: { id: string; status: SellerStatus }): AllowedAction[] {
  const post = (action: string, consequence: Message): AllowedAction => ({
    action,
    method: 'POST',
    path: `/v1/sellers/${id}/${action}`,
    requires: 'moderation:write',
    consequence,
  });
  const look: AllowedAction = {
    action: 'standing',
    method: 'GET',
    path: `/v1/sellers/${id}/standing`,
    requires: 'moderation:read',
    consequence: standing,
  };
  if (status === 'active') return [post('removal', removal), look];
  return status === 'removed' ? [post('reinstatement', reinstatement), look] : [look];
}
