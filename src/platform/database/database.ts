import { currentContext } from '../request-context.js';
import type { Connection, Engine, SqlRow, SqlValue } from './connection.js';
import type { Batch, Unit } from './group.js';
import { answerFor, findAnswers } from './idempotency.js';
import { refuseRealWrite } from './rehearsal.js';
import { currentUnit, type Flush } from './unit-of-work.js';
import { WriteLane } from './write-lane.js';

/** A table as its entity declares it; see `columns.ts`. */
export interface TableOf<Row> {
  readonly name: string;
  readonly columns: readonly (keyof Row & string)[];
}

/**
 * The only door to the data. Reads outside a transaction see what is committed; inside, they see the transaction.
 * Writes need a transaction and go through the write lane.
 */
export class Database {
  private readonly lane: WriteLane;

  constructor(
    private readonly engine: Engine,
    timeoutMs: number,
  ) {
    this.lane = new WriteLane(engine, timeoutMs);
  }

  get dialect(): Engine['dialect'] {
    return this.engine.dialect;
  }

  /** Whether what is asked now is asked in a transaction. */
  get inTransaction(): boolean {
    return currentUnit() !== undefined;
  }

  /**
   * Runs `work` in a transaction; inside another one it simply joins. `work` may run more than once (deadlock, key
   * taken meanwhile), so it must have no effect outside the database. With an Idempotency-Key on the request, the
   * first transaction's result is the answer that is kept and replayed: return the response body from it.
   * Throws what `work` throws, {@link Conflict} or {@link Unavailable}.
   */
  async transaction<T>(work: () => Promise<T>, options: { alone?: boolean } = {}): Promise<T> {
    if (currentUnit()) return work();
    return this.enter<T>({ work }, options.alone);
  }

  /**
   * The answer kept under the request's Idempotency-Key, for a use case of several transactions, which asks before its
   * first one; undefined if there is none. Throws IdempotencyKeyReused.
   */
  async answered<T>(): Promise<T | undefined> {
    const { idempotency: claim } = currentContext();
    if (!claim) return undefined;
    const kept = (await findAnswers(this.engine.reader, [claim.keyHash])).get(claim.keyHash);
    return kept && (answerFor(claim, kept) as T);
  }

  /** Hands `input` to a set-based use case, together with the inputs of whoever else waits for the same one. */
  async batch<I, O>(handler: Batch<I, O>, input: I): Promise<O> {
    if (currentUnit()) throw new Error('inside a transaction call the batch itself');
    return this.enter<O>({ batch: handler as Batch<unknown, unknown>, input });
  }

  /** Runs `done` once the running transaction is committed. */
  afterCommit(done: () => void): void {
    this.unit().afterCommit.push(done);
  }

  /** Keeps `item` until just before the commit, then `flush` runs once with everything collected for it. */
  collect<T>(flush: Flush<T>, item: T): void {
    this.unit().collect(flush, item);
  }

  /** What `ask` answers; in one turn in a transaction the same function is asked once. */
  once<T>(ask: () => Promise<T>): Promise<T> {
    return this.unit().once(ask);
  }

  all<T = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<T[]> {
    return (currentUnit()?.connection ?? this.engine.reader).all<T>(sql, params);
  }

  one<T = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<T | undefined> {
    return (currentUnit()?.connection ?? this.engine.reader).one<T>(sql, params);
  }

  /** Runs an UPDATE or DELETE and answers how many rows it matched. */
  run(sql: string, params?: readonly SqlValue[]): Promise<number> {
    refuseRealWrite(sql);
    return this.connection().run(sql, params);
  }

  /** The same, where nobody needs the number. */
  tell(sql: string, params?: readonly SqlValue[]): Promise<void> {
    refuseRealWrite(sql);
    return this.connection().tell(sql, params);
  }

  async insert<Row>(table: TableOf<Row>, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    refuseRealWrite(table.name);
    const values = rows.map((row) => table.columns.map((column) => row[column] as SqlValue));
    await this.connection().insertMany(table.name, table.columns, values);
  }

  /** `SELECT 1`: throws when the database does not answer. */
  async ping(): Promise<void> {
    await this.engine.reader.all('SELECT 1');
  }

  async close(): Promise<void> {
    await this.lane.idle();
    await this.engine.close();
  }

  private connection(): Connection {
    return this.unit().connection;
  }

  private unit() {
    const unit = currentUnit();
    if (!unit) throw new Error('a write needs a transaction');
    return unit;
  }

  private enter<T>(task: Unit['task'], alone?: boolean): Promise<T> {
    const { context, claim } = this.claim();
    return this.lane.enter<T>({ context, claim, task }, alone);
  }

  /** An Idempotency-Key belongs to the first transaction of its request. */
  private claim() {
    const context = currentContext();
    const claim = context.idempotency?.taken ? undefined : context.idempotency;
    if (claim) claim.taken = true;
    return { context, claim };
  }
}
