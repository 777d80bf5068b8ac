import { createPool, type Pool, type PoolConnection } from 'mysql2';
import type { DatabaseTarget } from '../config/database-url.js';
import { Unavailable } from '../errors.js';
import type { Connection, Engine, SqlValue, TransactionConnection } from './connection.js';
import { isLost, withoutValues } from './mysql-errors.js';
import { MysqlTransaction } from './mysql-transaction.js';

/** Deadlock, lock wait timeout, record changed since read: the whole transaction may run again. */
const transientErrors = new Set([1213, 1205, 1020]);
/** `sql_mode` is set, not trusted: with NO_BACKSLASH_ESCAPES the driver's escaping would not hold. */
const sessionSettings = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', innodb_lock_wait_timeout = 2",
];
/** A copy that is frozen in the middle of a transaction must not hold its locks for long. (MySQL has no such setting.) */
const mariadbSettings = ['SET SESSION idle_transaction_timeout = 10'];

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
      // Values are escaped into the text in either case; see MysqlTransaction for what travels together.
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

  /** The transaction itself begins with the first message. */
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
  private acquire(): Promise<MysqlTransaction> {
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
        resolve(new MysqlTransaction(connection, this.timeoutMs));
      });
    });
  }
}
