import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { currentRehearsal } from '../../platform/database/rehearsal.js';
import { ImportsRepository } from '../imports.repository.js';
import { ImportRowsRepository } from '../rows/import-rows.repository.js';
import { addTallies, emptyTally, type OutcomeTally } from '../rows/outcome-counts.js';
import type { KeyedRow } from './chunk-memory.js';

/** A row, and an older one of another import that waits with the same answer. */
export interface NewerRow {
  row: number;
  old: KeyedRow;
}

/** Exports of a form grow, so an answer that waits comes again with each file; it waits in the newest one only. */
@Injectable()
export class WaitingCopies {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly runs: ImportsRepository,
    private readonly journal: Journal,
  ) {}

  /** The older rows are `skipped`, `judged_again`. Needs a transaction; a plan moves nothing. */
  async giveWay(importId: string, newer: readonly NewerRow[]): Promise<void> {
    if (newer.length === 0 || currentRehearsal()) return;
    const byRun = new Map<string, Map<number, number>>();
    for (const { row, old } of newer) {
      const moves = byRun.get(old.importId) ?? new Map<number, number>();
      if (!moves.has(old.rowNo)) moves.set(old.rowNo, row);
      byRun.set(old.importId, moves);
    }
    // In one order. Two imports at work that have each other's rows may still wait for each other: one of them runs again.
    for (const id of [...byRun.keys()].sort()) {
      const moved = await this.rows.giveWay(id, importId, byRun.get(id)!, 'needs_review');
      if (moved > 0) await this.recount(id, importId, moved);
    }
  }

  private async recount(id: string, inImport: string, rows: number): Promise<void> {
    const run = await this.runs.lock(id);
    const moved = { ...emptyTally(), needs_review: -rows, skipped: rows };
    const counts = addTallies(JSON.parse(run!.counts) as OutcomeTally, moved);
    await this.runs.update(id, { counts: JSON.stringify(counts) });
    const payload = { rows, inImport };
    this.journal.record({ action: 'import.rows_judged_again', subject: { type: 'import', id }, payload });
  }
}
