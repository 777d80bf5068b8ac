import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { SqlValue } from '../platform/database/connection.js';
import { Database } from '../platform/database/database.js';
import { importFileChunks, importRuns, type ImportRunEntity } from './import.entity.js';
import type { ImportKind, ImportStatus } from './import-run.js';

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

  /** The run that answers of one form and day stand in, kept from other writers. */
  lockPush(pushKey: string): Promise<ImportRunEntity | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one<ImportRunEntity>(`SELECT ${columns} FROM import_run WHERE pushKey = ?${lock}`, [
      pushKey,
    ]);
  }

  /** Newest first, before `beforeId`; files still on their way are left out. */
  page(
    filter: { status?: ImportStatus; kind?: ImportKind },
    beforeId: string | undefined,
    limit: number,
  ): Promise<ImportRunEntity[]> {
    const conditions = [
      "status <> 'uploading'",
      ...(filter.status ? ['status = ?'] : []),
      ...(filter.kind ? ['kind = ?'] : []),
      ...(beforeId ? ['id < ?'] : []),
    ];
    const values = [filter.status, filter.kind, beforeId].filter((value) => value !== undefined);
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
    await this.database.tell(`UPDATE import_run SET ${assignments}, version = version + 1 WHERE id = ?`, [
      ...values,
      id,
    ]);
  }

  async addChanged(id: string, rows: number): Promise<void> {
    await this.database.run(
      'UPDATE import_run SET changedSincePlan = changedSincePlan + ?, version = version + 1 WHERE id = ?',
      [rows, id],
    );
  }

  /** Whether another import is at work or about to be, whose rows nothing else may tell of yet. */
  async othersRunning(id: string): Promise<boolean> {
    const sql = "SELECT id FROM import_run WHERE status IN ('queued', 'running') AND id <> ? LIMIT 1";
    return (await this.database.one(sql, [id])) !== undefined;
  }

  /** Some plans made before that nobody confirmed, kept from other writers until the transaction ends. */
  async plansBefore(before: string): Promise<string[]> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    const found = await this.database.all<{ id: string }>(
      `SELECT id FROM import_run WHERE status = 'planned' AND plannedAt < ? LIMIT 20${lock}`,
      [before],
    );
    return found.map(({ id }) => id);
  }

  /** An import that is over and of whose plan something is left. */
  async findOverWithPlan(): Promise<string | undefined> {
    const found = await this.database.one<{ id: string }>(
      `SELECT r.id FROM import_run r WHERE r.status IN ('completed', 'failed', 'cancelled', 'expired')
       AND EXISTS (SELECT 1 FROM rehearsed_import_row p WHERE p.importId = r.id) LIMIT 1`,
    );
    return found?.id;
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

  async dropFile(importId: string): Promise<void> {
    await this.database.run('DELETE FROM import_file_chunk WHERE importId = ?', [importId]);
  }

  /** Removes run and file of an upload that came to nothing. */
  async discard(importId: string): Promise<void> {
    await this.dropFile(importId);
    await this.database.run("DELETE FROM import_run WHERE id = ? AND status = 'uploading'", [importId]);
  }
}
