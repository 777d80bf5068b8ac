import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work goes on so long before others get their turn. */
const atOnceMs = 5;

/** Does the steps of a longer piece of work, with others let in between. */
export async function inTurns<T>(steps: Iterator<unknown, T, undefined>): Promise<T> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < atOnceMs) continue;
    await nextTurn();
    since = performance.now();
  }
}
