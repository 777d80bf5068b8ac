import { AsyncResource } from 'node:async_hooks';
import { setImmediate as breathe } from 'node:timers/promises';
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

/** Rows read at once; some two milliseconds. */
const slice = 25;

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
        yield await inSlices(rows, (some) => this.work.prepare(run, some.map(read)));
    };
    const ahead = new ReadAhead(ready.call(this));
    const strideOn: Stride<P> = async (rows, pace) => {
      const progress = await stride(rows, pace);
      ahead.begin();
      return progress;
    };
    for await (const reads of ahead) await this.take(job, reads, strideOn);
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

/** Leaves the thread to others after each slice: above all to the chunk before, whenever the database has answered. */
async function inSlices<T, R>(items: readonly T[], work: (some: readonly T[]) => readonly R[]): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < items.length; from += slice) {
    done.push(...work(items.slice(from, from + slice)));
    await breathe();
  }
  return done;
}

/** Has the next chunk read while the one before is being written, from when there is nothing left to do for that. */
class ReadAhead<T> {
  private begun: Promise<IteratorResult<T, void>> | undefined;
  /** Bound to where the walk began: what is read ahead must not be asked in the transaction that happens to be open. */
  private readonly readNext = AsyncResource.bind(() => this.source.next());

  constructor(private readonly source: AsyncGenerator<T>) {}

  begin(): void {
    this.begun ??= this.readNext();
    // Whoever waits for it hears of a failure.
    this.begun.catch(() => undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    try {
      for (;;) {
        this.begin();
        const { value, done } = await this.begun!;
        if (done) return;
        this.begun = undefined;
        yield value;
      }
    } finally {
      await this.source.return(undefined);
    }
  }
}
