import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import type { Person } from '../subjects/subject.js';
import { ConductRepository } from './conduct.repository.js';
import type { Sanction, SanctionEnd } from './sanction.js';
import type { ConductRecord } from './standing.js';
import type { EndCause, Strike, StrikeReversal } from './strike.js';

/** What people did and what it led to: adds facts, and facts that take others back. Writing needs a transaction. */
@Injectable()
export class Conduct {
  constructor(
    private readonly repository: ConductRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** To count by it and write afterwards, lock the person first (`Subjects.lock`). */
  recordOf({ subjectIds }: Person): Promise<ConductRecord> {
    return this.repository.ofSubjects(subjectIds);
  }

  strikeOf(decisionId: string): Promise<Strike | undefined> {
    return this.repository.strikeOf(decisionId);
  }

  sanctionOf(decisionId: string): Promise<Sanction | undefined> {
    return this.repository.sanctionOf(decisionId);
  }

  async issue(strike: Omit<Strike, 'id'>): Promise<Strike> {
    const { decisionId, subjectId, points, issuedAt, expiresAt, ruleCode } = strike;
    const row: Strike = { id: newId(), decisionId, subjectId, ruleCode, points, issuedAt, expiresAt };
    await this.repository.addStrike(row);
    this.journal.record({
      action: 'strike.issued',
      subject: { type: 'strike', id: row.id },
      payload: { decisionId, subjectId, points, issuedAt, expiresAt, ruleCode },
    });
    return row;
  }

  async start(sanction: Omit<Sanction, 'id'>): Promise<Sanction> {
    const { decisionId, subjectId, kind, startedAt } = sanction;
    const row: Sanction = { id: newId(), decisionId, subjectId, kind, startedAt };
    await this.repository.addSanction(row);
    this.journal.record({
      action: 'sanction.started',
      subject: { type: 'sanction', id: row.id },
      payload: { decisionId, subjectId, kind, startedAt },
    });
    return row;
  }

  async startAll(sanctions: readonly Omit<Sanction, 'id'>[]): Promise<void> {
    for (const sanction of sanctions) await this.start(sanction);
  }

  /** Takes strikes back as of now. Hand in only such as were not taken back before. */
  async reverse(strikes: readonly Strike[], cause: EndCause, causeId: string): Promise<StrikeReversal[]> {
    const end = this.ending(cause, causeId);
    const rows = strikes.map(({ id, subjectId }) => ({ strikeId: id, subjectId, ...end }));
    await this.repository.addReversals(rows);
    for (const { strikeId, subjectId, at } of rows)
      this.journal.record({
        action: 'strike.reversed',
        subject: { type: 'strike', id: strikeId },
        payload: { subjectId, at, cause, causeId },
      });
    return rows;
  }

  /** Ends sanctions as of now. Hand in only such as still hold. */
  async endSanctions(
    sanctions: readonly Sanction[],
    cause: EndCause,
    causeId: string,
  ): Promise<SanctionEnd[]> {
    const end = this.ending(cause, causeId);
    const rows = sanctions.map(({ id, subjectId }) => ({ sanctionId: id, subjectId, ...end }));
    await this.repository.addEnds(rows);
    for (const { sanctionId, subjectId, at } of rows)
      this.journal.record({
        action: 'sanction.ended',
        subject: { type: 'sanction', id: sanctionId },
        payload: { subjectId, at, cause, causeId },
      });
    return rows;
  }

  private ending(cause: EndCause, causeId: string) {
    return { at: this.clock.now(), cause, causeId, endedBy: actorRef(currentActor()) };
  }
}
