import type { SqlValue, TransactionConnection } from './connection.js';
import type { SqliteWriter, Step } from './sqlite-writer.js';

/** Rows that wait for the next question at most; more are worth a message, so that the thread works on them meanwhile. */
const mostRowsWaiting = 30;

interface Asking {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * A transaction in the thread that writes. As on MariaDB, questions asked at the same time travel together, and steps
 * nobody needs the answer of with the next question or the commit; what one of them fails of is thrown there.
 */
export class SqliteTransaction implements TransactionConnection {
  private waiting: Step[] = [{ do: 'begin' }];
  private asking: Asking[] = [];
  private rowsWaiting = 0;
  private rowsWritten = 0;

  /** `committed` is told how many rows the transaction wrote. */
  constructor(
    private readonly writer: SqliteWriter,
    private readonly committed: (rows: number) => void,
  ) {}

  async all<T>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return (await this.ask({ do: 'all', sql, params, asks: true })) as T[];
  }

  async one<T>(sql: string, params: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.ask({ do: 'one', sql, params, asks: true })) as T | undefined;
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    const touched = (await this.ask({ do: 'run', sql, params, asks: true })) as number;
    this.rowsWritten += touched;
    return touched;
  }

  async tell(sql: string, params: readonly SqlValue[] = []): Promise<void> {
    this.waiting.push({ do: 'run', sql, params });
    // One at least.
    this.rowsWritten++;
  }

  async insertMany(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    if (rows.length === 0) return;
    this.waiting.push({ do: 'insert', table, columns, rows });
    this.rowsWaiting += rows.length;
    this.rowsWritten += rows.length;
    if (this.rowsWaiting > mostRowsWaiting && this.asking.length === 0) this.writer.tell(this.takeWaiting());
  }

  async commit(): Promise<void> {
    await this.ask({ do: 'commit', asks: true });
    this.committed(this.rowsWritten);
  }

  async rollback(): Promise<void> {
    this.takeWaiting();
    this.asking = [];
    // A thread that is gone has rolled back by that.
    await this.writer.ask([{ do: 'rollback', asks: true }]).catch(() => undefined);
  }

  private ask(step: Step & { asks: true }): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push(step);
      // Once all that runs now has asked what it has to ask.
      if (this.asking.push({ resolve, reject }) === 1) process.nextTick(() => this.sendWaiting());
    });
  }

  private sendWaiting(): void {
    const asking = this.asking;
    // Rolled back meanwhile.
    if (asking.length === 0) return;
    this.asking = [];
    this.writer.ask(this.takeWaiting()).then(
      (values) => asking.forEach(({ resolve }, i) => resolve(values[i])),
      (error: unknown) => asking.forEach(({ reject }) => reject(error)),
    );
  }

  private takeWaiting(): Step[] {
    const steps = this.waiting;
    this.waiting = [];
    this.rowsWaiting = 0;
    return steps;
  }
}
