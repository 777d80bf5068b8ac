/**
 * What may be done with a case now, with the consequence in plain words: รับเรื่องแล้วเป็นของท่าน 30 นาที. Whose claim it is
 * counts: nobody works on what another holds.
 */
import type { Scope } from '../../platform/actor.js';
import type { Message } from '../../platform/message.js';
import { canStep, type CaseStep } from './case-course.js';
import { claimMinutes, type Case } from './case.js';

export interface CaseAction {
  action: string;
  method: string;
  path: string;
  requires: Scope;
  consequence: Message;
}

type OwnStep = Extract<CaseStep, 'claim' | 'release' | 'escalation' | 'return' | 'duplicate' | 'decision'>;

const consequences: Readonly<Record<OwnStep | 'decision-preview', Message>> = {
  claim: {
    th: `เรื่องนี้เป็นของท่าน ${claimMinutes} นาที ผู้อื่นจะตัดสินไม่ได้จนกว่าจะครบเวลาหรือท่านคืนเรื่อง`,
    en: `The case is yours for ${claimMinutes} minutes; nobody else decides it until then or until you release it.`,
  },
  release: {
    th: 'คืนเรื่องให้ผู้อื่นรับไปพิจารณาได้ทันที',
    en: 'Others may take the case at once.',
  },
  escalation: {
    th: 'ส่งเรื่องให้ผู้รับผิดชอบระดับสูงขึ้นพิจารณา เรื่องจะไม่อยู่ในคิวปกติ',
    en: 'Hands the case to somebody senior; it leaves the usual queue.',
  },
  return: { th: 'ส่งเรื่องกลับเข้าคิวปกติ', en: 'Puts the case back into the usual queue.' },
  duplicate: {
    th: 'ปิดเรื่องนี้โดยอ้างถึงอีกเรื่องหนึ่งของคนเดียวกัน ไม่มีการนับคะแนน รายงานยังอยู่ครบ',
    en: 'Ends this case as a duplicate of another one of the same person; no points, the reports stay.',
  },
  'decision-preview': {
    th: 'ดูผลของคำวินิจฉัยล่วงหน้า ทั้งคะแนน มาตรการ และข้อความแจ้ง โดยยังไม่บันทึก',
    en: 'Shows what a decision would lead to, with the notice; nothing is kept.',
  },
  decision: {
    th: 'บันทึกคำวินิจฉัย นับคะแนนตามเกณฑ์ และสร้างสิ่งที่ต้องทำใน LINE แก้ไขภายหลังได้โดยการอุทธรณ์เท่านั้น',
    en: 'Keeps the decision, counts its points and makes the tasks to do in LINE; only an appeal changes it later.',
  },
};

const steps: readonly OwnStep[] = ['claim', 'release', 'escalation', 'return', 'duplicate', 'decision'];

const tasksOf = (row: Case): CaseAction => ({
  ...{ action: 'tasks', method: 'GET', path: `/v1/moderation/tasks?status=open&caseId=${row.id}` },
  ...{ requires: 'moderation:read', consequence: toDoInLine },
});

const decisionOf = (id: string): CaseAction => ({
  ...{ action: 'decision-made', method: 'GET', path: `/v1/moderation/decisions/${id}` },
  ...{ requires: 'moderation:read', consequence: madeAlready },
});

const madeAlready: Message = {
  th: 'ดูคำวินิจฉัยของเรื่องนี้ และสิทธิอุทธรณ์',
  en: 'The decision of this case, and whether it may be appealed.',
};

const toDoInLine: Message = {
  th: 'ดูสิ่งที่ต้องทำใน LINE ของเรื่องนี้ เมื่อทำครบ เรื่องจะปิด',
  en: 'What is to be done in LINE; with the last of it the case is closed.',
};

export function caseActionsOf(row: Case, caller: string, now: string): CaseAction[] {
  if (isHeldByAnother(row, caller, now)) return [];
  const later = row.decisionId === null ? [] : [decisionOf(row.decisionId)];
  if (row.status === 'decided') return [tasksOf(row), ...later];
  if (row.status === 'closed') return later;
  const possible = steps.filter((step) => canStep(row.status, step));
  // What waits for a second person is decided by confirming it.
  const own = row.status === 'proposed' ? possible.filter((step) => step !== 'decision') : possible;
  return own
    .flatMap((step) => (step === 'decision' ? ['decision-preview' as const, step] : [step]))
    .map((action) => ({
      ...{ action, method: 'POST', path: `/v1/moderation/cases/${row.id}/${action}` },
      ...{ requires: 'moderation:write' as const, consequence: consequences[action] },
    }));
}

/** A claim whose time is over is as none. */
export function isHeldByAnother(
  { status, claimedBy, claimedUntil }: Pick<Case, 'status' | 'claimedBy' | 'claimedUntil'>,
  caller: string,
  now: string,
): boolean {
  return status === 'claimed' && claimedBy !== caller && claimedUntil !== null && claimedUntil > now;
}

/** The decision with what is to be sent. */
export const decisionAction = <Body>(caseId: string, body: Body): CaseAction & { body: Body } => ({
  ...{ action: 'decision', method: 'POST', path: `/v1/moderation/cases/${caseId}/decision` },
  ...{ requires: 'moderation:write', consequence: consequences.decision, body },
});
