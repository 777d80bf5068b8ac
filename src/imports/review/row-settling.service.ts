import { Injectable } from '@nestjs/common';
import { DecisionBook, type Decided } from './decision-book.service.js';
import { contextOf, ImportWork } from '../import-work.service.js';
import type { ImportRunEntity } from '../import.entity.js';
import type { ImportRowRecord } from '../rows/import-row.js';
import { emptyTally, type Outcome } from '../rows/outcome-counts.js';
import type { ReadRow } from '../judging/chunk-memory.js';
import type { Resolution } from '../judging/row-verdict.js';
import { RowDesk } from '../judging/row-desk.service.js';

/** Carries a person's decision about one row out, counts it and keeps it in the book. */
@Injectable()
export class RowSettling {
  constructor(
    private readonly desk: RowDesk,
    private readonly book: DecisionBook,
    private readonly work: ImportWork,
  ) {}

  /** What became of the row. Needs a transaction. */
  async settle(run: ImportRunEntity, decided: Omit<Decided, 'done' | 'sellers'>): Promise<Outcome> {
    const { before, read, resolution } = decided;
    const sellers = resolution.skip ? [] : await this.book.sellersConcerned(before, read, resolution);
    const done = await this.desk.settleAgain(contextOf(run), read, resolution);
    await this.book.enter({ ...decided, done, sellers });
    const { outcome } = done.verdict;
    await this.recount(run.id, 'needs_review', outcome);
    return outcome;
  }

  /** A row that is open judged once more, by nobody's decision. Needs a transaction. */
  async settleAnew(
    run: ImportRunEntity,
    { outcome }: Pick<ImportRowRecord, 'outcome'>,
    read: ReadRow,
    resolution: Resolution,
  ): Promise<void> {
    const { verdict } = await this.desk.settleAgain(contextOf(run), read, resolution);
    await this.recount(run.id, outcome, verdict.outcome);
  }

  /** One row moved from one outcome to another. */
  async recount(importId: string, from: Outcome, to: Outcome): Promise<void> {
    const counts = emptyTally();
    counts[from]--;
    counts[to]++;
    await this.work.addCounts(importId, counts);
  }
}
