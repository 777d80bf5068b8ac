import { carried } from '../carried.js';
import type { Connection } from './connection.js';

/** Runs once per transaction, just before the commit, with everything collected for it. */
export type Flush<T> = (items: readonly T[], connection: Connection) => Promise<void>;

/** What one use case did inside the open transaction and still wants done with it. */
export class UnitOfWork {
  readonly afterCommit: (() => void)[] = [];
  readonly collected = new Map<Flush<never>, unknown[]>();
  private readonly answers = new Map<() => Promise<unknown>, Promise<unknown>>();
  /** Set when its turn has ended: what is still on its way then must not write into the turn of another. */
  over = false;

  constructor(readonly connection: Connection) {}

  /** What `ask` answers; the same function is asked once. */
  once<T>(ask: () => Promise<T>): Promise<T> {
    let answer = this.answers.get(ask);
    if (answer === undefined) this.answers.set(ask, (answer = ask()));
    return answer as Promise<T>;
  }

  collect<T>(flush: Flush<T>, item: T): void {
    const items = this.collected.get(flush as Flush<never>);
    if (items) items.push(item);
    else this.collected.set(flush as Flush<never>, [item]);
  }

  /** Takes over what a finished unit collected. */
  absorb(unit: UnitOfWork): void {
    this.afterCommit.push(...unit.afterCommit);
    for (const [flush, items] of unit.collected)
      for (const item of items) this.collect(flush as Flush<unknown>, item);
  }

  async flush(): Promise<void> {
    for (const [flush, items] of this.collected) await (flush as Flush<unknown>)(items, this.connection);
  }
}

const running = carried<UnitOfWork>();

/** The unit of the running transaction; undefined outside of one, and for work left behind by an ended one. */
export function currentUnit(): UnitOfWork | undefined {
  const unit = running.current();
  return unit?.over ? undefined : unit;
}

export const withUnit = <T>(unit: UnitOfWork, work: () => T): T => running.with(unit, work);
