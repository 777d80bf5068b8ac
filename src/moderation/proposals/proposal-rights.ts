/** Who may do what with a proposal: ผู้เสนอยืนยันเองไม่ได้ ต้องเป็นอีกคน และมีเพียงผู้เสนอที่ถอนได้ */
import { Conflict, Forbidden, type AppError } from '../../platform/errors.js';
import { proposalSteps, type Proposal, type ProposalStep } from './proposal.js';

/** Undefined if `caller`, written as `staff:01J…`, may take the step now. */
export function refusalOf(proposal: Proposal, step: ProposalStep, caller: string): AppError | undefined {
  if (!proposalSteps[step].from.includes(proposal.status)) return over(proposal);
  const isOwn = proposal.proposedBy === caller;
  if (step === 'withdrawal') return isOwn ? undefined : notYours;
  if (isOwn) return ownProposal;
  // Two people are asked for; a program is nobody's second pair of eyes.
  return caller.startsWith('staff:') ? undefined : noPerson;
}

const ownProposal = new Forbidden('SECOND_PERSON_REQUIRED', {
  th: 'ผู้เสนอยืนยันหรือปฏิเสธข้อเสนอของตนเองไม่ได้ ต้องเป็นผู้ดูแลอีกคน หากต้องการถอนใช้ /withdrawal',
  en: 'Who proposed this cannot confirm or refuse it; another moderator has to. To take it back use /withdrawal.',
});

const noPerson = new Forbidden('SECOND_PERSON_REQUIRED', {
  th: 'ต้องให้เจ้าหน้าที่ที่เข้าสู่ระบบเป็นผู้ยืนยัน คีย์ของโปรแกรมยืนยันแทนคนไม่ได้',
  en: 'A member of staff has to confirm or refuse this; a key cannot stand in for a person.',
});

const notYours = new Forbidden('NOT_THE_PROPOSER', {
  th: 'ถอนข้อเสนอได้เฉพาะผู้เสนอ หากไม่เห็นด้วยใช้ /refusal',
  en: 'Only who proposed this can withdraw it; to disagree use /refusal.',
});

const over = ({ id: proposalId, status }: Proposal): Conflict =>
  new Conflict(
    'PROPOSAL_OVER',
    { th: `ข้อเสนอนี้จบแล้ว (สถานะ ${status})`, en: `The proposal is over (${status}).` },
    { proposalId, currentStatus: status },
  );
