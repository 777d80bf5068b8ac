import type { Client } from '../setup/clients.js';
import { emptyDatabase } from '../setup/test-database.js';
import { begin, chance, killAlong, until, upload, type Run } from './killed-import.js';
import { patiently, type MortalService } from './mortal-service.js';
import { projectionOf } from './projection.js';
import { rounds, seed } from './random.js';
import { setTimeout as sleep } from 'node:timers/promises';

const rows = 2_000;

/** Confirms until there is an answer, and kills the service once on the way. */
async function confirmAndKill(service: MortalService, admin: Client, { id, planHash }: Run): Promise<void> {
  const confirm = async () => {
    const { status } = await admin.post(`/v1/imports/${id}/confirmation`).send({ planHash });
    if (status === 409) throw new Error('The confirmation of the present plan was refused');
    return status === 202 ? true : undefined;
  };
  const first = confirm().catch(() => undefined);
  await sleep(chance() * 20);
  await service.kill();
  await service.restart();
  await first;
  await patiently(confirm);
}

describe(`kill -9 at ${rounds} random moments of planning, confirming and carrying out ${rows} rows (seed ${seed})`, () => {
  it('makes the same plan and ends as if nothing had happened', async () => {
    const database = await emptyDatabase();
    const { service, admin } = await begin(database.url);
    try {
      const undisturbed = await until(await upload(admin, rows, false), ({ status }) => status === 'planned');
      const read = await upload(admin, rows, false);
      let kills = await killAlong(service, read, { most: rounds, rows, end: 'planned' });
      expect(kills).toBeGreaterThan(0);
      const plan = await until(read, ({ status }) => status === 'planned');
      expect([plan.planHash, plan.counts]).toEqual([undisturbed.planHash, undisturbed.counts]);

      await confirmAndKill(service, admin, plan);
      kills += await killAlong(service, read, { most: rounds, rows, end: 'completed' });
      const run = await until(read, ({ status }) => status === 'completed');
      expect([run.counts, run.changedSincePlan]).toEqual([plan.counts, 0]);
      await service.stop();
      const left = await projectionOf(database.url);
      expect(left.sellers).toHaveLength(plan.counts['created']!);
      expect(left.rows).toHaveLength(rows);
      const confirmed = left.audit
        .map((entry) => JSON.parse(entry))
        .filter((entry) => /confirmed/.test(entry.action));
      expect(confirmed.map(({ n }) => Number(n))).toEqual([1]);
    } finally {
      await service.stop();
      await database.remove();
    }
  }, 600_000);
});
