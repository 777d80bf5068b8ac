import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { KeyedRow } from '../judging/chunk-memory.js';
import type { ImportRowRecord } from '../rows/import-row.js';
import type { Outcome } from '../rows/outcome-counts.js';
import { rehearsedRowKeys, rehearsedRows } from './rehearsed-row.entity.js';

const columns = `${rehearsedRows.columns.join(', ')}, NULL AS resolved, NULL AS reviewGroup, NULL AS plannedOutcome, NULL AS plannedUsername`;
const askedAtOnce = 500;
const marksFor = (values: readonly unknown[]) => values.map(() => '?').join(',');

/** A row found under one of the keys asked for. */
export type FoundRow = KeyedRow & { keyHash: string };

/** Rows of an import that is planned, and the keys they would be known by. */
@Injectable()
export class RehearsedRowsRepository {
  constructor(private readonly database: Database) {}

  async insert(rows: readonly ImportRowRecord[]): Promise<void> {
    await this.database.insert(rehearsedRows, rows);
  }

  async pointKeys(keys: readonly { keyHash: string; importId: string; rowNo: number }[]): Promise<void> {
    for (let from = 0; from < keys.length; from += askedAtOnce) {
      const part = keys.slice(from, from + askedAtOnce);
      await this.database.run(
        `DELETE FROM rehearsed_import_row_key WHERE importId = ? AND keyHash IN (${marksFor(part)})`,
        [part[0]!.importId, ...part.map(({ keyHash }) => keyHash)],
      );
      await this.database.insert(rehearsedRowKeys, part);
    }
  }

  async findByKeys(importId: string, keyHashes: readonly string[]): Promise<FoundRow[]> {
    const found: FoundRow[] = [];
    for (let from = 0; from < keyHashes.length; from += askedAtOnce) {
      const part = keyHashes.slice(from, from + askedAtOnce);
      const rows = await this.database.all<FoundRow>(
        `SELECT k.keyHash, r.importId, r.rowNo, r.outcome, r.rowHash, r.submittedAt, r.sellerId
         FROM rehearsed_import_row_key k
         JOIN rehearsed_import_row r ON r.importId = k.importId AND r.rowNo = k.rowNo
         WHERE k.importId = ? AND k.keyHash IN (${marksFor(part)})`,
        [importId, ...part],
      );
      found.push(...rows);
    }
    return found;
  }

  /** In the order of the file, after row `after`. */
  page(
    importId: string,
    outcome: Outcome | undefined,
    after: number,
    limit: number,
  ): Promise<ImportRowRecord[]> {
    const condition = outcome ? ' AND outcome = ?' : '';
    const values = outcome ? [importId, after, outcome, limit] : [importId, after, limit];
    return this.database.all(
      `SELECT ${columns} FROM rehearsed_import_row WHERE importId = ? AND rowNo > ?${condition}
       ORDER BY rowNo LIMIT ?`,
      values,
    );
  }

  /** For each of these sellers that only the plan knows, the row that would make them. */
  async rowsThatCreate(importId: string, sellerIds: readonly string[]): Promise<Map<string, number>> {
    const rowOf = new Map<string, number>();
    for (let from = 0; from < sellerIds.length; from += askedAtOnce) {
      const part = sellerIds.slice(from, from + askedAtOnce);
      const rows = await this.database.all<{ sellerId: string; rowNo: number }>(
        `SELECT sellerId, rowNo FROM rehearsed_import_row
         WHERE importId = ? AND outcome = 'created' AND sellerId IN (${marksFor(part)})`,
        [importId, ...part],
      );
      for (const { sellerId, rowNo } of rows) rowOf.set(sellerId, rowNo);
    }
    return rowOf;
  }

  /** Forgets the plan of these rows, which have been carried out. */
  async discardRows(importId: string, first: number, last: number): Promise<void> {
    await this.database.run('DELETE FROM rehearsed_import_row WHERE importId = ? AND rowNo BETWEEN ? AND ?', [
      importId,
      first,
      last,
    ]);
  }

  /** Forgets up to so many keys; answers how many. */
  async discardKeys(importId: string, limit: number): Promise<number> {
    const some = await this.database.all<{ keyHash: string }>(
      'SELECT keyHash FROM rehearsed_import_row_key WHERE importId = ? LIMIT ?',
      [importId, limit],
    );
    if (some.length === 0) return 0;
    return this.database.run(
      `DELETE FROM rehearsed_import_row_key WHERE importId = ? AND keyHash IN (${marksFor(some)})`,
      [importId, ...some.map(({ keyHash }) => keyHash)],
    );
  }

  /** Forgets up to so many rows, the first ones first; answers 0 once there is none. */
  async discardSome(importId: string, limit: number): Promise<number> {
    const first = await this.database.one<{ rowNo: number }>(
      'SELECT rowNo FROM rehearsed_import_row WHERE importId = ? ORDER BY rowNo LIMIT 1',
      [importId],
    );
    if (!first) return 0;
    await this.discardRows(importId, first.rowNo, first.rowNo + limit - 1);
    return limit;
  }
}
