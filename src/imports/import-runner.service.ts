import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import type { JobRun } from '../platform/jobs/job-run.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { FileWalk, type WalkProgress } from './upload/file-walk.service.js';
import { isOver, isPlan } from './import-run.js';
import { ImportWork } from './import-work.service.js';
import { ImportsRepository } from './imports.repository.js';
import { PlanRemains } from './plan/plan-remains.service.js';

/** Works through queued imports; goes on after a crash where the last committed chunk ended. */
@Injectable()
export class ImportRunner implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly repository: ImportsRepository,
    private readonly directory: CooperativeDirectory,
    private readonly files: FileWalk,
    private readonly work: ImportWork,
    private readonly remains: PlanRemains,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<WalkProgress>('import', (job) => this.run(job), {
      givenUp: (id, code) => this.work.fail(id, code),
    });
  }

  private async run(job: JobRun<WalkProgress>): Promise<void> {
    const run = await this.repository.find(job.subjectId);
    if (!run || isOver(run.status) || isPlan(run.status)) return;
    await this.directory.fresh();
    await job.step(() => this.work.start(run));
    if (run.planHash !== null) while ((await job.step(() => this.remains.forgetRehearsal(run.id))) > 0);
    await this.files.walk(job, run, async (reads, pace) => {
      await this.work.settle(run, reads, pace);
      return { row: reads.at(-1)!.row.row };
    });
    await job.step(() => this.work.finish(run));
  }
}
