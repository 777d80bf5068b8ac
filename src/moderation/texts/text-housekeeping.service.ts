import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import type { JobRun } from '../../platform/jobs/job-run.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { TextsRepository } from './texts.repository.js';

/** Texts a step erases at most, so that nobody waits long behind one. */
const atOnce = 500;

/** Erases, once an hour, the words whose time is over. Those of a matter that has not ended have none. */
@Injectable()
export class TextHousekeeping implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly texts: TextsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('moderation.housekeeping', (job) => this.sweep(job), { everyMinutes: 60 });
  }

  private async sweep(job: JobRun): Promise<void> {
    while ((await job.step(() => this.eraseSome())) === atOnce);
  }

  private async eraseSome(): Promise<number> {
    const erased = await this.texts.eraseExpired(this.clock.now(), atOnce);
    if (erased > 0) {
      const subject = { type: 'texts', id: 'expired' };
      this.journal.record({ action: 'texts.erased', subject, payload: { count: erased } });
    }
    return erased;
  }
}
