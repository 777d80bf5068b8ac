import { Logger } from '@nestjs/common';
import { AppError, Unavailable } from '../errors.js';
import { withContext, type IdempotencyClaim, type RequestContext } from '../request-context.js';
import type { Connection, Engine } from './connection.js';
import { answerFor, findAnswers, keepAnswers } from './idempotency.js';
import { UnitOfWork, withUnit } from './unit-of-work.js';

/** One of several inputs a set-based use case takes at once, with the request it came from. */
export interface BatchItem<I> {
  input: I;
  context: RequestContext;
}

/** What became of one input; an error is one of ours and concerns this input alone. */
export type Settled<O> = { value: O } | { error: AppError };

/** Resolves to whether the input at each place is new; one that was answered before under its key is to be left alone. */
export type Novelty = Promise<readonly boolean[]>;

/**
 * A set-based use case: as many answers as inputs, in order. It must not throw for the fault of one input. What it
 * reads may be asked at once, together with the look for answers given before; before it writes it awaits `novelty`.
 */
export type Batch<I, O> = (items: readonly BatchItem<I>[], novelty: Novelty) => Promise<Settled<O>[]>;

/** A use case waiting for its turn to write. */
export interface Unit {
  context: RequestContext;
  claim?: IdempotencyClaim;
  task: { work: () => Promise<unknown> } | { batch: Batch<unknown, unknown>; input: unknown };
}

/**
 * Runs all units in one transaction and commits it. Throws when it had to be rolled back; then nothing of any unit
 * is left. A unit that ends with one of our own errors leaves nothing behind and does not disturb the others.
 */
export async function runTogether<U extends Unit>(
  engine: Engine,
  units: readonly U[],
): Promise<Map<U, Settled<unknown>>> {
  const transaction = await engine.begin();
  const whole = new UnitOfWork(transaction);
  const outcomes = new Map<U, Settled<unknown>>();
  try {
    const lone = units.length === 1;
    const singles = units.filter(isSingle);
    const replayed = lazily(() => replayKept(transaction, units, outcomes));
    if (singles.length > 0) await runSingles(await newOf(singles, replayed()), whole, outcomes, lone);
    if (lone && hasFailed(outcomes.get(units[0]!))) {
      await transaction.rollback();
      return outcomes;
    }
    await runBatches(units, whole, outcomes, replayed);
    const fresh = await newOf(units, replayed());
    await keepAnswers(transaction, answersOf(fresh, outcomes), new Date().toISOString());
    await withUnit(whole, () => whole.flush());
    await transaction.commit();
  } catch (error) {
    // What was left on its way must not write behind the rollback.
    whole.over = true;
    await transaction.rollback();
    throw error;
  } finally {
    whole.over = true;
  }
  whole.afterCommit.forEach(runSafely);
  return outcomes;
}

/** It is committed: whatever happens here must not look like a failure of the transaction. */
function runSafely(done: () => void): void {
  try {
    done();
  } catch (error) {
    new Logger('Database').error(error);
  }
}

/** Answers to those who were answered before under the same key. */
async function replayKept<U extends Unit>(
  connection: Connection,
  units: readonly U[],
  outcomes: Map<U, Settled<unknown>>,
): Promise<ReadonlySet<U>> {
  const claimed = units.filter(({ claim }) => claim !== undefined);
  const hashes = claimed.map(({ claim }) => claim!.keyHash);
  const kept = hashes.length > 0 ? await findAnswers(connection, hashes) : new Map<string, never>();
  const replayed = new Set<U>();
  for (const unit of claimed) {
    const answer = kept.get(unit.claim!.keyHash);
    if (!answer) continue;
    replayed.add(unit);
    outcomes.set(unit, await settle(async () => answerFor(unit.claim!, answer)));
  }
  return replayed;
}

/** Begins when it is first wanted. */
function lazily<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => (begun ??= watched(begin()));
}

/** Whoever awaits it meets its failure; that nobody does, because something else failed first, is no fault. */
function watched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

const isSingle = ({ task }: Unit): boolean => 'work' in task;

const newOf = async <U>(units: readonly U[], replayed: Promise<ReadonlySet<U>>): Promise<U[]> => {
  const known = await replayed;
  return units.filter((unit) => !known.has(unit));
};

/** A unit alone in its transaction needs no savepoint, for which SQLite would copy every page before it changes. */
async function runSingles<U extends Unit>(
  units: readonly U[],
  whole: UnitOfWork,
  outcomes: Map<U, Settled<unknown>>,
  lone: boolean,
): Promise<void> {
  for (const unit of units) {
    if (!('work' in unit.task)) continue;
    const { work } = unit.task;
    const own = new UnitOfWork(whole.connection);
    if (!lone) await whole.connection.tell('SAVEPOINT unit');
    const outcome = await settle(() => withContext(unit.context, () => withUnit(own, work))).finally(
      () => (own.over = true),
    );
    if ('value' in outcome) whole.absorb(own);
    else if (!lone) await whole.connection.run('ROLLBACK TO SAVEPOINT unit');
    outcomes.set(unit, outcome);
  }
}

async function runBatches<U extends Unit>(
  units: readonly U[],
  whole: UnitOfWork,
  outcomes: Map<U, Settled<unknown>>,
  replayed: () => Promise<ReadonlySet<U>>,
): Promise<void> {
  for (const [handler, sharing] of byHandler(units)) {
    const items = sharing.map(({ unit, input }) => ({ input, context: unit.context }));
    // After what the handler asks at once, and in the same message, which leaves when this microtask is done: where the
    // handler's first question waits for another copy of the service, the answers which that one gave are seen.
    const known = Promise.resolve().then(replayed);
    const novelty = watched(known.then((old) => sharing.map(({ unit }) => !old.has(unit))));
    const settled = await withUnit(whole, () => handler(items, novelty));
    const isNew = await novelty;
    sharing.forEach(({ unit }, i) => isNew[i] && outcomes.set(unit, settled[i]!));
  }
}

function byHandler<U extends Unit>(units: readonly U[]) {
  const sharing = new Map<Batch<unknown, unknown>, { unit: U; input: unknown }[]>();
  for (const unit of units) {
    if (!('batch' in unit.task)) continue;
    const { batch, input } = unit.task;
    sharing.set(batch, [...(sharing.get(batch) ?? []), { unit, input }]);
  }
  return sharing;
}

const hasFailed = (outcome: Settled<unknown> | undefined): boolean =>
  outcome !== undefined && 'error' in outcome;

/** An error of ours becomes an outcome; anything else, and a database that is away, concerns the whole group. */
async function settle(work: () => Promise<unknown>): Promise<Settled<unknown>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof AppError && !isDatabaseAway(error)) return { error };
    throw error;
  }
}

const isDatabaseAway = (error: AppError) =>
  error instanceof Unavailable && error.code.startsWith('DATABASE_');

function answersOf<U extends Unit>(units: readonly U[], outcomes: Map<U, Settled<unknown>>) {
  return units.flatMap((unit) => {
    const outcome = outcomes.get(unit)!;
    return unit.claim && 'value' in outcome ? [{ claim: unit.claim, body: outcome.value }] : [];
  });
}
