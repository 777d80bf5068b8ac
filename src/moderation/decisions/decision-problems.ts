/** Why a case cannot be decided now, and what to do instead: ดูคำวินิจฉัยเดิม หรือรอผู้รับเรื่อง */
import { Conflict } from '../../platform/errors.js';
import type { Case } from '../cases/case.js';
import { buddhistDateTime } from '../../thai/buddhist-date.js';
import { canStep } from '../cases/case-course.js';

/** Undefined if the caller may decide the case now. */
export function decisionConflict(matter: Case, caller: string, now: string): Conflict | undefined {
  const { id: caseId, status, decisionId, proposalId, claimedBy, claimedUntil } = matter;
  if (decisionId !== null) return alreadyDecided(caseId, decisionId);
  if (status === 'proposed') return proposed(caseId, proposalId);
  if (!canStep(status, 'decision')) return wrongStatus(matter);
  const isHeld = status === 'claimed' && claimedBy !== caller && claimedUntil !== null && claimedUntil > now;
  return isHeld ? claimed(caseId, claimedUntil) : undefined;
}

const alreadyDecided = (caseId: string, decisionId: string): Conflict =>
  new Conflict(
    'CASE_ALREADY_DECIDED',
    {
      th: `เรื่องนี้มีคำวินิจฉัยแล้ว ดูได้ที่ GET /v1/moderation/decisions/${decisionId}`,
      en: `The case is decided; see GET /v1/moderation/decisions/${decisionId}.`,
    },
    { caseId, decisionId },
  );

const proposed = (caseId: string, proposalId: string | null): Conflict =>
  new Conflict(
    'CASE_PROPOSED',
    {
      th: `มีผู้เสนอคำวินิจฉัยแล้ว รอผู้ยืนยันอีกคน ดูที่ GET /v1/moderation/proposals/${proposalId}`,
      en: `A decision is proposed and waits for a second person; see GET /v1/moderation/proposals/${proposalId}.`,
    },
    { caseId, proposalId },
  );

const wrongStatus = ({ id: caseId, status, duplicateOf }: Case): Conflict =>
  new Conflict(
    'CASE_WRONG_STATUS',
    {
      th: `วินิจฉัยไม่ได้ เพราะสถานะของเรื่องคือ ${status} ดู allowedActions ของเรื่อง`,
      en: `The case cannot be decided while it is ${status}; see its allowedActions.`,
    },
    { caseId, currentStatus: status, duplicateOf },
  );

const claimed = (caseId: string, claimedUntil: string): Conflict =>
  new Conflict(
    'CASE_CLAIMED',
    {
      th: `ผู้ดูแลอีกคนกำลังพิจารณาเรื่องนี้อยู่ ทำได้หลังวันที่ ${buddhistDateTime(claimedUntil)} หรือเมื่อผู้ดูแลคนนั้นคืนเรื่อง`,
      en: `Another moderator is at work on this case until ${claimedUntil}.`,
    },
    { caseId, claimedUntil },
  );

export const previewOutdated = (hash: string): Conflict =>
  new Conflict(
    'PREVIEW_OUTDATED',
    {
      th: 'ข้อเท็จจริงเปลี่ยนไปหลังจากที่ดูตัวอย่าง (previewHash ไม่ตรง) กรุณาดูตัวอย่างใหม่ก่อนวินิจฉัย',
      en: 'The facts have moved since the preview (previewHash differs); preview again before deciding.',
    },
    { currentHash: hash },
  );
