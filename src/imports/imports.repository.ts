import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { SqlValue } from '../platform/database/connection.js';
import { Database } from '../platform/database/database.js';
import { importFileChunks, importRuns, type ImportRunEntity } from './import.entity.js';
import type { ImportStatus } from './import-run.js';

const columns = importRuns.columns.join(', ');

/** The runs and their files. */
@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  insert(run: ImportRunEntity): Promise<void> {
    return this.database.insert(importRuns, [run]);
  }

  find(id: string): Promise<ImportRunEntity | undefined> {
    return this.database.one<ImportRunEntity>(`SELECT ${columns} FROM import_run WHERE id = ?`, [id]);
  }

  /** The run, kept from other writers until the transaction ends. */
  lock(id: string): Promise<ImportRunEntity | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one<ImportRunEntity>(`SELECT ${columns} FROM import_run WHERE id = ?${lock}`, [id]);
  }

  /** Newest first, before `beforeId`; files still on their way are left out. */
  page(
    status: ImportStatus | undefined,
    beforeId: string | undefined,
    limit: number,
  ): Promise<ImportRunEntity[]> {
    const conditions = [
      "status <> 'uploading'",
      ...(status ? ['status = ?'] : []),
      ...(beforeId ? ['id < ?'] : []),
    ];
    const values = [status, beforeId].filter((value) => value !== undefined);
    return this.database.all(
      `SELECT ${columns} FROM import_run WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`,
      [...values, limit],
    );
  }

  /** Needs a transaction. */
  async update(id: string, change: Partial<ImportRunEntity>): Promise<void> {
    const entries = Object.entries(change) as [string, SqlValue][];
    const assignments = entries.map(([column]) => `${column} = ?`).join(', ');
    const values = entries.map(([, value]) => value);
    await this.database.run(`UPDATE import_run SET ${assignments}, version = version + 1 WHERE id = ?`, [
      ...values,
      id,
    ]);
  }

  addChunk(importId: string, position: number, bytes: Buffer): Promise<void> {
    return this.database.insert(importFileChunks, [{ importId, position, bytes }]);
  }

  /** The stored file from its beginning. Between its pieces others get their turn: SQLite answers without waiting. */
  async *file(importId: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const chunk = await this.database.one<{ bytes: Buffer }>(
        'SELECT bytes FROM import_file_chunk WHERE importId = ? AND position = ?',
        [importId, position],
      );
      if (!chunk) return;
      yield chunk.bytes;
      await breathe();
    }
  }

  /** Removes run and file of an upload that came to nothing. */
  async discard(importId: string): Promise<void> {
    await this.database.run('DELETE FROM import_file_chunk WHERE importId = ?', [importId]);
    await this.database.run("DELETE FROM import_run WHERE id = ? AND status = 'uploading'", [importId]);
  }

  /** Removes the originals, and what rows quote of them, of runs that ended before `before`; a few at a time. */
  async expire(before: string): Promise<number> {
    const over = await this.database.all<{ id: string }>(
      `SELECT r.id FROM import_run r WHERE (r.finishedAt < ? OR (r.status = 'uploading' AND r.createdAt < ?))
       AND EXISTS (SELECT 1 FROM import_file_chunk c WHERE c.importId = r.id) LIMIT 20`,
      [before, before],
    );
    for (const { id } of over) {
      await this.database.run('DELETE FROM import_file_chunk WHERE importId = ?', [id]);
      await this.database.run(
        `UPDATE import_row SET cells = NULL, issues = NULL, resolved = NULL,
         details = CASE WHEN outcome = 'needs_review' THEN NULL ELSE details END
         WHERE importId = ? AND (cells IS NOT NULL OR issues IS NOT NULL OR resolved IS NOT NULL)`,
        [id],
      );
    }
    return over.length;
  }
}
