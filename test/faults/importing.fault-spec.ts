import { setTimeout as sleep } from 'node:timers/promises';
import { cooperatives } from '../factories/cast.js';
import { formFile } from '../factories/form-file.js';
import type { Client } from '../setup/clients.js';
import { emptyDatabase } from '../setup/test-database.js';
import { MortalService, patiently } from './mortal-service.js';
import { projectionOf, type Projection } from './projection.js';
import { randomFrom, rounds, seed } from './random.js';

const rows = 5_000;

interface Run {
  status: string;
  counts: Record<string, number>;
}

/** The service with the cast's cooperatives and one uploaded file. */
async function begin(databaseUrl: string): Promise<{ service: MortalService; read: () => Promise<Run> }> {
  const service = await MortalService.start(databaseUrl);
  const admin: Client = await service.clients.asStaff('admin');
  for (const cooperative of Object.values(cooperatives))
    await admin.post('/v1/cooperatives').send(cooperative).expect(201);
  const answer = await admin.post('/v1/imports').attach('file', formFile(rows), 'คำตอบ.csv').expect(202);
  const read = () =>
    patiently(async () => {
      const { status, body } = await admin.get(answer.headers['location']!);
      return status === 200 ? (body as Run) : undefined;
    });
  return { service, read };
}

async function until(read: () => Promise<Run>, reached: (run: Run) => boolean): Promise<Run> {
  const deadline = Date.now() + 240_000;
  for (;;) {
    const run = await read();
    if (run.status === 'failed') throw new Error(`The import failed: ${JSON.stringify(run)}`);
    if (reached(run)) return run;
    if (Date.now() > deadline) throw new Error(`The import stands still: ${JSON.stringify(run)}`);
    await sleep(5);
  }
}

/** Kills the service at up to `most` random moments of the import; answers how many fell before its end. */
async function killAlong(service: MortalService, read: () => Promise<Run>, most: number): Promise<number> {
  let row = 0;
  for (let kills = 0; kills < most; kills++) {
    // The first one falls right after the 202.
    const target = kills === 0 ? 0 : row + chance() * (rows / 10);
    const run = await until(read, ({ status, counts }) => isOver(status) || counts['processed']! >= target);
    await sleep(chance() * 30);
    if (isOver((await read()).status)) return kills;
    await service.kill();
    await service.restart();
    row = run.counts['processed']!;
  }
  return most;
}

const chance = randomFrom(seed);
const isOver = (status: string) => status === 'completed';

/** Imports the file into a database of its own and answers what is there in the end. */
async function importOnce(most: number): Promise<{ kills: number; left: Projection }> {
  const database = await emptyDatabase();
  const { service, read } = await begin(database.url);
  try {
    const kills = await killAlong(service, read, most);
    await until(read, ({ status }) => isOver(status));
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
