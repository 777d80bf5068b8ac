import { Worker } from 'node:worker_threads';
import type { Message } from '../../message.js';
import type { TableSource } from '../table.js';
import { TableRefused, type RefusalCode } from '../table-refused.js';
import { workbookRefused } from './workbook-refused.js';
import { MEBIBYTE, type ReadingLimits } from './workbook-limits.js';
import type { Survey } from './workbook-reader.js';
import type { SheetRow } from './sheet-scanner.js';
import { spool } from './spool.js';

export type WorkerTask = { fd: number; limits: ReadingLimits } & (
  { kind: 'survey' } | { kind: 'rows'; sheet: string; after: number }
);

export type WorkerAnswer =
  | { survey: Survey }
  | { header: string[] }
  /** `first` counts data rows from 1. */
  | { rows: SheetRow[]; first: number }
  | { refused: { reason: RefusalCode; text: Message; line: number | undefined } }
  | { end: true };

type Task = { kind: 'survey' } | { kind: 'rows'; sheet: string; after: number };

/**
 * Reads a workbook in a thread of its own, under its limits of memory and time; what it answers, in order. The
 * thread waits when answers are not taken, and is gone when the caller stops.
 */
export async function* readInThread(
  open: TableSource,
  task: Task,
  limits: ReadingLimits,
): AsyncGenerator<WorkerAnswer> {
  const file = await spool(open());
  const data: WorkerTask = { ...task, fd: file.fd, limits };
  const worker = new Worker(new URL('./workbook-worker.js', import.meta.url), {
    workerData: data,
    resourceLimits: {
      maxOldGenerationSizeMb: Math.ceil(limits.workbook.memoryBytes / MEBIBYTE),
      maxYoungGenerationSizeMb: 32,
    },
    execArgv: [],
    env: {},
  });
  try {
    const answers = new Answers(worker, limits.workbook.milliseconds);
    for (;;) {
      const answer = await answers.next();
      if ('end' in answer) return;
      if ('refused' in answer) throw refusedAgain(answer.refused);
      yield answer;
      worker.postMessage('taken');
    }
  } finally {
    await worker.terminate();
    await file.close();
  }
}

const refusedAgain = ({
  reason,
  text,
  line,
}: {
  reason: RefusalCode;
  text: Message;
  line: number | undefined;
}) => new TableRefused(reason, text, line);

/** Messages of a worker one by one; the time spent waiting for them is limited as a whole. */
class Answers {
  private readonly waiting: WorkerAnswer[] = [];
  private failure: unknown;
  private wake: () => void = () => {};

  constructor(
    worker: Worker,
    private readonly milliseconds: number,
    private left = milliseconds,
  ) {
    worker.on('message', (answer: WorkerAnswer) => {
      this.waiting.push(answer);
      this.wake();
    });
    worker.on('error', (error) => this.fail(asRefusal(error)));
    worker.on('exit', () => this.fail(new Error('The thread that reads the workbook ended early.')));
  }

  async next(): Promise<WorkerAnswer> {
    const begin = performance.now();
    const deadline = setTimeout(() => this.fail(workbookRefused.tooSlow(this.milliseconds)), this.left);
    while (this.waiting.length === 0 && this.failure === undefined)
      await new Promise<void>((resolve) => (this.wake = resolve));
    clearTimeout(deadline);
    this.left -= performance.now() - begin;
    const answer = this.waiting.shift();
    if (answer === undefined) throw this.failure;
    return answer;
  }

  private fail(reason: unknown): void {
    this.failure ??= reason;
    this.wake();
  }
}

const asRefusal = (error: unknown): unknown =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? workbookRefused.tooMuchMemory()
    : error;
