import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { currentActor } from '../../platform/request-context.js';
import { importOver } from './import-over.js';
import { isPlan, mayBecome } from '../import-run.js';
import type { ImportRunEntity } from '../import.entity.js';
import { ImportsRepository } from '../imports.repository.js';
import { emptyTally } from '../rows/outcome-counts.js';

/** Ends imports before their end: what is done stays, the rows that wait are left out. */
@Injectable()
export class Cancellations {
  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Of a cancelled one nothing changes. `answer` belongs to the same transaction. Throws Conflict if it is over. */
  cancel<T>(
    id: string,
    reason: string | undefined,
    answer: (run: ImportRunEntity) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async () => {
      const run = await this.stop(id);
      if (run.status === 'cancelled') return answer(run);
      if (!mayBecome(run.status, 'cancelled')) throw importOver(run);
      await this.end(run, reason);
      return answer((await this.repository.find(id))!);
    });
  }

  /** First the job, for whose row each chunk holds: one at work commits before this, or not at all. */
  private async stop(id: string): Promise<ImportRunEntity> {
    let run = (await this.repository.find(id))!;
    for (;;) {
      if (run.jobId !== null) await this.jobs.cancel(run.jobId);
      const locked = (await this.repository.lock(id))!;
      if (locked.jobId === run.jobId) return locked;
      run = locked;
    }
  }

  private async end({ id, status, counts }: ImportRunEntity, reason: string | undefined): Promise<void> {
    const { type, id: actorId } = currentActor();
    await this.repository.update(id, {
      ...{ status: 'cancelled', finishedAt: this.clock.now() },
      ...{ cancelledBy: `${type}:${actorId}`, cancelReason: reason ?? null },
      // A plan that is not carried out has done nothing.
      ...(isPlan(status) && { counts: JSON.stringify(emptyTally()) }),
    });
    const payload = { before: status, ...(!isPlan(status) && { counts: JSON.parse(counts) as unknown }) };
    this.journal.record({ action: 'import.cancelled', subject: { type: 'import', id }, payload });
  }
}
