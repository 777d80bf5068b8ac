import { setTimeout as sleep } from 'node:timers/promises';
import { Conflict, Unavailable } from '../errors.js';
import type { Engine } from './connection.js';
import { runTogether, type Unit } from './group.js';

interface Waiting extends Unit {
  /** Heavy work has a transaction of its own, so that its failure costs nobody else a second try. */
  alone: boolean;
  since: number;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const groupBound = 64;
const queueBound = 10_000;
const tries = 8;

/**
 * The one way into a write transaction. Whoever waits when the lane gets free shares the next transaction, up to
 * a bound, and everybody is answered after the commit that holds their work. There is no timer: a group is what
 * gathered while the last commit was on its way. An error nobody expected rolls the group back, and its units run
 * again one by one, so that a bad one fails alone.
 */
export class WriteLane {
  private readonly queue: Waiting[] = [];
  private running = false;

  constructor(
    private readonly engine: Engine,
    private readonly timeoutMs: number,
  ) {}

  /** Resolves after the commit that holds the unit's work. Throws what the unit threw, Conflict or Unavailable. */
  enter<T>(unit: Unit, alone = false): Promise<T> {
    if (this.queue.length >= queueBound) return Promise.reject(new Unavailable('OVERLOADED'));
    return new Promise<T>((resolve, reject) => {
      const { context, claim, task } = unit;
      const since = performance.now();
      this.queue.push({
        context,
        claim,
        task,
        alone,
        since,
        resolve: aTurnLater(resolve as (value: unknown) => void),
        reject: aTurnLater(reject),
      });
      if (!this.running) void this.drain();
      else this.engine.look?.();
    });
  }

  /** Resolves when nothing is waiting or running. */
  async idle(): Promise<void> {
    while (this.running) await sleep(5);
  }

  private async drain(): Promise<void> {
    this.running = true;
    // One turn of the event loop, so that those join who are at the door.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.queue.length > 0) await this.runGroup(this.nextGroup());
    this.running = false;
  }

  private nextGroup(): Waiting[] {
    let length = 1;
    while (
      length < Math.min(this.queue.length, groupBound) &&
      !this.queue[0]!.alone &&
      !this.queue[length]!.alone
    )
      length++;
    const latest = performance.now() - this.timeoutMs;
    return this.queue.splice(0, length).filter((unit) => {
      if (unit.since < latest) unit.reject(new Unavailable('OVERLOADED'));
      return unit.since >= latest;
    });
  }

  private async runGroup(group: readonly Waiting[]): Promise<void> {
    if (group.length === 0) return;
    try {
      await this.attempt(group);
    } catch (error) {
      if (this.isAway(error)) group.forEach((unit) => unit.reject(asUnavailable(error)));
      else if (group.length === 1) await this.runAlone(group[0]!, error);
      else for (const unit of group) await this.runAlone(unit);
    }
  }

  /** Tries again what a competing transaction disturbed; a key taken meanwhile is seen by the next try. */
  private async runAlone(unit: Waiting, failure?: unknown): Promise<void> {
    for (let count = failure === undefined ? 0 : 1; count < tries; count++) {
      if (failure !== undefined) {
        if (this.isAway(failure)) return unit.reject(asUnavailable(failure));
        const kind = this.engine.classify(failure);
        if (kind === 'fault') return unit.reject(failure);
        if (performance.now() - unit.since > this.timeoutMs) break;
        // Whoever took a key has committed it: the next try sees it without waiting.
        if (kind === 'transient') await sleep(Math.random() * 10 * count);
      }
      try {
        return await this.attempt([unit]);
      } catch (error) {
        failure = error;
      }
    }
    unit.reject(this.engine.classify(failure) === 'duplicate' ? alreadyThere() : asUnavailable(failure));
  }

  private async attempt(group: readonly Waiting[]): Promise<void> {
    for (const [unit, outcome] of await runTogether(this.engine, group)) {
      if ('value' in outcome) unit.resolve(outcome.value);
      else unit.reject(outcome.error);
    }
  }

  private isAway(error: unknown): boolean {
    return error instanceof Unavailable || this.engine.classify(error) === 'unavailable';
  }
}

/**
 * Answers go out a turn later, when the next group has put its first questions: the database works on those while the
 * answers are written and the next requests read.
 */
const aTurnLater = (settle: (value: unknown) => void) => (value: unknown) => void setImmediate(settle, value);

const asUnavailable = (error: unknown) =>
  error instanceof Unavailable ? error : new Unavailable('DATABASE_UNAVAILABLE');

const alreadyThere = () => new Conflict('ALREADY_EXISTS', { th: 'มีข้อมูลนี้อยู่แล้ว', en: 'This already exists.' });
