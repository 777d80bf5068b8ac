import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Conflict } from '../../platform/errors.js';
import type { Message } from '../../platform/message.js';
import { CaseEnding } from '../cases/case-ending.service.js';
import { ProposalDeeds, type Created, type ProposalDeed } from '../proposals/proposal-deeds.service.js';
import type { Proposal } from '../proposals/proposal.js';
import { CaseHold } from './case-hold.service.js';
import { DecisionFacts } from './decision-facts.service.js';
import { DecisionSettling, type Settlement } from './decision-settling.service.js';
import { DecisionTexts } from './decision-texts.service.js';
import { decide } from './decide.js';
import type { ProposedDecision } from './proposed-decision.js';

/** Decisions that take two people: confirmed, they are made anew by the facts of then. */
@Injectable()
export class DecisionProposals implements ProposalDeed, OnModuleInit {
  readonly consequence: Message = {
    th: 'คำวินิจฉัยมีผลทันที: ผู้นั้นถูกเชิญออกจากกลุ่ม และมีงานที่ต้องทำใน LINE',
    en: 'The decision takes effect at once: the person is removed, and there are tasks to do in LINE.',
  };

  constructor(
    private readonly deeds: ProposalDeeds,
    private readonly hold: CaseHold,
    private readonly facts: DecisionFacts,
    private readonly settling: DecisionSettling,
    private readonly ending: CaseEnding,
    private readonly texts: DecisionTexts,
  ) {}

  onModuleInit(): void {
    this.deeds.register('decision', this);
  }

  async confirm(proposal: Proposal, confirmedBy: string): Promise<Created[]> {
    const { outcome, ruleCode, step, ordersRemoval } = JSON.parse(proposal.contents) as ProposedDecision;
    const hand = { ...(await this.hold.take(proposal.caseId!)), ordersRemoval };
    const reason = await this.texts.reason(proposal.reasonTextId);
    const facts = await this.facts.gather(hand, { outcome, ruleCode, reason: reason.text });
    const verdict = decide(facts);
    if (verdict.step !== step) throw overtaken(step, verdict.step);
    const by = { decidedBy: proposal.proposedBy, confirmedBy, reason };
    return createdOf(await this.settling.decide(hand, facts, verdict, by));
  }

  async drop({ caseId, reasonTextId }: Proposal): Promise<void> {
    const { matter } = await this.hold.take(caseId!);
    await this.texts.dropReason(reasonTextId);
    await this.ending.refused(matter);
  }
}

function createdOf({ made }: Settlement): Created[] {
  const { decision, strike, sanction, tasks } = made!;
  return [
    { type: 'decision', id: decision.id },
    ...(strike ? [{ type: 'strike', id: strike.id }] : []),
    ...(sanction ? [{ type: 'sanction', id: sanction.id }] : []),
    ...tasks.map(({ id }) => ({ type: 'task', id })),
  ];
}

const overtaken = (proposedStep: string, presentStep: string): Conflict =>
  new Conflict(
    'PROPOSAL_OVERTAKEN',
    {
      th: 'ข้อเท็จจริงเปลี่ยนไปหลังการเสนอ ผลการพิจารณาจึงไม่ใช่อย่างที่เสนอ กรุณาไม่เห็นชอบหรือถอนข้อเสนอ แล้ววินิจฉัยใหม่',
      en: 'The facts have moved since the proposal and would lead to another step; refuse or withdraw it and decide anew.',
    },
    { proposedStep, presentStep },
  );
