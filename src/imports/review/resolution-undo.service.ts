import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { currentActor } from '../../platform/request-context.js';
import { SellerUndo } from '../../sellers/seller-undo.service.js';
import type { KeptForUndo } from './decision-book.service.js';
import type { ImportRowRecord } from '../rows/import-row.js';
import { ImportRowsRepository } from '../rows/import-rows.repository.js';
import type { ImportRunEntity } from '../import.entity.js';
import { laterRows, notDecided, undoExpired } from './resolution-problems.js';
import type { RowDecisionEntity } from './row-decision.entity.js';
import { RowDecisionsRepository } from './row-decision.repository.js';
import { RowSettling } from './row-settling.service.js';
import { ValueUsesRepository, type RowOfValue } from './value-use.repository.js';
import { ValueMemory } from './value-memory.service.js';

/** Rows named in the answer and in the audit entry. */
const mostNamed = 200;

export interface SettledByValue {
  valueDecisionId: string;
  count: number;
  rows: (Omit<RowOfValue, 'rowNo'> & { row: number })[];
}

/** What taking a decision back changes besides the row. */
@Injectable()
export class UndoEffects {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly sellers: SellerUndo,
    private readonly values: ValueMemory,
    private readonly uses: ValueUsesRepository,
  ) {}

  /**
   * A seller the decision changed becomes as before; one it made is withdrawn, unless a later row is about it.
   * Throws Conflict where the seller has changed since.
   */
  async takeBack({ outcome, sellerId, sellerVersion }: RowDecisionEntity, kept: KeptForUndo): Promise<void> {
    if (kept.learned) await this.values.unlearn(kept.learned);
    if ((outcome !== 'created' && outcome !== 'updated') || !sellerId) return;
    const version = sellerVersion ?? 0;
    if (kept.seller) return this.sellers.restore(kept.seller, version);
    const { importId, rowNo } = kept.row;
    const others = await this.rows.othersOfSeller(sellerId, importId, rowNo);
    if (others.length > 0) throw laterRows(sellerId, others);
    await this.sellers.takeBackRegistration(sellerId, version);
  }

  /** Other rows that went by what the decision taught: they stay as they are, for a person to look at. */
  async settledBy({ valueDecisionId }: RowDecisionEntity): Promise<SettledByValue | null> {
    const count = valueDecisionId === null ? 0 : await this.uses.count(valueDecisionId);
    if (valueDecisionId === null || count === 0) return null;
    const rows = await this.uses.first(valueDecisionId, mostNamed);
    return { valueDecisionId, count, rows: rows.map(({ rowNo: row, ...rest }) => ({ row, ...rest })) };
  }
}

/** The row as it waits again, and what went by the value that was forgotten. */
export interface Undone {
  row: ImportRowRecord;
  settledByValue: SettledByValue | null;
}

/** Takes the newest decision about a row back, so that the row waits as before. */
@Injectable()
export class ResolutionUndo {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly decisions: RowDecisionsRepository,
    private readonly effects: UndoEffects,
    private readonly settling: RowSettling,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Needs a transaction. Throws NotFound, or Conflict that says what depends on the decision. */
  async undo({ id }: ImportRunEntity, rowNo: number): Promise<Undone> {
    const now = await this.rows.find(id, rowNo);
    if (!now) throw new NotFound();
    const decision = await this.decisions.newest(id, rowNo);
    // The same answer stands in a newer row; here it would wait a second time.
    if (!decision || now.reason === 'judged_again') throw notDecided();
    if (decision.kept === null) throw undoExpired();
    const kept = JSON.parse(decision.kept) as KeptForUndo;
    await this.effects.takeBack(decision, kept);
    await this.rows.replace(kept.row);
    await this.settling.recount(id, now.outcome, kept.row.outcome);
    const actor = currentActor();
    await this.decisions.takeBack(decision.id, actorRef(actor), this.clock.now());
    const settledByValue = await this.effects.settledBy(decision);
    const { action, sellerId } = decision;
    const payload = { row: rowNo, action, sellerId, ...(settledByValue && { settledByValue }) };
    this.journal.record({ action: 'import.resolution_undone', subject: { type: 'import', id }, payload });
    return { row: (await this.rows.find(id, rowNo))!, settledByValue };
  }
}
