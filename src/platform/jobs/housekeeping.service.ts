import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.js';
import { plusSeconds } from '../instant.js';
import { HousekeepingRepository } from './housekeeping.repository.js';
import type { JobRun } from './job-run.js';
import { JobRepository } from './job.repository.js';
import { Jobs } from './jobs.service.js';

const hour = 3_600;
/** 24 hours are promised to callers. */
const answersKeptSeconds = 48 * hour;
const jobsKeptSeconds = 30 * 24 * hour;
/** Rows a step deletes at most, so that nobody waits long behind one. */
const atOnce = 500;

/** Sweeps out, once an hour, what the platform need not keep. */
@Injectable()
export class Housekeeping implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly finished: JobRepository,
    private readonly answers: HousekeepingRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('housekeeping', (job) => this.sweep(job), { everyMinutes: 60 });
  }

  private async sweep(job: JobRun): Promise<void> {
    const now = this.clock.now();
    const sweeps = [
      () => this.answers.purgeAnswers(plusSeconds(now, -answersKeptSeconds), atOnce),
      () => this.finished.purge(plusSeconds(now, -jobsKeptSeconds), atOnce),
    ];
    for (const sweep of sweeps) while ((await job.step(sweep)) === atOnce);
  }
}
