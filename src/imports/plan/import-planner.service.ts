import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { rehearse } from '../../platform/database/rehearsal.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import type { ReadRow } from '../judging/chunk-memory.js';
import type { ImportRunEntity } from '../import.entity.js';
import { mayBecome } from '../import-run.js';
import { workBegins } from '../progress/import-speed.js';
import { ImportWork, type Pace } from '../import-work.service.js';
import { ImportsRepository } from '../imports.repository.js';
import { emptyTally, type OutcomeTally } from '../rows/outcome-counts.js';
import { chainPlan, sellersIn } from './planned-rows.js';
import { RehearsedRowsRepository } from './rehearsed-rows.repository.js';

/** Makes plans by rehearsing the import; each method is a step and needs a transaction. `plan` throws PlanOvertaken. */
@Injectable()
export class ImportPlanner {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly rehearsed: RehearsedRowsRepository,
    private readonly work: ImportWork,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** What is recorded from now on may concern the plan. */
  async begin({ id, startedAt }: ImportRunEntity): Promise<void> {
    const planSeq = await this.journal.position();
    const counts = JSON.stringify(emptyTally());
    const now = this.clock.now();
    await this.repository.update(id, {
      ...{ planSeq, counts, speed: workBegins(now), startedAt: startedAt ?? now },
    });
  }

  /** Plans these rows after all before them; answers the plan's hash so far. */
  async plan(run: ImportRunEntity, reads: readonly ReadRow[], pace: Pace, hash: string): Promise<string> {
    const outcomes = await rehearse(run.id, () => this.work.judge(run, reads, pace));
    await this.work.addCounts(run.id, outcomes);
    const before = reads[0]!.row.row - 1;
    const planned = await this.rehearsed.page(run.id, undefined, before, reads.length);
    const rowOf = await this.rehearsed.rowsThatCreate(run.id, sellersIn(planned));
    return chainPlan(hash, planned, rowOf);
  }

  /** The plan stands; it goes on at once if it is the one that somebody has confirmed. */
  async finish(id: string, planHash: string): Promise<void> {
    const run = await this.repository.lock(id);
    if (!run || !mayBecome(run.status, 'planned')) return;
    await this.repository.update(id, { status: 'planned', planHash, plannedAt: this.clock.now() });
    const counts = JSON.parse(run.counts) as OutcomeTally;
    this.record('import.planned', id, { planHash, counts });
    if (run.confirmedHash === planHash) await this.release(id, planHash);
  }

  /** No plan could be made; nothing was taken in. */
  async fail(id: string, code: string): Promise<void> {
    await this.repository.update(id, { counts: JSON.stringify(emptyTally()) });
    await this.work.fail(id, code);
  }

  /** Somebody has confirmed the plan, and the facts have moved since: it is made again and compared. */
  async planAgain(id: string, confirmedHash: string): Promise<void> {
    const jobId = await this.jobs.enqueue('import-plan', id);
    const counts = JSON.stringify(emptyTally());
    await this.repository.update(id, { status: 'planning', confirmedHash, counts, jobId });
    this.record('import.replanned', id, { confirmedHash });
  }

  /** From here on it is meant. */
  async release(id: string, confirmedHash: string): Promise<void> {
    const jobId = await this.jobs.enqueue('import', id);
    const fresh = { counts: JSON.stringify(emptyTally()), changedSincePlan: 0, startedAt: null };
    await this.repository.update(id, { status: 'queued', confirmedHash, jobId, ...fresh });
    this.record('import.confirmed', id, { planHash: confirmedHash });
  }

  private record(action: string, id: string, payload: Record<string, unknown>): void {
    this.journal.record({ action, subject: { type: 'import', id }, payload });
  }
}
