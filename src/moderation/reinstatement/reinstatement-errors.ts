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

export const proposedAlready = (proposalId: string): Conflict =>
  new Conflict(
    'REINSTATEMENT_PROPOSED',
    {
      th: `มีผู้เสนอรับกลับไว้แล้ว ให้อีกคนยืนยันที่ POST /v1/moderation/proposals/${proposalId}/confirmation หรือให้ผู้เสนอถอนก่อน`,
      en: `Somebody has proposed it; another confirms at POST /v1/moderation/proposals/${proposalId}/confirmation, or the proposer withdraws it first.`,
    },
    { proposalId },
  );

export const overtaken = (proposalId: string): Conflict =>
  new Conflict(
    'PROPOSAL_OVERTAKEN',
    {
      th: 'หลังการเสนอ มีคำวินิจฉัยอื่นเปลี่ยนมาตรการของผู้นี้ กรุณาไม่เห็นชอบหรือถอนข้อเสนอ แล้วเสนอใหม่',
      en: 'Another decision has changed the sanctions of this person since; refuse or withdraw the proposal and propose anew.',
    },
    { proposalId },
  );
