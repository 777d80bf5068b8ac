import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { schema } from '../../src/app.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { JobRepository } from '../../src/platform/jobs/job.repository.js';
import { JobWorker } from '../../src/platform/jobs/job-worker.service.js';
import type { JobRun } from '../../src/platform/jobs/job-run.js';
import { Jobs, type HandlerOptions, type Job } from '../../src/platform/jobs/jobs.service.js';
import { SetClock } from './set-clock.js';
import { emptyDatabase, type TestDatabase } from './test-database.js';
import { testSettings } from './test-settings.js';

// Tests provoke what is logged.
Logger.overrideLogger(false);

/** One copy of the service, as far as jobs go. */
export interface Copy {
  database: Database;
  jobs: Jobs;
  worker: JobWorker;
}

export type Counting = JobRun<{ done: number }>;

/** Never resolves: where a handler waits for it, its process is as good as dead. */
export const crashed = new Promise<never>(() => {});

/** Waits until it is so, but not for ever. */
export async function until(condition: () => boolean | Promise<boolean>, patienceMs = 8_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not happen');
    await sleep(5);
  }
}

/** A handler that counts to `goal`, one step each, and waits where `pause` says. */
export const counter =
  (goal: number, pause: (done: number) => Promise<void> = async () => {}) =>
  async (job: Counting): Promise<void> => {
    while ((job.progress?.done ?? 0) < goal) {
      await pause(job.progress?.done ?? 0);
      await job.step(async () => {
        job.progress = { done: (job.progress?.done ?? 0) + 1 };
      });
    }
  };

/** Several copies of the service on one database, under one clock that is set by hand. */
export class JobStage {
  clock = new SetClock();
  private copies: Copy[] = [];

  private constructor(private readonly own: TestDatabase) {}

  static async open(): Promise<JobStage> {
    return new JobStage(await emptyDatabase());
  }

  async copy(
    handlers: Record<string, (job: Counting) => Promise<void>> = {},
    options: HandlerOptions = {},
  ): Promise<Copy> {
    const settings = testSettings(this.own.url);
    const database = await openDatabase(settings, schema);
    const repository = new JobRepository(database);
    const jobs = new Jobs(database, repository, this.clock);
    for (const [kind, handler] of Object.entries(handlers)) jobs.handle(kind, handler, options);
    const worker = new JobWorker(settings, database, jobs, repository, this.clock);
    const copy = { database, jobs, worker };
    this.copies.push(copy);
    return copy;
  }

  enqueue({ database, jobs }: Copy, kind: string, waitSeconds = 0): Promise<string> {
    const runAfter = new Date(Date.parse(this.clock.now()) + waitSeconds * 1_000).toISOString();
    return database.transaction(() => jobs.enqueue(kind, 'subject-1', runAfter));
  }

  async untilState({ jobs }: Copy, id: string, state: Job['state']): Promise<Job> {
    await until(async () => (await jobs.find(id))?.state === state);
    return (await jobs.find(id))!;
  }

  /** All copies stop, and the clock goes back to its beginning. */
  async clear(): Promise<void> {
    for (const { worker, database } of this.copies) {
      await worker.stop(200);
      await database.close();
    }
    this.copies = [];
    this.clock = new SetClock();
  }

  async close(): Promise<void> {
    await this.clear();
    await this.own.remove();
  }
}
