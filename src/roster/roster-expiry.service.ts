import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { daySeconds, plusSeconds } from '../platform/instant.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { RosterRepository } from './roster.repository.js';

/** Nicknames of buyers and strangers are nobody's business for longer. */
export const rosterDays = 180;

/** Deletes the nicknames of old audits; the counts stay. */
@Injectable()
export class RosterExpiry implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly repository: RosterRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(
      'roster-expiry',
      async (job) => {
        while (await job.step(() => this.expireOne()));
      },
      { everyMinutes: 60 },
    );
  }

  private async expireOne(): Promise<boolean> {
    const now = this.clock.now();
    const old = await this.repository.findOld(plusSeconds(now, -rosterDays * daySeconds));
    if (old) await this.repository.expire(old.id, now);
    return old !== undefined;
  }
}
