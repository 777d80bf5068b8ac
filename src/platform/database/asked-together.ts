import DataLoader from 'dataloader';
import type { Database } from './database.js';

/** Keys in one statement at most. */
const mostAtOnce = 100;

/**
 * A question by key, put to the database together with those of all who ask it in the same turn of the event loop: a
 * round trip, or SQLite's look whether anything changed, costs more than an answer. Inside a transaction it is asked
 * at once, there.
 */
export function askedTogether<V>(
  database: Database,
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  const askAll = async (keys: readonly string[]) => {
    const answers = await ask([...new Set(keys)]);
    return keys.map((key) => answers.get(key));
  };
  const loader = new DataLoader<string, V | undefined>(askAll, {
    cache: false,
    maxBatchSize: mostAtOnce,
    batchScheduleFn: setImmediate,
  });
  return async (key) => (database.inTransaction ? (await ask([key])).get(key) : loader.load(key));
}
