import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Decision } from '../decisions/decision.js';
import { ReportsRepository } from '../reports/reports.repository.js';
import { retainUntil } from '../texts/retention.js';
import { Texts } from '../texts/texts.service.js';
import type { Case } from './case.js';

/** Keeps the words of a case, and says until when. Needs a transaction. */
@Injectable()
export class CaseWords {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly texts: Texts,
    private readonly clock: Clock,
  ) {}

  /** Why it was escalated, in place of an earlier reason, which nobody needs any more. */
  async keepReason({ isSensitive, escalationTextId }: Case, text: string): Promise<string> {
    const { id } = await this.texts.keep({ kind: 'note', text, sensitive: isSensitive === 1 });
    if (escalationTextId) await this.texts.retain([escalationTextId], this.untilAfterNothing());
    return id;
  }

  /** Messages, notes and reasons before the decision; null while the matter has not ended. */
  async retain(row: Case, until: string | null): Promise<void> {
    await this.texts.retain(await this.wordsOf(row), until);
  }

  /**
   * The case is decided: its words and those of the decision are kept as long as that needs. What a moderator found
   * to be grave is hidden like what screening suspected.
   */
  async endWith(
    row: Case,
    { severity, outcome, reasonTextId, noticeTextId, decidedAt }: Decision,
  ): Promise<void> {
    const until = retainUntil(severity, outcome, decidedAt);
    await this.retain(row, until);
    await this.texts.retain(noticeTextId === null ? [reasonTextId] : [reasonTextId, noticeTextId], until);
    if (severity === 'S3') await this.hide(row);
  }

  /** The case turned out to be grave: from now on few people read its words. */
  async hide(row: Case): Promise<void> {
    await this.texts.markSensitive(await this.wordsOf(row));
  }

  /** Nothing came of the case: its words are kept a while. Answers when it ended. */
  async endWithoutFinding(row: Case): Promise<string> {
    await this.retain(row, this.untilAfterNothing());
    return this.clock.now();
  }

  private async wordsOf({ id, escalationTextId }: Case): Promise<string[]> {
    const ids = await this.reports.textsOf(id);
    return escalationTextId ? [...ids, escalationTextId] : ids;
  }

  private untilAfterNothing(): string {
    return retainUntil(null, 'duplicate', this.clock.now());
  }
}
