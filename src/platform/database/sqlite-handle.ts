import BetterSqlite3 from 'better-sqlite3';
import type { SqlValue } from './connection.js';

export type Handle = BetterSqlite3.Database;

const statementsKept = 400;

/** What every handle is set to; `synchronous = FULL` means an acknowledged write is on disk. */
export function prepareHandle(handle: Handle): void {
  handle.pragma('foreign_keys = ON');
  if (!handle.readonly) {
    handle.pragma('journal_mode = WAL');
    handle.pragma('synchronous = FULL');
  }
  handle.pragma('cache_size = -32768');
}

/** A handle with the statements it prepared lately. Everything here happens at once. */
export class SqliteStatements {
  private readonly statements = new Map<string, BetterSqlite3.Statement>();

  constructor(readonly handle: Handle) {}

  all(sql: string, params: readonly SqlValue[] = []): unknown[] {
    return this.prepare(sql).all(...params);
  }

  one(sql: string, params: readonly SqlValue[] = []): unknown {
    return this.prepare(sql).get(...params);
  }

  /** How many rows it touched. */
  run(sql: string, params: readonly SqlValue[] = []): number {
    return this.prepare(sql).run(...params).changes;
  }

  /** Row by row through one prepared statement: faster here than a multi-row INSERT. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): void {
    const marks = columns.map(() => '?').join(',');
    const statement = this.prepare(`INSERT INTO ${table} (${columns.join(',')}) VALUES (${marks})`);
    for (const row of rows) statement.run(...row);
  }

  private prepare(sql: string): BetterSqlite3.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.handle.prepare(sql);
    if (this.statements.size >= statementsKept) this.statements.delete(this.statements.keys().next().value!);
    this.statements.set(sql, statement);
    return statement;
  }
}
