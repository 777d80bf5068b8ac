import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { currentActor } from '../../platform/request-context.js';
import { CaseEnding } from '../cases/case-ending.service.js';
import { DecisionEffects } from '../decisions/decision-effects.service.js';
import type { Decision } from '../decisions/decision.js';
import type { KeptText } from '../texts/texts.service.js';
import { AppealBook } from './appeal-book.service.js';
import type { AppealAtHand } from './appeal-hold.service.js';
import type { Judgement } from './appeal-judgement.service.js';
import { AppealTexts } from './appeal-texts.service.js';
import type { Appeal } from './appeal.js';
import type { Review } from './review.js';
import { Lifting, type Lifted } from './lifting.service.js';

/** All that the end of an appeal made. */
export interface AppealEnded {
  appeal: Appeal;
  newDecision: Decision | null;
  lifted: Lifted;
}

/** Carries the end of an appeal out. Needs a transaction and the locks of `AppealHold`. */
@Injectable()
export class AppealEnding {
  constructor(
    private readonly book: AppealBook,
    private readonly lifting: Lifting,
    private readonly effects: DecisionEffects,
    private readonly texts: AppealTexts,
    private readonly ending: CaseEnding,
  ) {}

  async carryOut(hand: AppealAtHand, review: Review, judgement: Judgement): Promise<AppealEnded> {
    // A new finding brings its own notice.
    const told = judgement.newFinding === null ? judgement.notice.th : null;
    const { reply, notice } = await this.texts.keepEnding(hand, { reply: review.reply, notice: told });
    const lifted = await this.lifting.lift({
      ...{
        cause: 'appeal',
        causeId: hand.appeal.id,
        person: hand.person,
        subjectId: hand.decision.subjectId,
      },
      ...{ caseId: hand.matter.id, ruling: judgement.ruling, noticeTextId: notice?.id ?? null },
      endedDecisionIds: review.outcome === 'upheld' ? [] : [hand.decision.id],
    });
    const newDecision = await this.replace(hand, judgement, reply);
    await this.ending.revised(hand.matter, newDecision?.id ?? null);
    const appeal = await this.book.decide(hand.appeal, review.outcome, newDecision?.id ?? null, reply);
    return { appeal, newDecision, lifted };
  }

  private async replace(
    hand: AppealAtHand,
    { newFinding }: Judgement,
    reason: KeptText,
  ): Promise<Decision | null> {
    if (newFinding === null) return null;
    const { matter, person, decision: old } = hand;
    const by = { decidedBy: actorRef(currentActor()), confirmedBy: null, reason, replaces: old.id };
    const { facts, verdict } = newFinding;
    const made = await this.effects.carryOut({ matter, person, ordersRemoval: false }, facts, verdict, by);
    return made.decision;
  }
}
