import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { rowDecisions, type RowDecisionEntity } from './row-decision.entity.js';

const shown = rowDecisions.columns.filter((column) => column !== 'kept').join(', ');

/** A decision without what undoing it needs. */
export type ShownDecision = Omit<RowDecisionEntity, 'kept'>;

@Injectable()
export class RowDecisionsRepository {
  constructor(private readonly database: Database) {}

  insert(decision: RowDecisionEntity): Promise<void> {
    return this.database.insert(rowDecisions, [decision]);
  }

  /** Oldest first. */
  ofRows(importId: string, rowNos: readonly number[]): Promise<ShownDecision[]> {
    if (rowNos.length === 0) return Promise.resolve([]);
    const marks = rowNos.map(() => '?').join(',');
    return this.database.all(
      `SELECT ${shown} FROM import_row_decision WHERE importId = ? AND rowNo IN (${marks}) ORDER BY id`,
      [importId, ...rowNos],
    );
  }

  /** The newest that was not taken back. The row itself must be locked. */
  newest(importId: string, rowNo: number): Promise<RowDecisionEntity | undefined> {
    return this.database.one(
      `SELECT ${shown}, kept FROM import_row_decision
       WHERE importId = ? AND rowNo = ? AND undoneAt IS NULL ORDER BY id DESC LIMIT 1`,
      [importId, rowNo],
    );
  }

  async takeBack(id: string, undoneBy: string, undoneAt: string): Promise<void> {
    await this.database.run(
      'UPDATE import_row_decision SET undoneBy = ?, undoneAt = ?, kept = NULL WHERE id = ?',
      [undoneBy, undoneAt, id],
    );
  }
}
