import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { plusSeconds } from '../../platform/instant.js';
import { currentActor } from '../../platform/request-context.js';
import { claimMinutes } from '../cases/case.js';
import { AppealBook } from './appeal-book.service.js';
import { AppealFiling, type Application } from './appeal-filing.service.js';
import { AppealHold } from './appeal-hold.service.js';
import { AppealTexts } from './appeal-texts.service.js';
import type { Appeal } from './appeal.js';

/** Takes appeals in and hands them to who will hear them. */
@Injectable()
export class Appeals {
  constructor(
    private readonly database: Database,
    private readonly filing: AppealFiling,
    private readonly hold: AppealHold,
    private readonly book: AppealBook,
    private readonly texts: AppealTexts,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound, or Conflict with the reason why there is no appeal. */
  file(application: Application): Promise<Appeal> {
    return this.database.transaction(() => this.filing.file(application));
  }

  /** The caller hears it for a while. Throws NotFound, Forbidden, Conflict or Stale. */
  claim(id: string, expectedVersion?: number): Promise<Appeal> {
    return this.database.transaction(async () => {
      const { appeal } = await this.hold.take('claim', id, expectedVersion);
      const claimedUntil = plusSeconds(this.clock.now(), claimMinutes * 60);
      const change = { status: 'claimed' as const, claimedBy: actorRef(currentActor()), claimedUntil };
      return this.book.change('appeal.claimed', appeal, change);
    });
  }

  release(id: string, expectedVersion?: number): Promise<Appeal> {
    return this.database.transaction(async () => {
      const { appeal } = await this.hold.take('release', id, expectedVersion);
      const change = { status: 'filed' as const, claimedBy: null, claimedUntil: null };
      return this.book.change('appeal.released', appeal, change);
    });
  }

  /** The appellant takes it back; the decision stands. */
  withdraw(id: string, expectedVersion?: number): Promise<Appeal> {
    return this.database.transaction(async () => {
      const hand = await this.hold.take('withdrawal', id, expectedVersion);
      await this.texts.endWithdrawn(hand);
      const change = { status: 'withdrawn' as const, claimedBy: null, claimedUntil: null };
      return this.book.change('appeal.withdrawn', hand.appeal, change);
    });
  }
}
