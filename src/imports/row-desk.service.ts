import { Injectable } from '@nestjs/common';
import { independentStretches } from './independent-rows.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { emptyTally, addTallies, tally, type OutcomeTally } from './outcome-counts.js';
import { RowEffects, type Done } from './row-effects.service.js';
import { RowFactsGatherer, type ReadRow } from './row-facts.service.js';
import { recordOf } from './row-record.js';
import { judgeRow, type Resolution } from './row-verdict.js';
import { whoKeyOf } from '../sellers/same-person.js';

/** What rows need to know of the import they belong to. */
export interface RowContext {
  id: string;
  consentTextVersion: string;
}

/** Judges rows, carries the verdicts out and keeps what became of each; all in the running transaction. */
@Injectable()
export class RowDesk {
  constructor(
    private readonly facts: RowFactsGatherer,
    private readonly effects: RowEffects,
    private readonly rows: ImportRowsRepository,
  ) {}

  /** Rows of one chunk, in order; those that have to do with each other one after the other. */
  async settleAll(run: RowContext, reads: readonly ReadRow[]): Promise<OutcomeTally> {
    let counts = emptyTally();
    for (const stretch of independentStretches(reads, marksOf)) {
      const done = await this.judgeAndCarryOut(run, stretch);
      await this.rows.insert(stretch.map((read, i) => this.recordOf(run, read, done[i]!)));
      await this.pointKeys(run, stretch, done);
      counts = addTallies(counts, tally(done.map(({ verdict }) => verdict.outcome)));
    }
    return counts;
  }

  /** One row that waited for a person, who has decided. */
  async settleAgain(run: RowContext, read: ReadRow, resolution: Resolution): Promise<Done> {
    const [done] = await this.judgeAndCarryOut(run, [read], resolution);
    await this.rows.replace(this.recordOf(run, read, done!, resolution));
    await this.pointKeys(run, [read], [done!]);
    return done!;
  }

  private async judgeAndCarryOut(
    run: RowContext,
    reads: readonly ReadRow[],
    resolution?: Resolution,
  ): Promise<Done[]> {
    const facts = await this.facts.gather(run.id, reads, resolution);
    const judged = facts.map((each) => ({ answer: each.row.answer, verdict: judgeRow(each) }));
    return this.effects.carryOut(run, judged);
  }

  private recordOf(
    run: RowContext,
    { row, cells, rowHash }: ReadRow,
    { verdict, sellerId, username }: Done,
    resolution?: Resolution,
  ) {
    const { submittedAt } = row.answer;
    const kept = { importId: run.id, rowNo: row.row, rowHash, submittedAt, cells, issues: row.issues };
    return recordOf(verdict, { ...kept, sellerId, username, resolution });
  }

  /** A row that says nothing new leaves the keys with the row that said it. */
  private pointKeys(run: RowContext, reads: readonly ReadRow[], done: readonly Done[]): Promise<void> {
    const keys = reads.flatMap(({ keyHashes, row }, i) => {
      const { outcome } = done[i]!.verdict;
      if (outcome === 'duplicate' || outcome === 'unchanged') return [];
      return keyHashes.map((keyHash) => ({ keyHash, importId: run.id, rowNo: row.row }));
    });
    return this.rows.pointKeys(keys);
  }
}

/** What two rows may share: a key, a person, a telephone. */
function* marksOf({ keyHashes, person, row }: ReadRow): Generator<string> {
  yield* keyHashes;
  if (person) yield whoKeyOf(person);
  if (row.answer.phone) yield `phone ${row.answer.phone}`;
}
