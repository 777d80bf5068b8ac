import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { importRowKeys, importRows, type ImportRowEntity } from './import.entity.js';
import type { Outcome } from './outcome-counts.js';

const columns = importRows.columns.join(', ');
const askedAtOnce = 500;

/** A row found under one of the keys asked for. */
export type KeyedRow = { keyHash: string } & Pick<
  ImportRowEntity,
  'importId' | 'rowNo' | 'outcome' | 'rowHash' | 'submittedAt' | 'sellerId'
>;

/** Rows, what became of them, and the keys they are known by. */
@Injectable()
export class ImportRowsRepository {
  constructor(private readonly database: Database) {}

  async findByKeys(keyHashes: readonly string[]): Promise<KeyedRow[]> {
    const found: KeyedRow[] = [];
    for (let from = 0; from < keyHashes.length; from += askedAtOnce) {
      const part = keyHashes.slice(from, from + askedAtOnce);
      const rows = await this.database.all<KeyedRow>(
        `SELECT k.keyHash, r.importId, r.rowNo, r.outcome, r.rowHash, r.submittedAt, r.sellerId
         FROM import_row_key k JOIN import_row r ON r.importId = k.importId AND r.rowNo = k.rowNo
         WHERE k.keyHash IN (${part.map(() => '?').join(',')})`,
        part,
      );
      found.push(...rows);
    }
    return found;
  }

  insert(rows: ImportRowEntity[]): Promise<void> {
    return this.database.insert(importRows, rows);
  }

  /** From now on these keys mean these rows. */
  async pointKeys(keys: readonly { keyHash: string; importId: string; rowNo: number }[]): Promise<void> {
    for (let from = 0; from < keys.length; from += askedAtOnce) {
      const part = keys.slice(from, from + askedAtOnce);
      const marks = part.map(() => '?').join(',');
      await this.database.run(
        `DELETE FROM import_row_key WHERE keyHash IN (${marks})`,
        part.map(({ keyHash }) => keyHash),
      );
      await this.database.insert(importRowKeys, [...part]);
    }
  }

  find(importId: string, rowNo: number): Promise<ImportRowEntity | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one<ImportRowEntity>(
      `SELECT ${columns} FROM import_row WHERE importId = ? AND rowNo = ?${lock}`,
      [importId, rowNo],
    );
  }

  async replace(row: ImportRowEntity): Promise<void> {
    await this.database.run('DELETE FROM import_row WHERE importId = ? AND rowNo = ?', [
      row.importId,
      row.rowNo,
    ]);
    await this.insert([row]);
  }

  /** In the order of the file, after row `after`. */
  page(
    importId: string,
    outcome: Outcome | undefined,
    after: number,
    limit: number,
  ): Promise<ImportRowEntity[]> {
    const condition = outcome ? ' AND outcome = ?' : '';
    const values = outcome ? [importId, after, outcome, limit] : [importId, after, limit];
    return this.database.all(
      `SELECT ${columns} FROM import_row WHERE importId = ? AND rowNo > ?${condition} ORDER BY rowNo LIMIT ?`,
      values,
    );
  }
}
