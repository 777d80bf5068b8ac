import { Injectable } from '@nestjs/common';
import { leadsItsKeys, type ChunkMemory, type ReadRow } from './chunk-memory.js';
import { independentStretches } from './independent-rows.js';
import { ImportRowsRepository } from '../rows/import-rows.repository.js';
import { emptyTally, addTallies, tally, type OutcomeTally } from '../rows/outcome-counts.js';
import { RowEffects, type Done, type Planned } from './row-effects.service.js';
import { RowFactsGatherer } from './row-facts.service.js';
import type { RowContext } from './row-application.js';
import { recordOf } from '../rows/row-record.js';
import { judgeRow, type Resolution } from './row-verdict.js';
import type { ValueUseEntity } from '../review/value-use.entity.js';
import { ValueUsesRepository } from '../review/value-use.repository.js';
import { WaitingCopies, type NewerRow } from './waiting-copies.service.js';

/** Rows behind were judged by what another row was going to do, and the registry did not let it. */
export class PlanOvertaken extends Error {}

/** Judges rows, carries the verdicts out and keeps what became of each; all in the running transaction. */
@Injectable()
export class RowDesk {
  constructor(
    private readonly facts: RowFactsGatherer,
    private readonly effects: RowEffects,
    private readonly rows: ImportRowsRepository,
    private readonly copies: WaitingCopies,
    private readonly uses: ValueUsesRepository,
  ) {}

  /**
   * Rows of one chunk, in order and all at once: each is judged by what the rows before it are going to do.
   * Throws {@link PlanOvertaken} where that cannot be foretold; then `settleInStretches` does it.
   */
  async settleAll(run: RowContext, reads: readonly ReadRow[]): Promise<OutcomeTally> {
    const { counts, overtaken } = await this.settle(run, reads);
    if (overtaken && reads.length > 1) throw new PlanOvertaken();
    return counts;
  }

  /** The same, but rows that have to do with each other one after the other. */
  async settleInStretches(run: RowContext, reads: readonly ReadRow[]): Promise<OutcomeTally> {
    if (reads.length === 1) return (await this.settle(run, reads)).counts;
    const memory = await this.facts.gather(run.id, reads);
    let all = emptyTally();
    for (const stretch of independentStretches(reads, (read) => marksOf(read, memory)))
      all = addTallies(all, (await this.settle(run, stretch)).counts);
    return all;
  }

  private async settle(
    run: RowContext,
    reads: readonly ReadRow[],
  ): Promise<{ counts: OutcomeTally; overtaken: boolean }> {
    const memory = await this.facts.gather(run.id, reads);
    const planned = this.plan(run, memory, reads);
    const done = await this.effects.carryOut(planned);
    await this.rows.insert(reads.map((read, i) => this.recordOf(run, read, done[i]!)));
    await this.uses.insert(reads.flatMap((read, i) => usesOf(run.id, read, done[i]!)));
    await this.copies.giveWay(run.id, newerRows(memory, reads, done));
    await this.pointKeys(run, memory, reads, done);
    return {
      counts: tally(done.map(({ verdict }) => verdict.outcome)),
      overtaken: done.some((each, i) => !wentAsPlanned(each, planned[i]!)),
    };
  }

  /** One row that waited for a person, who has decided. */
  async settleAgain(run: RowContext, read: ReadRow, resolution: Resolution): Promise<Done> {
    // Two clerks may decide about two copies of one answer at once: the second one sees what the first one made.
    await this.rows.lockKeys(read.keyHashes);
    const memory = await this.facts.gather(run.id, [read]);
    const [done] = await this.effects.carryOut(this.plan(run, memory, [read], resolution));
    await this.rows.replace(this.recordOf(run, read, done!, resolution));
    await this.uses.replace(
      run.id,
      read.row.row,
      resolution.cooperativeId ? [] : usesOf(run.id, read, done!),
    );
    await this.pointKeys(run, memory, [read], [done!]);
    return done!;
  }

  private plan(
    run: RowContext,
    memory: ChunkMemory,
    reads: readonly ReadRow[],
    resolution?: Resolution,
  ): Planned[] {
    return reads.map((read) => {
      const verdict = judgeRow(memory.factsOf(read, resolution));
      const planned = this.effects.plan(run, read, verdict, memory);
      memory.remember(read, planned.verdict, planned.seller);
      return planned;
    });
  }

  private recordOf(
    run: RowContext,
    { row, cells, rowHash }: ReadRow,
    { verdict, sellerId, username }: Done,
    resolution?: Resolution,
  ) {
    const { answer, issues } = row;
    return recordOf(verdict, {
      importId: run.id,
      rowNo: row.row,
      rowHash,
      submittedAt: answer.submittedAt,
      cells,
      issues,
      sellerId,
      username,
      resolution,
      answer,
    });
  }

  private pointKeys(
    run: RowContext,
    memory: ChunkMemory,
    reads: readonly ReadRow[],
    done: readonly Done[],
  ): Promise<void> {
    const pointed = new Map<string, number>();
    reads.forEach(({ keyHashes, row }, i) => {
      if (leadsItsKeys(done[i]!.verdict)) for (const hash of keyHashes) pointed.set(hash, row.row);
    });
    const keys = [...pointed].map(([keyHash, rowNo]) => ({ keyHash, importId: run.id, rowNo }));
    return this.rows.pointKeys(keys, (keyHash) => memory.stood(keyHash));
  }
}

/** The learned value a row became what it is by, if it did. */
function usesOf(importId: string, { row, match }: ReadRow, { verdict }: Done): ValueUseEntity[] {
  const settled = verdict.outcome === 'created' || verdict.outcome === 'updated';
  return settled && match.remembered ? [{ importId, rowNo: row.row, valueDecisionId: match.remembered }] : [];
}

/**
 * The rows that lead their keys from now on, each with the older rows that wait with the same answer. A key that a row
 * before has taken over leads to that one, as it would had the rows come in chunks of their own.
 */
function newerRows(memory: ChunkMemory, reads: readonly ReadRow[], done: readonly Done[]): NewerRow[] {
  const taken = new Set<string>();
  return reads.flatMap((read, i) => {
    if (!leadsItsKeys(done[i]!.verdict)) return [];
    const own = read.keyHashes.filter((hash) => !taken.has(hash));
    own.forEach((hash) => taken.add(hash));
    return memory.waitingCopies(read, own).map((old) => ({ row: read.row.row, old }));
  });
}

const wentAsPlanned = (done: Done, { verdict, seller }: Planned): boolean =>
  done.verdict === verdict && (seller === undefined || seller.id === done.sellerId);

/** What two rows may share: a key, a person, a telephone, a seller of now who may be meant. */
function* marksOf(read: ReadRow, memory: ChunkMemory): Generator<string> {
  const { keyHashes, who, row } = read;
  yield* keyHashes;
  if (who) yield who.keys.whoKey;
  if (row.answer.phone) yield `phone ${row.answer.phone}`;
  for (const id of memory.sellersNear(read)) yield `seller ${id}`;
}
