import { Injectable } from '@nestjs/common';
import { CaseEnding } from '../cases/case-ending.service.js';
import { CaseWords } from '../cases/case-words.service.js';
import type { Case } from '../cases/case.js';
import type { Proposal } from '../proposals/proposal.js';
import { ProposalBook } from '../proposals/proposal-book.service.js';
import { DecisionEffects, type Deciders, type DecisionMade } from './decision-effects.service.js';
import type { CaseAtHand } from './decision-facts.service.js';
import { DecisionTexts } from './decision-texts.service.js';
import type { ProposedDecision } from './proposed-decision.js';
import type { Facts, Verdict } from './verdict.js';

/** What became of a case: a decision, or a proposal that waits for a second person. */
export interface Settlement {
  matter: Case;
  made: DecisionMade | null;
  proposal: Proposal | null;
}

/** Puts a verdict into effect, at once or through a second person. Needs a transaction and the locks. */
@Injectable()
export class DecisionSettling {
  constructor(
    private readonly effects: DecisionEffects,
    private readonly ending: CaseEnding,
    private readonly proposals: ProposalBook,
    private readonly texts: DecisionTexts,
    private readonly words: CaseWords,
  ) {}

  async decide(hand: CaseAtHand, facts: Facts, verdict: Verdict, by: Deciders): Promise<Settlement> {
    const made = await this.effects.carryOut(hand, facts, verdict, by);
    await this.words.endWith(hand.matter, made.decision);
    const matter = await this.ending.decided(hand.matter, made.decision);
    return { matter, made, proposal: null };
  }

  async propose(hand: CaseAtHand, { finding, rule }: Facts, { step }: Verdict): Promise<Settlement> {
    const { matter, person, ordersRemoval } = hand;
    const reason = await this.texts.keepReason(finding.reason, rule, matter);
    const contents: ProposedDecision = {
      ...{ outcome: finding.outcome, ruleCode: finding.ruleCode, step, ordersRemoval },
    };
    const proposal = await this.proposals.add({
      ...{ kind: 'decision', subjectId: matter.subjectId, sellerId: person.sellerId, caseId: matter.id },
      ...{ contents: JSON.stringify(contents), reasonTextId: reason.id },
    });
    return { matter: await this.ending.proposed(matter, proposal.id), made: null, proposal };
  }
}
