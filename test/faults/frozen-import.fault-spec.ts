import { setTimeout as sleep } from 'node:timers/promises';
import { emptyDatabase } from '../setup/test-database.js';
import { freezeHolder, watchJob } from './job-holder.js';
import { begin, chance, until, upload } from './killed-import.js';
import { MortalService } from './mortal-service.js';
import { projectionOf, type Projection } from './projection.js';
import { rounds, seed } from './random.js';

const rows = 5_000;
/** Each takes as long as the lease. */
const freezes = Math.ceil(rounds / 3);

/** Two copies of the service on one database; one that holds the import may be frozen past its lease. */
async function importOnce(freeze: boolean): Promise<{ takenOver: boolean; left: Projection }> {
  const database = await emptyDatabase();
  const { service, admin } = await begin(database.url);
  const other = await MortalService.start(database.url);
  const watch = await watchJob(database.url);
  const services = [service, other];
  try {
    const read = await upload(admin, rows, true);
    const takenOver = freeze && (await freezeOnce());
    await until(read, ({ status }) => status === 'completed');
    // Whatever the resumed one still had in hand has come by now.
    if (takenOver) await sleep(2_000);
    await watch.close();
    for (const each of services) await each.stop();
    return { takenOver, left: await projectionOf(database.url) };
  } finally {
    for (const each of services) await each.stop();
    await database.remove();
  }

  async function freezeOnce(): Promise<boolean> {
    while (!(await watch.holder())) await sleep(2);
    await sleep(chance() * 1_000);
    const found = await freezeHolder(watch, services);
    if (!found) return false;
    const awake = services.find((each) => each !== found.frozen)!;
    const deadline = Date.now() + 60_000;
    // Its lease is 30 seconds; then the other one claims the job with the next fence.
    for (let holder = await watch.holder(); holder?.pid !== awake.pid; holder = await watch.holder()) {
      if (!holder || Date.now() > deadline) throw new Error(`nobody took over: ${JSON.stringify(holder)}`);
      expect(holder.fence).toBe(found.fence);
      await sleep(5);
    }
    await sleep(chance() * 300);
    process.kill(found.frozen.pid, 'SIGCONT');
    return true;
  }
}

describe(`an import of ${rows} rows whose worker is frozen past its lease and resumed (seed ${seed})`, () => {
  it('is taken over by the other one and ends as if nothing had happened', async () => {
    const { left: undisturbed } = await importOnce(false);
    expect(undisturbed.rows).toHaveLength(rows);
    for (let done = 0; done < freezes;) {
      const { takenOver, left } = await importOnce(true);
      for (const list of Object.keys(undisturbed) as (keyof Projection)[])
        expect([list, left[list]]).toEqual([list, undisturbed[list]]);
      if (takenOver) done++;
    }
  }, 3_600_000);
});
