import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import type { JobRun } from '../platform/jobs/job-run.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { openTable, type TableFormat } from '../platform/tabular/open-table.js';
import { isOver } from './import-run.js';
import { ImportWork } from './import-work.service.js';
import { ImportsRepository } from './imports.repository.js';
import { rowReader } from './row-reader.js';

/** How far an import is: the last row that has an outcome. */
interface Progress {
  row: number;
}

/** Rows in one transaction: few enough that a person waiting behind them does not notice. */
const rowsAtOnce = 100;

/** Works through queued imports, chunk by chunk; goes on after a crash where the last committed chunk ended. */
@Injectable()
export class ImportRunner implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly repository: ImportsRepository,
    private readonly directory: CooperativeDirectory,
    private readonly work: ImportWork,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<Progress>('import', (job) => this.run(job), {
      givenUp: (id, code) => this.work.fail(id, code),
    });
  }

  private async run(job: JobRun<Progress>): Promise<void> {
    const run = await this.repository.find(job.subjectId);
    if (!run || isOver(run.status)) return;
    await this.directory.fresh();
    await job.step(() => this.work.start(run));
    const table = await openTable(() => this.repository.file(run.id), run as unknown as TableFormat);
    const read = rowReader(run, this.directory.current());
    for await (const chunk of table.chunks(rowsAtOnce, job.progress?.row ?? 0)) {
      const rows = chunk.map(read);
      await job.step(async () => {
        await this.work.settle(run, rows);
        job.progress = { row: chunk.at(-1)!.row };
      });
    }
    await job.step(() => this.work.finish(run));
  }
}
