import { format, type PoolConnection, type ResultSetHeader } from 'mysql2';
import { Unavailable } from '../errors.js';
import type { SqlValue, TransactionConnection } from './connection.js';
import { isLost, withoutValues } from './mysql-errors.js';
import { literalRows } from './mysql-literals.js';

/** Characters of statements that are worth a message of their own, so that the server works on them meanwhile. */
const worthSending = 100_000;
/** Characters of statements that may wait; the server takes 16 MB at once. */
const mostWaiting = 1_000_000;

/** A statement on its way; `settle` where somebody waits for its answer. */
interface Statement {
  text: string;
  settle?: { resolve(answer: unknown): void; reject(error: unknown): void };
}

/**
 * A pooled connection with a transaction; each answer has a deadline, and a connection that misses it is destroyed,
 * not reused. Statements travel together: questions that are asked at the same time, and those nobody needs the answer
 * of with the next question or the commit, since every round trip costs more than the statement itself; only when they
 * have become many they are sent ahead. One message is on its way at a time. What it fails of is thrown to all who ask
 * with it or behind it: after a deadlock the server has no transaction any more, and would keep whatever comes then.
 */
export class MysqlTransaction implements TransactionConnection {
  private broken = false;
  private waiting: Statement[] = [{ text: 'START TRANSACTION' }];
  private waitingLength = 0;
  /** Somebody has asked, and what waits is about to be sent. */
  private asked = false;
  /** Ends, and never throws, when the message on its way has been answered. */
  private flight?: Promise<void>;
  private failure?: { error: unknown };

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
    return this.put(textOf(sql, params));
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
    this.takeWaiting();
    if (!this.broken) await this.flight;
    this.failure = undefined;
    if (!this.broken) await this.ask('ROLLBACK').catch(() => (this.broken = true));
    this.release();
  }

  release(): void {
    if (this.broken) this.raw.destroy();
    else this.raw.release();
  }

  /** A statement that waits for the next one that is asked for its answer. */
  private async put(text: string): Promise<void> {
    this.waiting.push({ text });
    this.waitingLength += text.length;
    if (this.waitingLength > mostWaiting) await this.ask('DO 0');
    else if (this.waitingLength > worthSending && !this.asked && !this.flight) this.fly(this.takeWaiting());
  }

  /** The answer of this statement, after those that waited. */
  private ask(sql: string, values: readonly unknown[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ text: textOf(sql, values), settle: { resolve, reject } });
      if (this.asked) return;
      this.asked = true;
      // Once all that runs now has asked what it has to ask.
      process.nextTick(() => void this.sendWaiting());
    });
  }

  private async sendWaiting(): Promise<void> {
    await this.flight;
    this.asked = false;
    const statements = this.takeWaiting();
    // None where it was rolled back meanwhile.
    if (statements.length > 0) this.fly(statements);
  }

  private takeWaiting(): Statement[] {
    const statements = this.waiting;
    this.waiting = [];
    this.waitingLength = 0;
    return statements;
  }

  private fly(statements: readonly Statement[]): void {
    this.flight = this.deliver(statements).finally(() => (this.flight = undefined));
  }

  private async deliver(statements: readonly Statement[]): Promise<void> {
    try {
      if (this.failure) throw this.failure.error;
      const answer = await this.send(statements.map(({ text }) => text).join(';'));
      const answers = statements.length > 1 ? (answer as unknown[]) : [answer];
      statements.forEach(({ settle }, i) => settle?.resolve(answers[i]));
    } catch (error) {
      this.failure ??= { error };
      statements.forEach(({ settle }) => settle?.reject(error));
    }
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
