import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { currentActor } from '../../platform/request-context.js';
import { CaseHold } from './case-hold.service.js';
import { DecisionFacts, type CaseAtHand } from './decision-facts.service.js';
import { previewOutdated } from './decision-problems.js';
import { DecisionSettling, type Settlement } from './decision-settling.service.js';
import { DecisionView } from './decision-view.service.js';
import { decide } from './decide.js';
import type { DecidedDto, DecisionDto, DecisionPreviewDto } from './decision.dto.js';
import { Decisions } from './decisions.service.js';
import type { Facts, Finding, Verdict } from './verdict.js';

/** A moderator decides, or looks first at what would follow. */
@Injectable()
export class Deciding {
  constructor(
    private readonly database: Database,
    private readonly hold: CaseHold,
    private readonly facts: DecisionFacts,
    private readonly settling: DecisionSettling,
    private readonly decisions: Decisions,
    private readonly view: DecisionView,
  ) {}

  /** The same code as the decision itself, and nothing is kept. Throws NotFound or Conflict. */
  preview(caseId: string, finding: Finding, expectedVersion?: number): Promise<DecisionPreviewDto> {
    return this.database.transaction(async () => {
      const taken = await this.hold.takeToDecide(caseId, expectedVersion);
      const { facts, verdict } = await this.judge({ ...taken, ordersRemoval: false }, finding);
      return this.view.preview(caseId, facts, verdict);
    });
  }

  /** Decides, or proposes the decision where two people are needed. Throws NotFound, Conflict or Stale. */
  decide(
    caseId: string,
    finding: Finding,
    previewHash?: string,
    expectedVersion?: number,
  ): Promise<DecidedDto> {
    return this.database.transaction(async () => {
      const taken = await this.hold.takeToDecide(caseId, expectedVersion);
      return this.view.decided(await this.settle({ ...taken, ordersRemoval: false }, finding, previewHash));
    });
  }

  /** The same for a case at hand. Needs a transaction and the locks. */
  async settle(hand: CaseAtHand, finding: Finding, previewHash?: string): Promise<Settlement> {
    const { facts, verdict } = await this.judge(hand, finding);
    if (previewHash !== undefined && previewHash !== verdict.hash) throw previewOutdated(verdict.hash);
    if (verdict.needsSecondPerson) return this.settling.propose(hand, facts, verdict);
    const decidedBy = actorRef(currentActor());
    return this.settling.decide(hand, facts, verdict, { decidedBy, confirmedBy: null });
  }

  async read(id: string): Promise<DecisionDto> {
    return this.view.decision(await this.decisions.find(id));
  }

  private async judge(hand: CaseAtHand, finding: Finding): Promise<{ facts: Facts; verdict: Verdict }> {
    const facts = await this.facts.gather(hand, finding);
    return { facts, verdict: decide(facts) };
  }
}
