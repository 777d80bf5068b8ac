/**
 * A process with nothing but a worker for jobs of the kind `count`: from 0 to COUNT_TO, one row and one step each.
 * It pauses between two steps, where a test may freeze it, when PAUSE_AT is reached; ends politely on SIGTERM.
 * Its clock runs SPEED times as fast, so that leases end soon.
 */
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';
import { schema } from '../../dist/src/app.entities.js';
import { readSettings } from '../../dist/src/platform/config/settings.js';
import { openDatabase } from '../../dist/src/platform/database/open-database.js';
import { JobRepository } from '../../dist/src/platform/jobs/job.repository.js';
import { JobWorker } from '../../dist/src/platform/jobs/job-worker.service.js';
import { Jobs } from '../../dist/src/platform/jobs/jobs.service.js';

const { COUNT_TO, PAUSE_AT, SPEED } = process.env;
const began = Number(process.env.CLOCK_FROM);
const clock = { now: () => new Date(began + (Date.now() - began) * Number(SPEED)).toISOString() };
const say = (text) => process.stdout.write(`${text}\n`);

const settings = readSettings(process.env);
const database = await openDatabase(settings, schema);
const repository = new JobRepository(database);
const jobs = new Jobs(database, repository, clock);

jobs.handle('count', async (job) => {
  say(`begins with fence ${job.fence} at ${job.progress ?? 0}`);
  while ((job.progress ?? 0) < Number(COUNT_TO)) {
    if (job.progress === Number(PAUSE_AT)) {
      say('pauses');
      await sleep(1_000);
    }
    await job.step(async () => {
      const n = job.progress ?? 0;
      await database.run(
        'INSERT INTO idempotency_key (keyHash, fingerprint, body, createdAt) VALUES (?, ?, ?, ?)',
        [...[`count-${n}`, String(job.fence), '', clock.now()]],
      );
      job.progress = n + 1;
    });
    await sleep(1);
  }
  say('is done');
});

const worker = new JobWorker(settings, database, jobs, repository, clock);
worker.start();
// The worker's own timers keep no process alive.
const alive = setInterval(() => {}, 1_000);
say('looks for work');

process.once('SIGTERM', async () => {
  await worker.stop(5_000);
  await database.close();
  clearInterval(alive);
});
