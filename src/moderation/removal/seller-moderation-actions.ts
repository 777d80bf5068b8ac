/** What moderation can do with a seller, with the consequence in plain words: เชิญออกแล้วชื่อผู้ใช้งานยังสงวนไว้ */
import type { SellerStatus } from '../../sellers/seller-status.js';
import type { AllowedAction } from '../allowed-action.js';

export function moderationActionsOf({ id, status }: { id: string; status: SellerStatus }): AllowedAction[] {
  const path = `/v1/sellers/${id}`;
  const standing: AllowedAction = {
    ...{ action: 'standing', method: 'GET', path: `${path}/standing`, requires: 'moderation:read' },
    consequence: {
      th: 'ดูคะแนน ใบเตือน มาตรการ และผลหากฝ่าฝืนอีกครั้ง',
      en: 'See points, strikes, sanctions and what another violation would lead to.',
    },
  };
  if (status === 'active')
    return [
      {
        ...{ action: 'removal', method: 'POST', path: `${path}/removal`, requires: 'moderation:write' },
        consequence: {
          th: 'ผู้ขายถูกเชิญออกจากกลุ่ม ชื่อผู้ใช้งานยังสงวนไว้ มีงานแจ้งผลและนำออกที่ต้องทำใน LINE และเจ้าตัวอุทธรณ์ได้',
          en: 'The seller is removed; the username stays reserved, tasks say what to do in LINE, and they may appeal.',
        },
      },
      standing,
    ];
  if (status === 'removed')
    return [
      {
        ...{ action: 'reinstatement', method: 'POST', path: `${path}/reinstatement` },
        requires: 'moderation:write',
        consequence: {
          th: 'เสนอรับผู้ขายกลับ ต้องมีผู้ดูแลอีกคนยืนยัน แล้วจึงปลดการห้ามเข้ากลุ่มและเชิญกลับ',
          en: 'Propose to take the seller back; once another moderator confirms, they are invited again.',
        },
      },
      standing,
    ];
  return [standing];
}
