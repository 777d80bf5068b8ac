import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CooperativeDirectory } from '../../cooperatives/cooperative-directory.service.js';
import type { JobRun } from '../../platform/jobs/job-run.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { FileWalk, type WalkProgress } from '../upload/file-walk.service.js';
import { ImportPlanner } from './import-planner.service.js';
import { ImportsRepository } from '../imports.repository.js';
import { PlanRemains } from './plan-remains.service.js';
import { planBeginning } from './planned-rows.js';

interface Progress extends WalkProgress {
  /** The plan's hash up to the row. */
  hash: string;
}

/** Plans uploaded files; goes on after a crash where the last committed chunk ended. */
@Injectable()
export class PlanRunner implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly repository: ImportsRepository,
    private readonly directory: CooperativeDirectory,
    private readonly files: FileWalk,
    private readonly planner: ImportPlanner,
    private readonly remains: PlanRemains,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<Progress>('import-plan', (job) => this.run(job), {
      givenUp: (id, code) => this.planner.fail(id, code),
    });
  }

  private async run(job: JobRun<Progress>): Promise<void> {
    const run = await this.repository.find(job.subjectId);
    if (run?.status !== 'planning') return;
    await this.directory.fresh();
    if (!job.progress) await this.begin(job);
    await this.files.walk(job, run, async (reads, pace) => ({
      row: reads.at(-1)!.row.row,
      hash: await this.planner.plan(run, reads, pace, job.progress!.hash),
    }));
    await job.step(() => this.planner.finish(run.id, job.progress!.hash));
  }

  /** Nothing is left of an earlier plan when a new one begins. */
  private async begin(job: JobRun<Progress>): Promise<void> {
    while ((await job.step(() => this.remains.forgetSome(job.subjectId))) > 0);
    await job.step(async () => {
      const run = (await this.repository.find(job.subjectId))!;
      await this.planner.begin(run);
      job.progress = { row: 0, hash: planBeginning(run.fileHash, run.consentBasis) };
    });
  }
}
