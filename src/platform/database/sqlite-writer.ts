import { Worker } from 'node:worker_threads';
import { Unavailable } from '../errors.js';
import type { SqlValue, TransactionConnection } from './connection.js';

export interface ThreadData {
  file: string;
  /** How long the thread waits for another process that writes. */
  timeoutMs: number;
}

export type Step =
  | { do: 'begin' | 'commit' | 'rollback' | 'close' }
  | { do: 'all' | 'one' | 'run'; sql: string; params: readonly SqlValue[] }
  | { do: 'insert'; table: string; columns: readonly string[]; rows: readonly (readonly SqlValue[])[] };

export type Answer = { value: unknown } | { error: { message: string; code: string | undefined } };

interface Asked {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Rows that wait for the next question at most; more are sent ahead, so that the thread works on them meanwhile. */
const mostRowsWaiting = 100;

/**
 * The one connection that writes, in a thread of its own: a commit waits for the disk, and nobody else should. Started
 * when it is first needed, and anew should it ever die. Who may write next is decided by the write lane.
 */
export class SqliteWriter {
  private worker: Worker | undefined;
  private readonly asked: Asked[] = [];

  constructor(private readonly data: ThreadData) {
    this.worker = this.start();
  }

  /** `committed` is told how many rows the transaction wrote. */
  begin(committed: (rows: number) => void): TransactionConnection {
    return new SqliteTransaction(this, committed);
  }

  /** After so many pages of log the thread copies them into the file, in the middle of a commit. */
  limitLog(pages: number): void {
    this.tell([{ do: 'one', sql: `PRAGMA wal_autocheckpoint = ${pages}`, params: [] }]);
  }

  /** The answer to the last of the steps; if one fails, those after it are not done. */
  ask(steps: readonly Step[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const worker = (this.worker ??= this.start());
      // It keeps the process alive only while somebody waits for it.
      if (this.asked.push({ resolve, reject }) === 1) worker.ref();
      worker.postMessage({ steps, asks: true });
    });
  }

  /** Steps whose failure the next question will tell. */
  tell(steps: readonly Step[]): void {
    (this.worker ??= this.start()).postMessage({ steps, asks: false });
  }

  async close(): Promise<void> {
    if (this.worker) await this.ask([{ do: 'close' }]);
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL('./sqlite-thread.js', import.meta.url), {
      workerData: this.data,
      execArgv: [],
      env: {},
    });
    worker.unref();
    worker.on('message', (answer: Answer) => this.settle(worker, answer));
    worker.on('error', (error) => this.lose(worker, error));
    worker.on('exit', () => this.lose(worker));
    return worker;
  }

  private settle(worker: Worker, answer: Answer): void {
    const asked = this.asked.shift();
    if (this.asked.length === 0) worker.unref();
    if ('value' in answer) asked?.resolve(answer.value);
    else asked?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
  }

  /** With the thread its transaction is gone. */
  private lose(worker: Worker, error: unknown = new Unavailable('DATABASE_UNAVAILABLE')): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const asked of this.asked.splice(0)) asked.reject(error);
  }
}

/**
 * A transaction in the thread. As on MariaDB, steps nobody needs the answer of wait and travel with the next question
 * or the commit; what one of them fails of is thrown there.
 */
class SqliteTransaction implements TransactionConnection {
  private waiting: Step[] = [{ do: 'begin' }];
  private rowsWaiting = 0;
  private rowsWritten = 0;

  constructor(
    private readonly writer: SqliteWriter,
    private readonly committed: (rows: number) => void,
  ) {}

  async all<T>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return (await this.ask({ do: 'all', sql, params })) as T[];
  }

  async one<T>(sql: string, params: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.ask({ do: 'one', sql, params })) as T | undefined;
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    const touched = (await this.ask({ do: 'run', sql, params })) as number;
    this.rowsWritten += touched;
    return touched;
  }

  async tell(sql: string, params: readonly SqlValue[] = []): Promise<void> {
    this.waiting.push({ do: 'run', sql, params });
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
    if (this.rowsWaiting > mostRowsWaiting) this.writer.tell(this.takeWaiting());
  }

  async commit(): Promise<void> {
    await this.ask({ do: 'commit' });
    this.committed(this.rowsWritten);
  }

  async rollback(): Promise<void> {
    this.takeWaiting();
    // A thread that is gone has rolled back by that.
    await this.writer.ask([{ do: 'rollback' }]).catch(() => undefined);
  }

  private ask(step: Step): Promise<unknown> {
    return this.writer.ask([...this.takeWaiting(), step]);
  }

  private takeWaiting(): Step[] {
    const steps = this.waiting;
    this.waiting = [];
    this.rowsWaiting = 0;
    return steps;
  }
}
