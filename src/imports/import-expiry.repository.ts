import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** A run whose originals are too old. */
export interface OldRun {
  id: string;
  status: string;
  total: number;
}

/** Deletes what is kept for a while only; each method a little at a time, and needs a transaction. */
@Injectable()
export class ImportExpiryRepository {
  constructor(private readonly database: Database) {}

  /** One that ended before `before`, or was never uploaded to its end though begun before `uploadsBefore`. */
  async findOld(before: string, uploadsBefore: string): Promise<OldRun | undefined> {
    return this.database.one<OldRun>(
      `SELECT id, status, total FROM import_run WHERE (expiredAt IS NULL OR expiredAt < finishedAt)
       AND (finishedAt < ? OR status = 'expired' OR (status = 'uploading' AND createdAt < ?)) ORDER BY id LIMIT 1`,
      [before, uploadsBefore],
    );
  }

  /** Deletes up to `limit` pieces of the file; answers how many. */
  async dropPieces(importId: string, limit: number): Promise<number> {
    const pieces = await this.database.all<{ position: number }>(
      'SELECT position FROM import_file_chunk WHERE importId = ? ORDER BY position LIMIT ?',
      [importId, limit],
    );
    if (pieces.length === 0) return 0;
    return this.database.run(
      `DELETE FROM import_file_chunk WHERE importId = ? AND position IN (${pieces.map(() => '?').join(',')})`,
      [importId, ...pieces.map(({ position }) => position)],
    );
  }

  /** Deletes what rows from `first` to `last` quote of their answers. */
  async clearRows(importId: string, first: number, last: number): Promise<void> {
    const these = 'importId = ? AND rowNo BETWEEN ? AND ?';
    await this.database.run(
      `UPDATE import_row SET cells = NULL, issues = NULL, resolved = NULL,
       details = CASE WHEN outcome = 'needs_review' THEN NULL ELSE details END
       WHERE ${these} AND (cells IS NOT NULL OR issues IS NOT NULL OR resolved IS NOT NULL)`,
      [importId, first, last],
    );
    await this.database.run(`UPDATE import_row_decision SET kept = NULL WHERE ${these}`, [
      importId,
      first,
      last,
    ]);
  }

  async markExpired(id: string, now: string): Promise<void> {
    await this.database.run('UPDATE import_run SET expiredAt = ?, version = version + 1 WHERE id = ?', [
      now,
      id,
    ]);
  }

  async deleteUpload(id: string): Promise<void> {
    await this.database.run("DELETE FROM import_run WHERE id = ? AND status = 'uploading'", [id]);
  }
}
