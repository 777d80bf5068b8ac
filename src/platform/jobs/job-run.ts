import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { Unavailable } from '../errors.js';
import { plusSeconds } from '../instant.js';
import type { JobRepository } from './job.repository.js';
import { leaseSeconds, type Candidate } from './lease.js';

/** Why a run had to end: somebody else holds the job, somebody cancelled it, this process is stopping. */
export type EndReason = 'lease_lost' | 'cancelled' | 'stopping';

/** Thrown by `step` when the run is over. A handler lets it pass; nobody needs to hear of it. */
export class RunOver extends Error {
  constructor(readonly reason: EndReason) {
    super(`the run is over: ${reason}`);
    this.name = 'RunOver';
  }
}

/**
 * One try at a job, as its handler sees it. All effects belong into steps; between them the handler may read and
 * reckon. After a crash another run begins with the `progress` that the last committed step left.
 */
export interface JobRun<P = unknown> {
  readonly id: string;
  readonly subjectId: string;
  /** Grows with each claim of the job. */
  readonly fence: number;
  /** How far the job is, any JSON value; null at first. Set it inside a step: both commit or neither does. */
  progress: P | null;
  /**
   * Runs `work` in a transaction of its own (it may run more than once), short enough for people to wait for: well
   * under 100 ms. Throws {@link RunOver} and leaves nothing behind when this run does not hold the job any more.
   */
  step<T>(work: () => Promise<T>): Promise<T>;
  /** Whether it is known already that somebody cancelled the job. */
  cancelled(): boolean;
  /** Aborts when the run is over, for waiting and reading between steps. */
  readonly signal: AbortSignal;
}

/** What the run needs from its surroundings. */
export interface RunTools {
  database: Database;
  repository: JobRepository;
  clock: Clock;
}

/** A claimed job at work; the worker's side of {@link JobRun}. */
export class ActiveRun implements JobRun {
  readonly id: string;
  readonly subjectId: string;
  readonly kind: string;
  readonly fence: number;
  progress: unknown;
  /** Tries begun since the progress last moved, this one included. */
  attempts: number;
  private readonly ending = new AbortController();
  private reason?: EndReason;
  private refused = false;
  private committed: string;
  private stepping = false;
  /** A step whose fate is unknown: it may have been committed. Only a new claim reads how far the job is. */
  private unsure?: Unavailable;

  /** `seen` is the job as it was just before the claim. */
  constructor(
    private readonly tools: RunTools,
    seen: Candidate,
  ) {
    this.id = seen.id;
    this.subjectId = seen.subjectId;
    this.kind = seen.kind;
    this.fence = seen.fence + 1;
    this.attempts = seen.attempts + 1;
    this.committed = seen.progress ?? 'null';
    this.progress = JSON.parse(this.committed);
  }

  get signal(): AbortSignal {
    return this.ending.signal;
  }

  cancelled(): boolean {
    return this.reason === 'cancelled';
  }

  /** Why the run ended before its work; a handler that returns without a refused step has done it all. */
  endedBy(returned: boolean): EndReason | undefined {
    return returned && !this.refused ? undefined : this.reason;
  }

  /** Ends the run at its next step, or at once if the handler heeds the signal. */
  end(reason: EndReason): void {
    this.reason ??= reason;
    this.ending.abort(new RunOver(this.reason));
  }

  async step<T>(work: () => Promise<T>): Promise<T> {
    if (this.stepping) throw new Error('a job takes one step at a time');
    if (this.reason) throw this.refuse(this.reason);
    if (this.unsure) throw this.unsure;
    this.stepping = true;
    try {
      const [value, committed] = await this.tools.database.transaction(() => this.take(work), {
        alone: true,
      });
      if (committed !== this.committed) this.attempts = 1;
      this.committed = committed;
      return value;
    } catch (error) {
      if (error instanceof Unavailable) this.unsure = error;
      throw error;
    } finally {
      this.progress = JSON.parse(this.committed);
      this.stepping = false;
    }
  }

  /** Makes the lease longer; ends the run when it is lost. */
  async beat(): Promise<void> {
    if (!(await this.hold())) this.end(await this.lossReason());
  }

  private async take<T>(work: () => Promise<T>): Promise<[T, string]> {
    this.progress = JSON.parse(this.committed);
    if (!(await this.hold())) throw this.refuse(await this.lossReason());
    const value = await work();
    const progress = JSON.stringify(this.progress ?? null);
    if (progress !== this.committed) await this.tools.repository.keepProgress(this, progress);
    return [value, progress];
  }

  private hold(): Promise<boolean> {
    return this.tools.repository.hold(this, plusSeconds(this.tools.clock.now(), leaseSeconds));
  }

  private async lossReason(): Promise<EndReason> {
    const job = await this.tools.repository.find(this.id);
    return job?.state === 'cancelled' ? 'cancelled' : 'lease_lost';
  }

  private refuse(reason: EndReason): RunOver {
    this.refused = true;
    this.end(reason);
    return new RunOver(reason);
  }
}
