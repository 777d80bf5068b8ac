import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import { Recognition } from '../../sellers/recognition.service.js';
import type { Seller } from '../../sellers/seller.js';
import type { ImportRowRecord } from '../rows/import-row.js';
import { ImportRowsRepository } from '../rows/import-rows.repository.js';
import type { Choice } from './resolution.js';
import { teachesValue } from './review-group.js';
import { RowDecisionsRepository } from './row-decision.repository.js';
import type { Done } from '../judging/row-effects.service.js';
import type { ReadRow } from '../judging/chunk-memory.js';
import type { Candidate, Resolution, RowVerdict } from '../judging/row-verdict.js';
import { ValueMemory, type Learned } from './value-memory.service.js';

/** What taking a decision back needs. */
export interface KeptForUndo {
  row: ImportRowRecord;
  /** The seller before, if there was one. */
  seller?: Seller;
  learned?: Learned;
}

/** A decision that was carried out. */
export interface Decided {
  before: ImportRowRecord;
  choice: Choice;
  resolution: Resolution;
  read: ReadRow;
  done: Done;
  /** Sellers it may have changed, as they were. */
  sellers: readonly Seller[];
}

const isCopy = (verdict: RowVerdict): boolean =>
  verdict.outcome === 'unchanged' && verdict.because === 'same_answer';

/** Keeps who decided what about which row, and learns from it. */
@Injectable()
export class DecisionBook {
  constructor(
    private readonly decisions: RowDecisionsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly recognition: Recognition,
    private readonly values: ValueMemory,
    private readonly clock: Clock,
  ) {}

  /** Every seller the decision may change, as they are now. */
  async sellersConcerned(
    before: ImportRowRecord,
    read: ReadRow,
    { mergeInto }: Resolution,
  ): Promise<Seller[]> {
    const candidates = JSON.parse(before.details ?? '[]') as Candidate[];
    const keyed = await this.rows.findByKeys(read.keyHashes);
    const ids = [
      ...candidates.flatMap((each) => (each.type === 'seller' ? each.sellerId : [])),
      ...keyed.flatMap(({ sellerId }) => sellerId ?? []),
      ...(mergeInto ? [mergeInto.sellerId] : []),
    ];
    const [near, named] = await Promise.all([
      this.recognition.findNear(read.who ? [read.who] : []),
      this.recognition.findByIds([...new Set(ids)]),
    ]);
    return [...new Map([...near, ...named].map((seller) => [seller.id, seller])).values()];
  }

  async enter({ before, choice, resolution, read, done, sellers }: Decided): Promise<void> {
    const { importId, rowNo, reason } = before;
    const learned = await this.learn(before, choice, resolution, read, done);
    const { outcome } = done.verdict;
    const touched = outcome === 'created' || outcome === 'updated' ? done.sellerId : undefined;
    const [after] = touched ? await this.recognition.findByIds([touched]) : [];
    const kept: KeptForUndo = { row: before, seller: sellers.find(({ id }) => id === touched), learned };
    const actor = currentActor();
    await this.decisions.insert({
      ...{ id: newId(), importId, rowNo, action: choice.action, reason, outcome },
      cooperativeId: choice.action === 'choose' ? (resolution.cooperativeId ?? null) : null,
      ...{ sellerId: done.sellerId ?? null, sellerVersion: after?.version ?? null },
      ...{ valueDecisionId: learned?.id ?? null, kept: JSON.stringify(kept) },
      ...{
        decidedBy: actorRef(actor),
        decidedAt: this.clock.now(),
        undoneBy: null,
        undoneAt: null,
      },
    });
  }

  /** A cooperative chosen for a doubtful text is what that text means from now on, unless the person says no. */
  private learn(
    { reason, importId, rowNo }: ImportRowRecord,
    { action, learn = true }: Choice,
    { cooperativeId }: Resolution,
    { row }: ReadRow,
    { verdict }: Done,
  ): Promise<Learned | undefined> {
    // An answer that was decided in another copy is no word on what its text means.
    const decided = verdict.outcome !== 'rejected' && !isCopy(verdict);
    const teaches = action === 'choose' && learn && teachesValue(reason) && decided;
    if (!teaches || !cooperativeId) return Promise.resolve(undefined);
    return this.values.learn(row.answer, cooperativeId, { importId, rowNo });
  }
}
