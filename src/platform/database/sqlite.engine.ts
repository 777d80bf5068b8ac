import BetterSqlite3 from 'better-sqlite3';
import type { Connection, Engine, SqlValue, TransactionConnection } from './connection.js';
import { prepareHandle, SqliteStatements } from './sqlite-handle.js';
import { SqliteLog } from './sqlite-log.js';
import { SqliteTransaction } from './sqlite-transaction.js';
import { SqliteWriter } from './sqlite-writer.js';

const writesNeedATransaction = () => Promise.reject(new Error('writes need a transaction'));

/** Reads at once, on the thread that answers requests: asking another one would cost more than the question. */
class SqliteReader implements Connection {
  readonly run = writesNeedATransaction;
  readonly tell = writesNeedATransaction;
  readonly insertMany = writesNeedATransaction;

  constructor(private readonly statements: SqliteStatements) {}

  async all<T>(sql: string, params?: readonly SqlValue[]): Promise<T[]> {
    return this.statements.all(sql, params) as T[];
  }

  async one<T>(sql: string, params?: readonly SqlValue[]): Promise<T | undefined> {
    return this.statements.one(sql, params) as T | undefined;
  }
}

/**
 * One connection that writes, in a thread of its own, and one that only reads. Other processes on the same file are
 * met with BEGIN IMMEDIATE.
 */
export class SqliteEngine implements Engine {
  readonly dialect = 'sqlite';
  readonly reader: Connection;
  private readonly reading: BetterSqlite3.Database;
  private readonly writer: SqliteWriter;
  private readonly log: SqliteLog;

  /** The file must exist and be migrated. */
  constructor(file: string, timeoutMs: number) {
    this.reading = new BetterSqlite3(file, { readonly: true, timeout: 20 });
    prepareHandle(this.reading);
    this.reader = new SqliteReader(new SqliteStatements(this.reading));
    this.writer = new SqliteWriter({ file, timeoutMs });
    this.log = new SqliteLog(file, (pages) => this.writer.limitLog(pages));
  }

  async begin(): Promise<TransactionConnection> {
    await this.log.copyRest();
    return new SqliteTransaction(this.writer, (rows) => this.log.wrote(rows));
  }

  look(): void {
    this.writer.look();
  }

  classify(error: unknown): 'transient' | 'duplicate' | 'unavailable' | 'fault' {
    const code = String((error as { code?: unknown }).code ?? '');
    if (code.startsWith('SQLITE_BUSY')) return 'transient';
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return 'duplicate';
    if (/^SQLITE_(FULL|IOERR|CANTOPEN|READONLY)|^(TRANSACTION_LOST|WRITER_BUSY)$/.test(code))
      return 'unavailable';
    return 'fault';
  }

  async close(): Promise<void> {
    await this.log.close();
    this.reading.close();
    // The last one to close copies what is left of the log into the file.
    await this.writer.close();
  }
}
