import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { newId } from '../ids.js';
import type { JobEntity, JobState } from './job.entity.js';
import { JobRepository } from './job.repository.js';
import type { JobRun } from './job-run.js';
import { usualAttempts } from './lease.js';

export type JobHandler = (job: JobRun) => Promise<void>;

export interface HandlerOptions {
  /** Tries without progress before the job is left to a person. */
  attempts?: number;
  /** The job exists once for all copies and runs again and again, so long after its last end. */
  everyMinutes?: number;
  /** What else becomes true when a job is given up, in the same transaction; `code` says why. */
  givenUp?: (subjectId: string, code: string) => Promise<void>;
}

export interface HandledKind extends HandlerOptions {
  attempts: number;
  handler: JobHandler;
}

export interface JobListener {
  enqueued(): void;
  cancelled(id: string): void;
}

/** A job as others may see it. */
export interface Job {
  id: string;
  kind: string;
  subjectId: string;
  state: JobState;
  attempts: number;
  progress: unknown;
  /** A code, never personal data. */
  lastError: string | null;
  runAfter: string;
  createdAt: string;
  finishedAt: string | null;
}

/** Background work that survives the process: asked for here, done by whichever copy of the service is free. */
@Injectable()
export class Jobs {
  private readonly kinds = new Map<string, HandledKind>();
  private worker: JobListener = { enqueued: () => {}, cancelled: () => {} };

  constructor(
    private readonly database: Database,
    private readonly repository: JobRepository,
    private readonly clock: Clock,
  ) {}

  /** Names who does jobs of this kind; call it in `onModuleInit`. A handler may be run again after any step. */
  handle<P>(kind: string, handler: (job: JobRun<P>) => Promise<void>, options: HandlerOptions = {}): void {
    if (this.kinds.has(kind)) throw new Error(`jobs of kind ${kind} have a handler already`);
    this.kinds.set(kind, { attempts: usualAttempts, ...options, handler: handler as JobHandler });
  }

  /** Asks for work on `subjectId`, together with the transaction at hand; it needs one. Answers the job's id. */
  async enqueue(kind: string, subjectId: string, runAfter = this.clock.now()): Promise<string> {
    const job = this.newJob(newId(), kind, subjectId, runAfter);
    await this.repository.add(job);
    this.database.afterCommit(() => this.worker.enqueued());
    return job.id;
  }

  find(id: string): Promise<Job | undefined> {
    return this.repository.find(id).then(toJob);
  }

  /** The newest job of this kind for this subject. */
  findNewest(kind: string, subjectId: string): Promise<Job | undefined> {
    return this.repository.findNewest(kind, subjectId).then(toJob);
  }

  /** Nothing of the job is written any more after this; needs a transaction. False when it had ended already. */
  cancel(id: string): Promise<boolean> {
    this.database.afterCommit(() => this.worker.cancelled(id));
    return this.repository.cancel(id, this.clock.now());
  }

  /** Has a dead job tried again; needs a transaction. False when it is not dead. */
  async revive(id: string): Promise<boolean> {
    this.database.afterCommit(() => this.worker.enqueued());
    return this.repository.revive(id, this.clock.now());
  }

  /** For the worker: what this process knows how to do. */
  handled(): ReadonlyMap<string, HandledKind> {
    return this.kinds;
  }

  /** For the worker: hear at once of what this process commits. */
  tell(listener: JobListener): void {
    this.worker = listener;
  }

  /** For the worker: the one job of each kind that runs again and again exists. */
  async plantRecurring(): Promise<void> {
    for (const [kind, { everyMinutes }] of this.kinds) {
      if (everyMinutes === undefined || (await this.repository.find(kind))) continue;
      await this.database.transaction(async () => {
        if (await this.repository.find(kind)) return;
        await this.repository.add(this.newJob(kind, kind, kind, this.clock.now()));
      });
    }
  }

  private newJob(id: string, kind: string, subjectId: string, runAfter: string): JobEntity {
    return {
      ...{ id, kind, subjectId, state: 'queued', attempts: 0, runAfter, fence: 0, progress: null },
      ...{
        leaseUntil: null,
        leaseOwner: null,
        lastError: null,
        createdAt: this.clock.now(),
        finishedAt: null,
      },
    };
  }
}

function toJob(row: JobEntity | undefined): Job | undefined {
  if (!row) return undefined;
  const { id, kind, subjectId, state, attempts, lastError, runAfter, createdAt, finishedAt } = row;
  const progress: unknown = row.progress === null ? null : JSON.parse(row.progress);
  return { id, kind, subjectId, state, attempts, progress, lastError, runAfter, createdAt, finishedAt };
}
