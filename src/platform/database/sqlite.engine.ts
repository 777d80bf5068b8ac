import BetterSqlite3 from 'better-sqlite3';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '../errors.js';
import type { Connection, Engine, SqlValue, TransactionConnection } from './connection.js';
import { SqliteLog } from './sqlite-log.js';

type Handle = BetterSqlite3.Database;

const statementsKept = 400;
/** How long a transaction may go on before others get their turn to read, and how often that is looked at. */
const longestTurnMs = 10;
const rowsBetweenLooks = 16;
/** better-sqlite3 waits for a lock inside the event loop, so it may wait only briefly; we wait outside it. */
export const busyTimeoutMs = 20;

/** What every handle is set to; `synchronous = FULL` means an acknowledged write is on disk. */
export function prepareHandle(handle: Handle): void {
  handle.pragma(`busy_timeout = ${busyTimeoutMs}`);
  handle.pragma('foreign_keys = ON');
  if (!handle.readonly) {
    handle.pragma('journal_mode = WAL');
    handle.pragma('synchronous = FULL');
  }
  handle.pragma('cache_size = -32768');
}

class SqliteConnection implements Connection {
  /** Rows written since the last commit. */
  protected written = 0;
  private readonly statements = new Map<string, BetterSqlite3.Statement>();

  constructor(protected readonly handle: Handle) {}

  async all<T>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return this.prepare(sql).all(...params) as T[];
  }

  async one<T>(sql: string, params: readonly SqlValue[] = []): Promise<T | undefined> {
    return this.prepare(sql).get(...params) as T | undefined;
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    const { changes } = this.prepare(sql).run(...params);
    this.written += changes;
    return changes;
  }

  async tell(sql: string, params: readonly SqlValue[] = []): Promise<void> {
    this.prepare(sql).run(...params);
  }

  /** Row by row through one prepared statement: faster here than a multi-row INSERT. */
  async insertMany(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    const marks = columns.map(() => '?').join(',');
    const statement = this.prepare(`INSERT INTO ${table} (${columns.join(',')}) VALUES (${marks})`);
    for (let i = 0; i < rows.length; i++) {
      if (i % rowsBetweenLooks === 0) await this.letOthersRead();
      statement.run(...rows[i]!);
    }
    this.written += rows.length;
  }

  /** Overridden where statements may follow each other for long. */
  protected async letOthersRead(): Promise<void> {}

  private prepare(sql: string): BetterSqlite3.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.handle.prepare(sql);
    if (this.statements.size >= statementsKept) this.statements.delete(this.statements.keys().next().value!);
    this.statements.set(sql, statement);
    return statement;
  }
}

class SqliteWriter extends SqliteConnection implements TransactionConnection {
  private since = performance.now();

  constructor(
    handle: Handle,
    private readonly log: SqliteLog,
  ) {
    super(handle);
  }

  override async all<T>(sql: string, params?: readonly SqlValue[]): Promise<T[]> {
    await this.letOthersRead();
    return super.all<T>(sql, params);
  }

  override async one<T>(sql: string, params?: readonly SqlValue[]): Promise<T | undefined> {
    await this.letOthersRead();
    return super.one<T>(sql, params);
  }

  override async run(sql: string, params?: readonly SqlValue[]): Promise<number> {
    await this.letOthersRead();
    return super.run(sql, params);
  }

  /** Nothing here ever waits, so a long transaction would keep the whole process from answering. */
  protected override async letOthersRead(): Promise<void> {
    if (performance.now() - this.since < longestTurnMs) return;
    await breathe();
    this.since = performance.now();
  }

  begin(): void {
    this.since = performance.now();
    this.handle.exec('BEGIN IMMEDIATE');
  }

  async commit(): Promise<void> {
    this.handle.exec('COMMIT');
    this.log.wrote(this.written);
    this.written = 0;
  }

  async rollback(): Promise<void> {
    if (this.handle.inTransaction) this.handle.exec('ROLLBACK');
  }
}

/**
 * One connection that writes and one that only reads. Who may write next is decided by the write
 * lane; other processes on the same file are met with BEGIN IMMEDIATE and patience outside the event loop.
 */
export class SqliteEngine implements Engine {
  readonly dialect = 'sqlite';
  readonly reader: Connection;
  private readonly writer: SqliteWriter;
  private readonly handles: Handle[];
  private readonly log: SqliteLog;

  /** The file must exist and be migrated. */
  constructor(
    file: string,
    private readonly timeoutMs: number,
  ) {
    const [writing, reading] = [new BetterSqlite3(file), new BetterSqlite3(file, { readonly: true })];
    this.handles = [reading, writing];
    this.handles.forEach(prepareHandle);
    this.log = new SqliteLog(file, writing);
    this.writer = new SqliteWriter(writing, this.log);
    this.reader = new SqliteConnection(reading);
  }

  async begin(): Promise<TransactionConnection> {
    await this.log.copyRest();
    const deadline = performance.now() + this.timeoutMs;
    for (;;) {
      try {
        this.writer.begin();
        return this.writer;
      } catch (error) {
        if (this.classify(error) !== 'transient') throw error;
        if (performance.now() > deadline) throw new Unavailable('DATABASE_BUSY');
        await sleep(5 + Math.random() * 25);
      }
    }
  }

  classify(error: unknown): 'transient' | 'duplicate' | 'unavailable' | 'fault' {
    const code = String((error as { code?: unknown }).code ?? '');
    if (code.startsWith('SQLITE_BUSY')) return 'transient';
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return 'duplicate';
    if (/^SQLITE_(FULL|IOERR|CANTOPEN|READONLY)/.test(code)) return 'unavailable';
    return 'fault';
  }

  async close(): Promise<void> {
    await this.log.close();
    this.handles.forEach((handle) => handle.close());
  }
}
