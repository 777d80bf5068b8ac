import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { plusSeconds } from '../platform/instant.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { ImportsRepository } from './imports.repository.js';

const daySeconds = 86_400;

/** Deletes originals and the answers of undecided rows once they are IMPORT_RETENTION_DAYS old. */
@Injectable()
export class ImportExpiry implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly repository: ImportsRepository,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(
      'import-expiry',
      async (job) => {
        const before = plusSeconds(this.clock.now(), -this.settings.IMPORT_RETENTION_DAYS * daySeconds);
        while ((await job.step(() => this.repository.expire(before))) > 0);
      },
      { everyMinutes: 60 },
    );
  }
}
