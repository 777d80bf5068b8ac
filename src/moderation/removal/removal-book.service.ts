import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { Conflict } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { isSensitive } from '../../screening/rule-codes.js';
import { SellerCourse } from '../../sellers/seller-course.service.js';
import { canTake } from '../../sellers/seller-status.js';
import type { Case } from '../cases/case.js';
import { CasesRepository } from '../cases/cases.repository.js';
import type { Suggestion } from '../reports/suggestion.js';
import type { Finding } from '../decisions/verdict.js';
import { Texts } from '../texts/texts.service.js';

const unscreened: Suggestion = { verdict: 'allowed', rules: [], sellingSignals: [], lexiconVersion: 0 };

/** Opens the case that a removal by order stands in. Needs a transaction. */
@Injectable()
export class RemovalBook {
  constructor(
    private readonly course: SellerCourse,
    private readonly cases: CasesRepository,
    private readonly texts: Texts,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound, Stale, or Conflict for a seller who cannot be removed now. */
  async refuseImpossible(sellerId: string, expectedVersion?: number): Promise<void> {
    const { status } = await this.course.lock(sellerId, expectedVersion);
    if (canTake(status, 'removal')) return;
    const text = {
      th: `เชิญออกไม่ได้ เพราะสถานะปัจจุบันของผู้ขายคือ ${status} ดู allowedActions ของผู้ขายรายนี้`,
      en: `The seller cannot be removed while the status is ${status}; see the seller's allowedActions.`,
    };
    throw new Conflict('SELLER_WRONG_STATUS', text, { sellerId, currentStatus: status, step: 'removal' });
  }

  /** Without a message: what the moderator knows stands in the reason. */
  async open(subjectId: string, { ruleCode }: Finding): Promise<Case> {
    const [id, now] = [newId(), this.clock.now()];
    const matter: Case = {
      ...{ id, subjectId, status: 'open', openKey: null, messageType: 'text' },
      ...{ fingerprint: this.texts.hashOf(`removal ${id}`), suggestedRule: null, severity: null },
      ...{
        isSensitive: ruleCode !== null && isSensitive(ruleCode) ? 1 : 0,
        suggestion: JSON.stringify(unscreened),
      },
      ...{ reportCount: 0, lastPostedAt: null, firstReportedAt: now, lastReportedAt: now, priority: 0 },
      ...{ claimedBy: null, claimedUntil: null, decisionId: null, proposalId: null, duplicateOf: null },
      ...{ escalationTextId: null, updatedAt: now, closedAt: null, version: 1 },
    };
    await this.cases.insert([matter]);
    const payload = { subjectId, ordered: true };
    this.journal.record({ action: 'case.opened', subject: { type: 'case', id }, payload });
    return matter;
  }
}
