import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppealEnding } from './appeal-ending.service.js';
import { AppealHold } from './appeal-hold.service.js';
import { AppealJudgement } from './appeal-judgement.service.js';
import type { AppealEndedDto, AppealPreviewDto } from './appeals.dto.js';
import { AppealView } from './appeal-view.service.js';
import type { Review } from './review.js';

/** A reviewer, never the decider, ends an appeal, or looks first at what would follow. */
@Injectable()
export class AppealHearing {
  constructor(
    private readonly database: Database,
    private readonly hold: AppealHold,
    private readonly judgement: AppealJudgement,
    private readonly ending: AppealEnding,
    private readonly view: AppealView,
  ) {}

  /** The same code as the end itself, and nothing is kept. */
  preview(id: string, review: Review, expectedVersion?: number): Promise<AppealPreviewDto> {
    return this.database.transaction(async () => {
      const hand = await this.hold.take('decision', id, expectedVersion);
      const { ruling, newFinding, pointsBefore, pointsAfter, notice } = await this.judgement.of(hand, review);
      const own = newFinding?.verdict.tasks.map(({ kind }) => kind) ?? [];
      return {
        ...{ outcome: review.outcome, pointsBefore, pointsAfter, notice, returns: ruling.returns },
        strikeIds: ruling.strikes.map((strike) => strike.id),
        sanctionIds: ruling.sanctions.map((sanction) => sanction.id),
        tasks: [...new Set([...own, ...ruling.tasks])],
      };
    });
  }

  /** Throws NotFound, Forbidden, Conflict or Stale. */
  decide(id: string, review: Review, expectedVersion?: number): Promise<AppealEndedDto> {
    return this.database.transaction(async () => {
      const hand = await this.hold.take('decision', id, expectedVersion);
      const ended = await this.ending.carryOut(hand, review, await this.judgement.of(hand, review));
      return { ...(await this.view.forKeeping(ended.appeal)), ...ended.lifted };
    });
  }
}
