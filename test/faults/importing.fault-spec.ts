import { emptyDatabase } from '../setup/test-database.js';
import { begin, killAlong, until, upload } from './killed-import.js';
import { projectionOf, type Projection } from './projection.js';
import { rounds, seed } from './random.js';

const rows = 5_000;
const end = 'completed';

/** Imports the file into a database of its own and answers what is there in the end. */
async function importOnce(most: number): Promise<{ kills: number; left: Projection }> {
  const database = await emptyDatabase();
  const { service, admin } = await begin(database.url);
  try {
    const read = await upload(admin, rows, true);
    const kills = await killAlong(service, read, { most, rows, end });
    await until(read, ({ status }) => status === end);
    await service.stop();
    return { kills, left: await projectionOf(database.url) };
  } finally {
    await service.stop();
    await database.remove();
  }
}

describe(`kill -9 at ${rounds} random moments of an import of ${rows} rows (seed ${seed})`, () => {
  it('ends as if nothing had happened', async () => {
    const { left: undisturbed } = await importOnce(0);
    const counts = JSON.parse((JSON.parse(undisturbed.imports[0]!) as { counts: string }).counts);
    for (const outcome of ['created', 'updated', 'duplicate', 'needs_review', 'rejected'])
      expect([outcome, counts[outcome] > 0]).toEqual([outcome, true]);
    expect(undisturbed.rows).toHaveLength(rows);

    // A quick machine ends an import before it was killed often enough; then another one is begun.
    for (let kills = 0; kills < rounds;) {
      const killed = await importOnce(rounds - kills);
      expect(killed.kills).toBeGreaterThan(0);
      for (const list of Object.keys(undisturbed) as (keyof Projection)[])
        expect([list, killed.left[list]]).toEqual([list, undisturbed[list]]);
      kills += killed.kills;
    }
  }, 900_000);
});
