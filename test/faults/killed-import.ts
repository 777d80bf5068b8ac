import { setTimeout as sleep } from 'node:timers/promises';
import { cooperatives } from '../factories/cast.js';
import { formFile } from '../factories/form-file.js';
import type { Client } from '../setup/clients.js';
import { MortalService, patiently } from './mortal-service.js';
import { randomFrom, seed } from './random.js';

export const chance = randomFrom(seed);

export interface Run {
  id: string;
  status: string;
  planHash: string | null;
  changedSincePlan: number | null;
  counts: Record<string, number>;
}

/** The service with the cast's cooperatives. */
export async function begin(databaseUrl: string): Promise<{ service: MortalService; admin: Client }> {
  const service = await MortalService.start(databaseUrl);
  const admin: Client = await service.clients.asStaff('admin');
  for (const cooperative of Object.values(cooperatives))
    await admin.post('/v1/cooperatives').send(cooperative).expect(201);
  return { service, admin };
}

/** Uploads a file of so many rows; answers how to look at the import, however often the service is away. */
export async function upload(admin: Client, rows: number, autoConfirm: boolean): Promise<() => Promise<Run>> {
  const answer = await admin
    .post('/v1/imports')
    .field('autoConfirm', String(autoConfirm))
    .attach('file', formFile(rows), 'คำตอบ.csv')
    .expect(202);
  return () =>
    patiently(async () => {
      const { status, body } = await admin.get(answer.headers['location']!);
      return status === 200 ? (body as Run) : undefined;
    });
}

export async function until(read: () => Promise<Run>, reached: (run: Run) => boolean): Promise<Run> {
  const deadline = Date.now() + 240_000;
  for (;;) {
    const run = await read();
    if (run.status === 'failed') throw new Error(`The import failed: ${JSON.stringify(run)}`);
    if (reached(run)) return run;
    if (Date.now() > deadline) throw new Error(`The import stands still: ${JSON.stringify(run)}`);
    await sleep(5);
  }
}

/** Kills the service at up to `most` random moments until the import has this status; answers how many there were. */
export async function killAlong(
  service: MortalService,
  read: () => Promise<Run>,
  { most, rows, end }: { most: number; rows: number; end: string },
): Promise<number> {
  let row = 0;
  for (let kills = 0; kills < most; kills++) {
    // The first one falls right after the 202.
    const target = kills === 0 ? 0 : row + chance() * (rows / 10);
    const run = await until(read, ({ status, counts }) => status === end || counts['processed']! >= target);
    await sleep(chance() * 30);
    if ((await read()).status === end) return kills;
    await service.kill();
    await service.restart();
    row = run.counts['processed']!;
  }
  return most;
}
