import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { newId } from '../../platform/ids.js';
import { Conduct } from '../standing/conduct.service.js';
import type { Sanction } from '../standing/sanction.js';
import type { Strike } from '../standing/strike.js';
import type { KeptText } from '../texts/texts.service.js';
import type { Task } from '../tasks/task.js';
import { Tasks } from '../tasks/tasks.service.js';
import { SellerRemoval } from '../removal/seller-removal.service.js';
import type { CaseAtHand } from './decision-facts.service.js';
import { DecisionTexts } from './decision-texts.service.js';
import type { Decision } from './decision.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { Facts, Verdict } from './verdict.js';

/** Who answers for a decision. */
export interface Deciders {
  decidedBy: string;
  confirmedBy: string | null;
  /** The reason, if it was kept when the decision was proposed. */
  reason?: KeptText;
  /** The decision this one stands in place of after an appeal. */
  replaces?: string;
}

/** All that a decision made. */
export interface DecisionMade {
  decision: Decision;
  strike: Strike | null;
  sanction: Sanction | null;
  tasks: Task[];
}

/** Carries a verdict out: the decision with its strike, sanction and tasks. Needs a transaction and the locks. */
@Injectable()
export class DecisionEffects {
  constructor(
    private readonly repository: DecisionsRepository,
    private readonly texts: DecisionTexts,
    private readonly conduct: Conduct,
    private readonly tasks: Tasks,
    private readonly removal: SellerRemoval,
    private readonly journal: Journal,
  ) {}

  async carryOut(hand: CaseAtHand, facts: Facts, verdict: Verdict, by: Deciders): Promise<DecisionMade> {
    const decision = await this.keep(hand, facts, verdict, by);
    const strike = await this.strikeOf(decision);
    const sanction = await this.sanctionOf(decision, verdict);
    // Also for who was removed under another name: then the seller is taken out only now.
    if (verdict.step === 'removal') await this.removal.of(hand.person);
    const tasks = await this.tasks.createAll(
      verdict.tasks.map(({ kind, dueAt }) => ({
        ...{ kind, dueAt, causeType: 'decision', causeId: decision.id },
        ...{ subjectId: decision.subjectId, sellerId: decision.sellerId, caseId: decision.caseId },
        messageTextId: kind === 'deliver_notice' ? decision.noticeTextId : null,
      })),
    );
    return { decision, strike, sanction, tasks };
  }

  private async keep(hand: CaseAtHand, facts: Facts, verdict: Verdict, by: Deciders): Promise<Decision> {
    const { matter, person } = hand;
    const { reason, notice } = await this.texts.keep(facts, verdict, matter, by.reason);
    const { points, leniency, severity, expiresAt, pointsBefore, pointsAfter, step } = verdict;
    const decision: Decision = {
      ...{ id: newId(), caseId: matter.id, replaces: by.replaces ?? '', subjectId: matter.subjectId },
      ...{ sellerId: person.sellerId, outcome: facts.finding.outcome, ruleCode: facts.finding.ruleCode },
      ...{ ruleVersionId: facts.rule?.versionId ?? null, severity, policyNumber: facts.policy.number },
      ...{ points, leniency, expiresAt, pointsBefore, pointsAfter, step },
      ...{ reasonTextId: reason.id, reasonHash: reason.hash },
      ...{ noticeTextId: notice?.id ?? null, noticeHash: notice?.hash ?? null },
      ...{ decidedBy: by.decidedBy, confirmedBy: by.confirmedBy, decidedAt: facts.at },
    };
    await this.repository.insert(decision);
    this.record(decision);
    return decision;
  }

  private strikeOf(decision: Decision): Promise<Strike> | null {
    const { id: decisionId, subjectId, ruleCode, points, decidedAt: issuedAt, expiresAt } = decision;
    if (ruleCode === null || expiresAt === null) return null;
    return this.conduct.issue({ decisionId, subjectId, ruleCode, points, issuedAt, expiresAt });
  }

  private sanctionOf(decision: Decision, { sanction: kind }: Verdict): Promise<Sanction> | null {
    const { id: decisionId, subjectId, decidedAt: startedAt } = decision;
    return kind === null ? null : this.conduct.start({ decisionId, subjectId, kind, startedAt });
  }

  private record(decision: Decision): void {
    const { id, caseId, subjectId, sellerId, outcome, ruleCode, points, leniency, step } = decision;
    const { policyNumber, ruleVersionId, replaces, decidedBy, confirmedBy, decidedAt } = decision;
    this.journal.record({
      action: 'decision.made',
      subject: { type: 'decision', id },
      payload: {
        ...{ caseId, subjectId, sellerId, outcome, ruleCode, ruleVersionId, policyNumber },
        ...{ points, leniency, step, replaces, decidedBy, confirmedBy, decidedAt },
      },
    });
  }
}
