import { Inject, Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../../cooperatives/cooperative-directory.service.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { Unavailable } from '../../platform/errors.js';
import { RunOver, type JobRun } from '../../platform/jobs/job-run.js';
import { openTable } from '../../platform/tabular/open-table.js';
import { workbookLimits } from '../../platform/tabular/workbook/workbook-limits.js';
import type { ReadRow } from '../judging/chunk-memory.js';
import type { ImportRunEntity } from '../import.entity.js';
import { ImportWork, type Pace } from '../import-work.service.js';
import { ImportsRepository } from '../imports.repository.js';
import { PlanOvertaken } from '../judging/row-desk.service.js';
import { RowFailures } from '../judging/row-failures.service.js';
import { isolate } from '../judging/row-isolation.js';
import { rowReader } from '../reading/row-reader.js';
import { formatOf } from './stored-format.js';
import { ValueMemory } from '../review/value-memory.service.js';

/** How far a walk is: the last row that is done. */
export interface WalkProgress {
  row: number;
}

/** What is done with some rows in one step, and how far the walk is then. */
type Stride<P> = (reads: readonly ReadRow[], pace: Pace) => Promise<P>;

/** Rows in one transaction where they must be taken one after the other. */
const fewRows = 50;

/** Walks through the rows of a stored file chunk by chunk, behind those that are done; the same for plan and deed. */
@Injectable()
export class FileWalk {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly directory: CooperativeDirectory,
    private readonly work: ImportWork,
    private readonly values: ValueMemory,
    private readonly failures: RowFailures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async walk<P extends WalkProgress>(job: JobRun<P>, run: ImportRunEntity, stride: Stride<P>): Promise<void> {
    const limits = { workbook: workbookLimits(this.settings) };
    const table = await openTable(() => this.repository.file(run.id), formatOf(run), limits);
    const read = rowReader(run, this.directory.current(), await this.values.load());
    const ready = async function* (this: FileWalk) {
      for await (const rows of table.chunks(this.settings.IMPORT_CHUNK_ROWS, job.progress?.row ?? 0))
        yield this.work.prepare(run, rows.map(read));
    };
    for await (const reads of readAhead(ready.call(this))) await this.take(job, reads, stride);
  }

  private async take<P>(job: JobRun<P>, reads: ReadRow[], stride: Stride<P>): Promise<void> {
    const step = (rows: readonly ReadRow[], pace: Pace) =>
      job.step(async () => {
        job.progress = await stride(rows, pace);
      });
    try {
      return await step(reads, 'together');
    } catch (error) {
      if (!(error instanceof PlanOvertaken) && !isOfRow(error)) throw error;
    }
    for (let from = 0; from < reads.length; from += fewRows)
      await isolate(reads.slice(from, from + fewRows), {
        ...{ isOfRow, take: (rows) => step(rows, 'in_stretches') },
        failed: (read, error) => this.failures.failed(job.subjectId, read, error),
      });
  }
}

/** Neither the job's end nor the database's absence is a row's fault. */
const isOfRow = (error: unknown): boolean => !(error instanceof RunOver) && !(error instanceof Unavailable);

/** Has the next chunk read while the one before is being written. */
async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = source.next();
      // Whoever waits for it hears of a failure.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}
