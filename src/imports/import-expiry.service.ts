import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { daySeconds, plusSeconds } from '../platform/instant.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { ImportExpiryRepository, type OldRun } from './import-expiry.repository.js';
import { PlanRemains } from './plan/plan-remains.service.js';

/** In one step, so that nobody waits long behind it: 4 MB of a file, or so many rows. */
const piecesAtOnce = 16;
const rowsAtOnce = 500;

/** Runs some work in a transaction of its own. */
type Step = <T>(work: () => Promise<T>) => Promise<T>;

/** Deletes originals, the answers of undecided rows and unconfirmed plans once they are IMPORT_RETENTION_DAYS old. */
@Injectable()
export class ImportExpiry implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly repository: ImportExpiryRepository,
    private readonly plans: PlanRemains,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('import-expiry', (job) => this.sweep((work) => job.step(work)), { everyMinutes: 60 });
  }

  private async sweep(step: Step): Promise<void> {
    const before = plusSeconds(this.clock.now(), -this.settings.IMPORT_RETENTION_DAYS * daySeconds);
    while ((await step(() => this.plans.expireSome(before))) > 0);
    await this.expire(before, step);
    while ((await step(() => this.plans.sweepSome())) > 0);
  }

  /** Originals, and what rows quote of them, of runs that ended before `before`; answers how many runs. */
  async expire(before: string, step: Step): Promise<number> {
    const uploadsBefore = plusSeconds(this.clock.now(), -daySeconds);
    for (let runs = 0; ; runs++) {
      const run = await this.repository.findOld(before, uploadsBefore);
      if (!run) return runs;
      await this.expireOne(run, step);
    }
  }

  /** The mark comes last: until then whoever goes on after a crash begins with this run again. */
  private async expireOne({ id, status, total }: OldRun, step: Step): Promise<void> {
    while ((await step(() => this.repository.dropPieces(id, piecesAtOnce))) > 0);
    if (status === 'uploading') return step(() => this.repository.deleteUpload(id));
    for (let first = 1; first <= total; first += rowsAtOnce)
      await step(() => this.repository.clearRows(id, first, first + rowsAtOnce - 1));
    await step(() => this.repository.markExpired(id, this.clock.now()));
  }
}
