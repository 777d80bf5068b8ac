/** Who may hear an appeal: ไม่ใช่ผู้ที่วินิจฉัยหรือยืนยันเรื่องเดิม และต้องเป็นคน */
import { Conflict, Forbidden, type AppError } from '../../platform/errors.js';
import { buddhistDateTime } from '../../thai/buddhist-date.js';
import { canAppealStep, type Appeal, type AppealStep } from './appeal.js';

/** Who made or confirmed a decision on the case, written as `staff:01J…`. */
export type Deciders = readonly string[];

/** Undefined if `caller`, written as `staff:01J…`, may take the step now. */
export function appealStepRefusal(
  step: AppealStep,
  appeal: Appeal,
  deciders: Deciders,
  caller: string,
  now: string,
): AppError | undefined {
  if (!canAppealStep(appeal.status, step)) return wrongStatus(appeal);
  const holder = holderOf(appeal, now);
  if (step === 'withdrawal') return undefined;
  if (step === 'release') return holder === caller || holder === null ? undefined : held(appeal);
  if (deciders.includes(caller)) return reviewerIsDecider;
  if (!caller.startsWith('staff:')) return notAPerson;
  return holder !== null && holder !== caller ? held(appeal) : undefined;
}

/** Who is at work on the appeal now. */
export function holderOf({ claimedBy, claimedUntil }: Appeal, now: string): string | null {
  return claimedUntil !== null && claimedUntil > now ? claimedBy : null;
}

const wrongStatus = ({ id: appealId, status }: Appeal): Conflict =>
  new Conflict(
    'APPEAL_WRONG_STATUS',
    {
      th: `ทำขั้นตอนนี้ไม่ได้ เพราะสถานะของการอุทธรณ์คือ ${status} ดู allowedActions`,
      en: `Not possible while the appeal is ${status}; see its allowedActions.`,
    },
    { appealId, currentStatus: status },
  );

const held = ({ id: appealId, claimedUntil }: Appeal): Conflict =>
  new Conflict(
    'APPEAL_CLAIMED',
    {
      th: `ผู้พิจารณาอีกคนรับการอุทธรณ์นี้ไว้ ทำได้หลังวันที่ ${buddhistDateTime(claimedUntil!)} หรือเมื่อผู้พิจารณาคนนั้นคืนเรื่อง`,
      en: `Another moderator is at work on this appeal until ${claimedUntil}.`,
    },
    { appealId, claimedUntil },
  );

const reviewerIsDecider = new Forbidden('REVIEWER_IS_DECIDER', {
  th: 'ท่านเป็นผู้วินิจฉัยหรือผู้ยืนยันเรื่องเดิม จึงพิจารณาอุทธรณ์เรื่องนี้ไม่ได้ ต้องเป็นผู้ดูแลคนอื่น',
  en: 'You made or confirmed the decision; somebody else has to hear the appeal.',
});

const notAPerson = new Forbidden('REVIEWER_NOT_A_PERSON', {
  th: 'ต้องให้เจ้าหน้าที่ที่เข้าสู่ระบบเป็นผู้พิจารณา คีย์ของโปรแกรมพิจารณาแทนคนไม่ได้',
  en: 'A member of staff has to hear an appeal; a key cannot stand in for a person.',
});
