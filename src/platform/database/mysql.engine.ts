import { createPool, type Pool, type PoolConnection, type ResultSetHeader } from 'mysql2';
import type { DatabaseTarget } from '../config/database-url.js';
import { Unavailable } from '../errors.js';
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

/** A pooled connection whose every statement has a deadline; one that misses it is destroyed, not reused. */
class MysqlConnection implements TransactionConnection {
  private broken = false;

  constructor(
    private readonly raw: PoolConnection,
    private readonly timeoutMs: number,
  ) {}

  async all<T>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return (await this.query(sql, params)) as T[];
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    return ((await this.query(sql, params)) as ResultSetHeader).affectedRows;
  }

  async insertMany(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await this.query(`INSERT INTO ${table} (${columns.join(',')}) VALUES ?`, [rows]);
  }

  async commit(): Promise<void> {
    await this.query('COMMIT', []);
    this.release();
  }

  async rollback(): Promise<void> {
    if (!this.broken) await this.query('ROLLBACK', []).catch(() => (this.broken = true));
    this.release();
  }

  release(): void {
    if (this.broken) this.raw.destroy();
    else this.raw.release();
  }

  private query(sql: string, values: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // Not the driver's own deadline: that begins only when the statements before have been answered.
      const timer = setTimeout(() => {
        this.broken = true;
        reject(new Unavailable('DATABASE_UNAVAILABLE'));
      }, this.timeoutMs);
      this.raw.query({ sql, values: values as unknown[] }, (error, result) => {
        clearTimeout(timer);
        if (!error) return resolve(result);
        if (isLost(error)) this.broken = true;
        reject(withoutValues(error));
      });
    });
  }
}

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
    });
    this.pool.on('connection', (fresh: PoolConnection) => {
      const settings = dialect === 'mariadb' ? [...sessionSettings, ...mariadbSettings] : sessionSettings;
      for (const sql of settings) fresh.query(sql, (error) => error && fresh.destroy());
    });
    this.reader = {
      all: <T>(sql: string, params?: readonly SqlValue[]) => this.once((c) => c.all<T>(sql, params)),
      run: (sql, params) => this.once((c) => c.run(sql, params)),
      insertMany: () => Promise.reject(new Error('writes need a transaction')),
    };
  }

  async begin(): Promise<TransactionConnection> {
    const connection = await this.acquire();
    try {
      await connection.run('START TRANSACTION');
      return connection;
    } catch (error) {
      await connection.rollback();
      throw this.classify(error) === 'unavailable' ? new Unavailable('DATABASE_UNAVAILABLE') : error;
    }
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

  private async once<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.acquire();
    try {
      return await work(connection);
    } catch (error) {
      throw this.classify(error) === 'unavailable' ? new Unavailable('DATABASE_UNAVAILABLE') : error;
    } finally {
      connection.release();
    }
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
