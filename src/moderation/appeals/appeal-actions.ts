/** What may be done with an appeal now, with the consequence in plain words: รับพิจารณาแล้วมีเวลา 30 นาที */
import { actorRef, type Actor } from '../../platform/actor.js';
import type { Message } from '../../platform/message.js';
import type { AllowedAction } from '../allowed-action.js';
import { appealStepRefusal, type Deciders } from './appeal-rights.js';
import type { Appeal, AppealStep } from './appeal.js';

const offered: readonly { step: AppealStep; action: string; consequence: Message }[] = [
  {
    step: 'claim',
    action: 'claim',
    consequence: {
      th: 'ท่านรับพิจารณาเรื่องนี้ 30 นาที ระหว่างนั้นผู้อื่นพิจารณาไม่ได้',
      en: 'You hear this appeal for 30 minutes; nobody else can meanwhile.',
    },
  },
  {
    step: 'decision',
    action: 'decision-preview',
    consequence: {
      th: 'ดูว่าผลพิจารณาจะเปลี่ยนคะแนน มาตรการ และงานใน LINE อย่างไร โดยยังไม่บันทึก',
      en: 'See what your decision would change; nothing is kept.',
    },
  },
  {
    step: 'decision',
    action: 'decision',
    consequence: {
      th: 'สิ้นสุดการอุทธรณ์: ยืนตามเดิม แก้ไขให้เบาลง หรือยกเลิก หากยกเลิก คะแนนหายไป มาตรการสิ้นสุด และมีงานเชิญกลับ',
      en: 'Ends the appeal: upheld, made milder, or overturned. Overturned, the points go, the sanction ends, and tasks bring the person back.',
    },
  },
  {
    step: 'release',
    action: 'release',
    consequence: { th: 'คืนเรื่องให้ผู้ดูแลคนอื่นรับพิจารณา', en: 'Gives the appeal back to the others.' },
  },
  {
    step: 'withdrawal',
    action: 'withdrawal',
    consequence: {
      th: 'ผู้อุทธรณ์ขอถอน คำวินิจฉัยเดิมมีผลต่อไป และอุทธรณ์ใหม่ได้หากยังไม่พ้นกำหนด',
      en: 'The appellant takes it back; the decision stands, and may be appealed again in time.',
    },
  },
];

export function appealActions(
  appeal: Appeal,
  deciders: Deciders,
  actor: Actor,
  now: string,
): AllowedAction[] {
  const caller = actorRef(actor);
  return offered
    .filter(({ step }) => step !== 'release' || (appeal.claimedBy === caller && appeal.status === 'claimed'))
    .filter(({ step }) => appealStepRefusal(step, appeal, deciders, caller, now) === undefined)
    .map(({ action, consequence }) => ({
      ...{ action, method: 'POST', path: `/v1/moderation/appeals/${appeal.id}/${action}` },
      ...{ requires: 'moderation:write' as const, consequence },
    }));
}
