import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Stale } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import type { KeptText } from '../texts/texts.service.js';
import type { Appeal, AppealOutcome } from './appeal.js';
import { AppealsRepository } from './appeals.repository.js';

/** Writes appeals down. Needs a transaction and the locks of `AppealHold`. */
@Injectable()
export class AppealBook {
  constructor(
    private readonly repository: AppealsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async add(appeal: Appeal): Promise<void> {
    await this.repository.insert(appeal);
    const { decisionId, subjectId, number, appellant } = appeal;
    this.record('appeal.filed', appeal.id, { decisionId, subjectId, number, appellant });
  }

  /** Claimed, given back or withdrawn. */
  async change(action: string, appeal: Appeal, change: Partial<Appeal>): Promise<Appeal> {
    const changed = await this.write(appeal, { ...change, updatedAt: this.clock.now() });
    this.record(action, appeal.id, { decisionId: appeal.decisionId, status: changed.status });
    return changed;
  }

  /** The end, as a fact of its own. */
  async decide(
    appeal: Appeal,
    outcome: AppealOutcome,
    newDecisionId: string | null,
    reply: KeptText,
  ): Promise<Appeal> {
    const decidedAt = this.clock.now();
    const decidedBy = actorRef(currentActor());
    const { id: appealId, decisionId, subjectId } = appeal;
    await this.repository.insertDecision({
      ...{ id: newId(), appealId, outcome, newDecisionId, replyTextId: reply.id, replyHash: reply.hash },
      ...{ decidedBy, decidedAt },
    });
    this.record('appeal.decided', appealId, { outcome, decisionId, subjectId, newDecisionId });
    const ended = { status: 'decided', outcome, decidedAt, claimedBy: null, claimedUntil: null } as const;
    return this.write(appeal, { ...ended, updatedAt: decidedAt });
  }

  private async write(appeal: Appeal, change: Partial<Appeal>): Promise<Appeal> {
    if (!(await this.repository.update(appeal.id, appeal.version, change)))
      throw new Stale(appeal.version + 1);
    return { ...appeal, ...change, version: appeal.version + 1 };
  }

  private record(action: string, id: string, payload: Record<string, unknown>): void {
    this.journal.record({ action, subject: { type: 'appeal', id }, payload });
  }
}
