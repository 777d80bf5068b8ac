import { createPool, format, type Pool, type PoolConnection, type ResultSetHeader } from 'mysql2';
import type { DatabaseTarget } from '../config/database-url.js';
import { Unavailable } from '../errors.js';
import { literalRows } from './mysql-literals.js';
import type { Connection, Engine, SqlValue, TransactionConnection } from './connection.js';

/** Deadlock, lock wait timeout, record changed since read: the whole transaction may run again. */
const transientErrors = new Set([1213, 1205, 1020]);
/** `sql_mode` is set, not trusted: with NO_BACKSLASH_ESCAPES the driver's escaping would not hold. */
const sessionSettings = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', innodb_lock_wait_timeout = 2",
];
/** A copy that is frozen in the middle of a transaction must not hold its locks for long. (MySQL has no such setting.) */
const mariadbSettings = ['SET SESSION idle_transaction_timeout = 10'];

/** Characters of statements that may wait; the server takes 16 MB at once. */
const mostWaiting = 1_000_000;

/**
 * A pooled connection with a transaction; each answer has a deadline, and a connection that misses it is destroyed,
 * not reused. Statements nobody needs the answer of wait and travel with the next question or the commit: every
 * round trip costs more than the statement itself. What one of them fails of is thrown there.
 */
class MysqlConnection implements TransactionConnection {
  private broken = false;
  private waiting = ['START TRANSACTION'];
  private waitingLength = 0;

  constructor(
    private readonly raw: PoolConnection,
    private readonly timeoutMs: number,
  ) {}

  async all<T>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return (await this.ask(sql, params)) as T[];
  }

  async one<T>(sql: string, params?: readonly SqlValue[]): Promise<T | undefined> {
    return (await this.all<T>(sql, params))[0];
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    return ((await this.ask(sql, params)) as ResultSetHeader).affectedRows;
  }

  tell(sql: string, params: readonly SqlValue[] = []): Promise<void> {
    return this.later(sql, params);
  }

  async insertMany(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    if (rows.length === 0) return;
    for (const values of literalRows(rows))
      await this.put(`INSERT INTO ${table} (${columns.join(',')}) VALUES ${values}`);
  }

  async commit(): Promise<void> {
    await this.ask('COMMIT');
    this.release();
  }

  async rollback(): Promise<void> {
    this.waiting = [];
    if (!this.broken) await this.ask('ROLLBACK').catch(() => (this.broken = true));
    this.release();
  }

  release(): void {
    if (this.broken) this.raw.destroy();
    else this.raw.release();
  }

  private later(sql: string, values: readonly unknown[]): Promise<void> {
    return this.put(textOf(sql, values));
  }

  /** A statement without marks waits for the next one that is asked for its answer. */
  private async put(statement: string): Promise<void> {
    this.waiting.push(statement);
    this.waitingLength += statement.length;
    if (this.waitingLength > mostWaiting) await this.ask('DO 0');
  }

  /** The answer of this statement, after those that waited. */
  private async ask(sql: string, values: readonly unknown[] = []): Promise<unknown> {
    const before = this.waiting;
    this.waiting = [];
    this.waitingLength = 0;
    const answer = await this.send([...before, textOf(sql, values)].join(';'));
    return before.length > 0 ? (answer as unknown[]).at(-1) : answer;
  }

  private send(sql: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // Not the driver's own deadline: that begins only when the statements before have been answered.
      const timer = setTimeout(() => {
        this.broken = true;
        reject(new Unavailable('DATABASE_UNAVAILABLE'));
      }, this.timeoutMs);
      this.raw.query(sql, (error, result) => {
        clearTimeout(timer);
        if (!error) return resolve(result);
        if (isLost(error)) this.broken = true;
        reject(withoutValues(error));
      });
    });
  }
}

/** The statement with its values escaped into it. */
const textOf = (sql: string, values: readonly unknown[]): string =>
  format(sql, values as SqlValue[], false, 'Z');

/** Errors after which nothing is known of the connection, or there is none. */
function isLost(error: unknown): boolean {
  const { code, fatal } = error as { code?: string; fatal?: boolean };
  return fatal === true || /^(PROTOCOL_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/.test(code ?? '');
}

/** Values of a failed statement may be personal; the message keeps none of them. */
function withoutValues(error: Error & { sql?: string; sqlMessage?: string }): Error {
  delete error.sql;
  delete error.sqlMessage;
  error.message = error.message.replace(/'[^']*'/g, "'…'");
  return error;
}

/** MariaDB and MySQL over a pool of mysql2. */
export class MysqlEngine implements Engine {
  readonly reader: Connection;
  private readonly pool: Pool;

  constructor(
    readonly dialect: 'mariadb' | 'mysql',
    target: Extract<DatabaseTarget, { kind: 'mysql' }>,
    poolSize: number,
    private readonly timeoutMs: number,
  ) {
    const { host, port, user, password, database } = target;
    this.pool = createPool({
      ...{ host, port, user, password, database },
      charset: 'utf8mb4',
      timezone: 'Z',
      supportBigNumbers: true,
      connectionLimit: poolSize,
      connectTimeout: timeoutMs,
      enableKeepAlive: true,
      // Values are escaped into the text in either case; see MysqlConnection for what travels together.
      multipleStatements: true,
    });
    this.pool.on('connection', (fresh: PoolConnection) => {
      const settings = dialect === 'mariadb' ? [...sessionSettings, ...mariadbSettings] : sessionSettings;
      for (const sql of settings) fresh.query(sql, (error) => error && fresh.destroy());
    });
    this.reader = {
      all: <T>(sql: string, params?: readonly SqlValue[]) => this.read(sql, params) as Promise<T[]>,
      one: async <T>(sql: string, params?: readonly SqlValue[]) => ((await this.read(sql, params)) as T[])[0],
      run: () => Promise.reject(new Error('writes need a transaction')),
      tell: () => Promise.reject(new Error('writes need a transaction')),
      insertMany: () => Promise.reject(new Error('writes need a transaction')),
    };
  }

  /** The transaction itself begins with the first question. */
  begin(): Promise<TransactionConnection> {
    return this.acquire();
  }

  classify(error: unknown): 'transient' | 'duplicate' | 'unavailable' | 'fault' {
    const { errno, code } = error as { errno?: number; code?: string };
    if (errno !== undefined && transientErrors.has(errno)) return 'transient';
    if (code === 'ER_DUP_ENTRY') return 'duplicate';
    if (isLost(error) || /^ER_(CON_COUNT|SERVER_SHUTDOWN|RECORD_FILE_FULL|DISK_FULL)/.test(code ?? ''))
      return 'unavailable';
    return 'fault';
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.pool.end(() => resolve()));
  }

  /** One statement on any connection: one promise and one deadline, since most requests are just this. */
  private read(sql: string, values: readonly SqlValue[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      let connection: PoolConnection | undefined;
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        connection?.destroy();
        reject(new Unavailable('DATABASE_UNAVAILABLE'));
      }, this.timeoutMs);
      this.pool.getConnection((failure, fresh) => {
        if (late) return fresh?.release();
        if (failure) {
          clearTimeout(timer);
          return reject(new Unavailable('DATABASE_UNAVAILABLE'));
        }
        connection = fresh;
        fresh.query({ sql, values: values as unknown[] }, (error, rows) => {
          if (late) return;
          clearTimeout(timer);
          if (error && isLost(error)) fresh.destroy();
          else fresh.release();
          if (!error) return resolve(rows);
          reject(
            this.classify(error) === 'unavailable'
              ? new Unavailable('DATABASE_UNAVAILABLE')
              : withoutValues(error),
          );
        });
      });
    });
  }

  /** mysql2 waits for a free connection without end; we do not. A connection that comes late goes back. */
  private acquire(): Promise<MysqlConnection> {
    return new Promise((resolve, reject) => {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        reject(new Unavailable('DATABASE_UNAVAILABLE'));
      }, this.timeoutMs);
      this.pool.getConnection((error, connection) => {
        clearTimeout(timer);
        if (late) return connection?.release();
        if (error) return reject(new Unavailable('DATABASE_UNAVAILABLE'));
        resolve(new MysqlConnection(connection, this.timeoutMs));
      });
    });
  }
}
