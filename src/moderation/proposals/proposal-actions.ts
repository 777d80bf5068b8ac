/** What may be done with a proposal by this caller: อีกคนยืนยันหรือไม่เห็นชอบ ผู้เสนอถอนได้ */
import { actorRef, type Actor } from '../../platform/actor.js';
import type { Message } from '../../platform/message.js';
import type { AllowedAction } from '../allowed-action.js';
import { refusalOf } from './proposal-rights.js';
import type { Proposal, ProposalStep } from './proposal.js';

const texts: Readonly<Record<Exclude<ProposalStep, 'confirmation'>, Message>> = {
  refusal: {
    th: 'ไม่เห็นชอบ เรื่องกลับไปรอพิจารณาใหม่ ไม่มีอะไรเกิดขึ้นกับเจ้าตัว',
    en: 'Refused: the matter is open again and nothing happens to the person.',
  },
  withdrawal: {
    th: 'ถอนข้อเสนอของท่าน เรื่องกลับไปรอพิจารณาใหม่',
    en: 'You take your proposal back; the matter is open again.',
  },
};

export function proposalActions(proposal: Proposal, confirmation: Message, actor: Actor): AllowedAction[] {
  const consequences: Record<ProposalStep, Message> = { confirmation, ...texts };
  return (['confirmation', 'refusal', 'withdrawal'] as const)
    .filter((step) => refusalOf(proposal, step, actorRef(actor)) === undefined)
    .map((action) => ({
      ...{ action, method: 'POST', path: `/v1/moderation/proposals/${proposal.id}/${action}` },
      ...{ requires: 'moderation:write', consequence: consequences[action] },
    }));
}
