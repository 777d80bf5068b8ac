import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { currentRehearsal } from '../../platform/database/rehearsal.js';
import { importRowKeys, importRows, type ImportRowEntity } from '../import.entity.js';
import type { Outcome } from './outcome-counts.js';
import type { RowsThatCreate } from '../plan/planned-rows.js';
import { RehearsedRowsRepository, type FoundRow } from '../plan/rehearsed-rows.repository.js';

const columns = importRows.columns.join(', ');
const askedAtOnce = 500;

export type KeyedRow = FoundRow;

/** Rows that wait for the same reason about the same thing. */
export interface WaitingGroup {
  reviewGroup: string;
  reason: string;
  many: number;
  firstRow: number;
}

/** Rows, what became of them, and the keys they are known by. */
@Injectable()
export class ImportRowsRepository {
  constructor(
    private readonly database: Database,
    private readonly rehearsed: RehearsedRowsRepository,
  ) {}

  /** In a rehearsal its own rows hide what the registry knows under the same keys. */
  async findByKeys(keyHashes: readonly string[]): Promise<KeyedRow[]> {
    const rehearsal = currentRehearsal();
    const real = await this.findReal(keyHashes);
    if (rehearsal === undefined) return real;
    const rehearsed = await this.rehearsed.findByKeys(rehearsal, keyHashes);
    const hidden = new Set(rehearsed.map(({ keyHash }) => keyHash));
    return [...real.filter(({ keyHash }) => !hidden.has(keyHash)), ...rehearsed];
  }

  insert(rows: ImportRowEntity[]): Promise<void> {
    return currentRehearsal() ? this.rehearsed.insert(rows) : this.database.insert(importRows, rows);
  }

  /** From now on these keys mean these rows; `stood` tells which of them meant another. */
  async pointKeys(
    keys: readonly { keyHash: string; importId: string; rowNo: number }[],
    stood: (keyHash: string) => boolean,
  ): Promise<void> {
    if (currentRehearsal()) return this.rehearsed.pointKeys(keys);
    const old = keys.map(({ keyHash }) => keyHash).filter(stood);
    for (let from = 0; from < old.length; from += askedAtOnce) {
      const part = old.slice(from, from + askedAtOnce);
      const marks = part.map(() => '?').join(',');
      await this.database.tell(`DELETE FROM import_row_key WHERE keyHash IN (${marks})`, part);
    }
    await this.database.insert(importRowKeys, keys);
  }

  /**
   * Notes on each of these rows what the plan said of it where it came otherwise, and forgets the plan of them;
   * answers how many came otherwise. Two statements whatever the number of rows.
   */
  async closePlan(importId: string, first: number, last: number): Promise<number> {
    const planned = (column: string) =>
      `(SELECT p.${column} FROM rehearsed_import_row p WHERE p.importId = import_row.importId AND p.rowNo = import_row.rowNo)`;
    const changed = await this.database.run(
      `UPDATE import_row SET plannedOutcome = ${planned('outcome')}, plannedUsername = ${planned('username')}
       WHERE importId = ? AND rowNo BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM rehearsed_import_row p
         WHERE p.importId = import_row.importId AND p.rowNo = import_row.rowNo AND (p.outcome <> import_row.outcome
         OR COALESCE(p.username, '') <> COALESCE(import_row.username, '')))`,
      [importId, first, last],
    );
    await this.rehearsed.discardRows(importId, first, last);
    return changed;
  }

  /** In a plan: for each of these sellers that only it knows, the row that would make them. */
  async rowsThatCreate(sellerIds: readonly string[]): Promise<RowsThatCreate> {
    const rehearsal = currentRehearsal();
    return rehearsal ? this.rehearsed.rowsThatCreate(rehearsal, sellerIds) : new Map();
  }

  find(importId: string, rowNo: number): Promise<ImportRowEntity | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one<ImportRowEntity>(
      `SELECT ${columns} FROM import_row WHERE importId = ? AND rowNo = ?${lock}`,
      [importId, rowNo],
    );
  }

  async findAt(importId: string, rowNos: readonly number[]): Promise<ImportRowEntity[]> {
    if (rowNos.length === 0) return [];
    const marks = rowNos.map(() => '?').join(',');
    return this.database.all(`SELECT ${columns} FROM import_row WHERE importId = ? AND rowNo IN (${marks})`, [
      importId,
      ...rowNos,
    ]);
  }

  async replace(row: ImportRowEntity): Promise<void> {
    await this.database.run('DELETE FROM import_row WHERE importId = ? AND rowNo = ?', [
      row.importId,
      row.rowNo,
    ]);
    await this.insert([row]);
  }

  /** These keys kept from other writers until the transaction ends; SQLite has one writer anyway. */
  async lockKeys(keyHashes: readonly string[]): Promise<void> {
    if (this.database.dialect === 'sqlite' || keyHashes.length === 0) return;
    const marks = keyHashes.map(() => '?').join(',');
    const sql = `SELECT keyHash FROM import_row_key WHERE keyHash IN (${marks}) ORDER BY keyHash FOR UPDATE`;
    await this.database.all(sql, [...keyHashes]);
  }

  /**
   * Rows stay as a trace only, each naming the row of `inImport` where its answer stands now (`moves`: old to new
   * number); answers how many still had this outcome.
   */
  giveWay(
    importId: string,
    inImport: string,
    moves: ReadonlyMap<number, number>,
    outcome: Outcome,
  ): Promise<number> {
    const cases = [...moves].flatMap(([from, row]) => [from, JSON.stringify({ importId: inImport, row })]);
    return this.database.run(
      `UPDATE import_row SET outcome = 'skipped', reason = 'judged_again', issues = NULL, cells = NULL,
       resolved = NULL, reviewGroup = NULL, details = CASE rowNo ${'WHEN ? THEN ? '.repeat(moves.size)}END
       WHERE importId = ? AND outcome = ? AND rowNo IN (${[...moves].map(() => '?').join(',')})`,
      [...cases, importId, outcome, ...moves.keys()],
    );
  }

  /** In the order of the file, after row `after`. */
  page(
    importId: string,
    outcome: Outcome | undefined,
    after: number,
    limit: number,
  ): Promise<ImportRowEntity[]> {
    if (currentRehearsal()) return this.rehearsed.page(importId, outcome, after, limit);
    const condition = outcome ? ' AND outcome = ?' : '';
    const values = outcome ? [importId, after, outcome, limit] : [importId, after, limit];
    return this.database.all(
      `SELECT ${columns} FROM import_row WHERE importId = ? AND rowNo > ?${condition} ORDER BY rowNo LIMIT ?`,
      values,
    );
  }

  /** Rows about this seller beside that one that said something of their own; a few at most. */
  othersOfSeller(
    sellerId: string,
    importId: string,
    rowNo: number,
  ): Promise<Pick<ImportRowEntity, 'importId' | 'rowNo'>[]> {
    return this.database.all(
      `SELECT importId, rowNo FROM import_row WHERE sellerId = ? AND NOT (importId = ? AND rowNo = ?)
       AND outcome <> 'duplicate' AND COALESCE(reason, '') NOT IN ('same_content', 'older_answer', 'same_answer')
       ORDER BY importId, rowNo LIMIT 10`,
      [sellerId, importId, rowNo],
    );
  }

  /** Numbers of the rows of one group that wait and can still be decided, in order. */
  async waitingOf(importId: string, group: string, limit: number): Promise<number[]> {
    const rows = await this.database.all<{ rowNo: number }>(
      `SELECT rowNo FROM import_row WHERE importId = ? AND reviewGroup = ? AND cells IS NOT NULL
       ORDER BY rowNo LIMIT ?`,
      [importId, group, limit],
    );
    return rows.map(({ rowNo }) => rowNo);
  }

  async countWaiting(importId: string, group: string): Promise<number> {
    const counted = await this.database.one<{ many: number }>(
      'SELECT COUNT(*) AS many FROM import_row WHERE importId = ? AND reviewGroup = ? AND cells IS NOT NULL',
      [importId, group],
    );
    return Number(counted!.many);
  }

  /** Groups of waiting rows, the largest first, after the one given. */
  async groups(
    importId: string,
    after: readonly [number, number] | undefined,
    limit: number,
  ): Promise<WaitingGroup[]> {
    const having = after ? 'HAVING COUNT(*) < ? OR (COUNT(*) = ? AND MIN(rowNo) > ?)' : '';
    const rows = await this.database.all<WaitingGroup>(
      `SELECT reviewGroup, reason, COUNT(*) AS many, MIN(rowNo) AS firstRow FROM import_row
       WHERE importId = ? AND reviewGroup IS NOT NULL AND cells IS NOT NULL
       GROUP BY reviewGroup, reason ${having} ORDER BY many DESC, firstRow LIMIT ?`,
      [importId, ...(after ? [after[0], after[0], after[1]] : []), limit],
    );
    return rows.map((row) => ({ ...row, many: Number(row.many), firstRow: Number(row.firstRow) }));
  }

  /** The first rows of each of these groups. */
  examplesOf(
    importId: string,
    groups: readonly string[],
    many: number,
  ): Promise<{ reviewGroup: string; rowNo: number }[]> {
    if (groups.length === 0) return Promise.resolve([]);
    return this.database.all(
      `SELECT reviewGroup, rowNo FROM (
         SELECT reviewGroup, rowNo, ROW_NUMBER() OVER (PARTITION BY reviewGroup ORDER BY rowNo) AS place
         FROM import_row WHERE importId = ? AND cells IS NOT NULL
         AND reviewGroup IN (${groups.map(() => '?').join(',')})) AS waiting
       WHERE place <= ? ORDER BY rowNo`,
      [importId, ...groups, many],
    );
  }

  /** An answer that gave way to a newer row of another import still waits, as far as rows behind that one are concerned. */
  private async findReal(keyHashes: readonly string[]): Promise<FoundRow[]> {
    const found: FoundRow[] = [];
    for (let from = 0; from < keyHashes.length; from += askedAtOnce) {
      const part = keyHashes.slice(from, from + askedAtOnce);
      const rows = await this.database.all<FoundRow>(
        `SELECT k.keyHash, r.importId, r.rowNo, r.rowHash, r.submittedAt, r.sellerId,
           CASE WHEN r.reason = 'judged_again' THEN 'needs_review' ELSE r.outcome END AS outcome
         FROM import_row_key k JOIN import_row r ON r.importId = k.importId AND r.rowNo = k.rowNo
         WHERE k.keyHash IN (${part.map(() => '?').join(',')})`,
        part,
      );
      found.push(...rows);
    }
    return found;
  }
}
