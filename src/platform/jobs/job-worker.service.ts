import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { Unavailable } from '../errors.js';
import { plusSeconds } from '../instant.js';
import { asSystem } from '../request-context.js';
import { doneEnding, failedEnding, releasedEnding, type FinishedRun } from './job-ending.js';
import { ActiveRun } from './job-run.js';
import { JobRepository, type Ending } from './job.repository.js';
import { Jobs, type HandledKind } from './jobs.service.js';
import { heartbeatSeconds, isAbandoned, leaseSeconds, type Candidate } from './lease.js';
import { isDeadOwner, newOwner } from './owner.js';

const runsAtOnce = 3;
const pollMs = 1_000;

/** Claims jobs and runs their handlers. Several workers, in this process or others, share the table. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly owner = newOwner();
  private readonly runs = new Map<string, { run: ActiveRun; kind: HandledKind; over: Promise<void> }>();
  private polling?: Promise<void>;
  private again = false;
  private stopped = true;
  private timers: NodeJS.Timeout[] = [];
  private databaseAway = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly repository: JobRepository,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.WORKER) return;
    await asSystem('job-worker', () => this.jobs.plantRecurring());
    this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop((this.settings.SHUTDOWN_SECONDS * 1_000) / 2);
  }

  start(): void {
    this.stopped = false;
    this.jobs.tell({
      enqueued: () => void this.poll(),
      cancelled: (id) => this.runs.get(id)?.run.end('cancelled'),
    });
    this.schedule(() => this.poll(), pollMs);
    this.schedule(() => this.beat(), heartbeatSeconds * 1_000);
    void this.poll();
  }

  /** Claims nothing more, lets running steps end (for so long at most) and gives the jobs back to others. */
  async stop(patienceMs: number): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    await this.polling;
    for (const { run } of this.runs.values()) run.end('stopping');
    await Promise.race([
      Promise.all([...this.runs.values()].map(({ over }) => over)),
      sleep(patienceMs, undefined, { ref: false }),
    ]);
    for (const { run, kind } of this.runs.values()) await this.release(run, kind);
    this.timers.forEach(clearTimeout);
  }

  /** Looks for work once and begins it; whoever calls during a look gets another one. */
  poll(): Promise<void> {
    this.again = true;
    this.polling ??= asSystem('job-worker', () => this.look()).finally(() => {
      this.polling = undefined;
      if (this.again && !this.stopped) void this.poll();
    });
    return this.polling;
  }

  /** Shows a sign of life for every running job. */
  async beat(): Promise<void> {
    for (const { run } of this.runs.values())
      await this.tolerate(() => asSystem('job-worker', () => this.database.transaction(() => run.beat())));
  }

  private async look(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      await this.tolerate(() => this.claimSome());
    }
  }

  private async claimSome(): Promise<void> {
    const kinds = [...this.jobs.handled().keys()];
    const room = runsAtOnce - this.runs.size;
    if (room <= 0 || kinds.length === 0) return;
    const now = this.clock.now();
    const running = await this.repository.findRunning(kinds, 100);
    const abandoned = running.filter(
      (job) => !this.runs.has(job.id) && isAbandoned(job, now, (owner) => this.isGone(owner)),
    );
    const due = await this.repository.findDue(kinds, now, room);
    for (const job of [...abandoned, ...due]) {
      if (this.stopped || this.runs.size >= runsAtOnce) return;
      await this.claim(job, this.jobs.handled().get(job.kind)!);
    }
  }

  /** Who was killed cannot give up its job, so that is done here. */
  private async claim(job: Candidate, kind: HandledKind): Promise<void> {
    const { database, repository, clock } = this;
    const now = clock.now();
    if (job.attempts >= kind.attempts && kind.everyMinutes === undefined) {
      const buried = await database.transaction(async () => {
        if (!(await repository.bury(job, 'PROCESS_DIED', now))) return false;
        await kind.givenUp?.(job.subjectId, 'PROCESS_DIED');
        return true;
      });
      if (buried) this.logger.error(`job ${job.id} (${job.kind}) is dead: PROCESS_DIED`);
      return;
    }
    const until = plusSeconds(now, leaseSeconds);
    if (await database.transaction(() => repository.claim(job, this.owner, until)))
      this.begin(new ActiveRun({ database, repository, clock }, job), kind);
  }

  private begin(run: ActiveRun, kind: HandledKind): void {
    const over = asSystem(`job-${run.id}`, () => this.work(run, kind)).finally(() => {
      this.runs.delete(run.id);
      if (!this.stopped) void this.poll();
    });
    this.runs.set(run.id, { run, kind, over });
  }

  private async work(run: ActiveRun, kind: HandledKind): Promise<void> {
    try {
      await kind.handler(run);
      if (run.endedBy(true) === undefined)
        return await this.settle(run, doneEnding(finished(run, kind), this.clock.now()));
    } catch (error) {
      if (run.endedBy(false) === undefined) return await this.fail(run, kind, error);
    }
    if (run.endedBy(false) === 'stopping') await this.release(run, kind);
  }

  private async fail(run: ActiveRun, kind: HandledKind, error: unknown): Promise<void> {
    const ending = failedEnding(finished(run, kind), error, this.clock.now(), Math.random());
    const text = `job ${run.id} (${run.kind}), try ${run.attempts}: ${ending.lastError}`;
    if (ending.state === 'dead') this.logger.error(`${text}; it is dead`);
    else this.logger.warn(`${text}; again after ${ending.runAfter}`);
    const givenUp = () => kind.givenUp?.(run.subjectId, ending.lastError ?? 'UNKNOWN');
    await this.settle(run, ending, ending.state === 'dead' ? givenUp : undefined);
  }

  private release(run: ActiveRun, kind: HandledKind): Promise<void> {
    return this.settle(run, releasedEnding(finished(run, kind), this.clock.now()));
  }

  /** What cannot be written now is found by the next look: a job of ours that nobody runs. */
  private async settle(
    run: ActiveRun,
    ending: Ending,
    also?: () => Promise<void> | undefined,
  ): Promise<void> {
    const end = async () => (await this.repository.end(run, ending)) && (await also?.());
    await this.tolerate(() => this.database.transaction(end));
  }

  private isGone(owner: string): boolean {
    return owner === this.owner || isDeadOwner(owner);
  }

  /** The database may be away for a while; that is said once, and looked at again. */
  private async tolerate(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.databaseAway = false;
    } catch (error) {
      if (!(error instanceof Unavailable)) this.logger.error(error);
      else if (!this.databaseAway) this.logger.warn(`jobs wait: ${error.code}`);
      this.databaseAway = true;
    }
  }

  /** Again and again, a little irregularly, so that copies do not keep step. Never keeps the process alive. */
  private schedule(work: () => Promise<void>, everyMs: number): void {
    const slot = this.timers.length;
    const next = () => {
      const run = () => void work().finally(() => this.stopped || next());
      this.timers[slot] = setTimeout(run, everyMs * (0.75 + Math.random() / 2)).unref();
    };
    next();
  }
}

const finished = (run: ActiveRun, { attempts, everyMinutes }: HandledKind): FinishedRun => ({
  ...{ attempts: run.attempts, maxAttempts: attempts, everyMinutes },
});
