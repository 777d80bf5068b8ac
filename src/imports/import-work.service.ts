import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { consentTextVersion } from '../sellers/application-reading.js';
import type { ReadRow } from './judging/chunk-memory.js';
import type { ImportRunEntity } from './import.entity.js';
import { speedAfter, workBegins } from './progress/import-speed.js';
import { mayBecome, type ConsentBasis } from './import-run.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportRowsRepository } from './rows/import-rows.repository.js';
import { addTallies, type OutcomeTally } from './rows/outcome-counts.js';
import type { RowContext } from './judging/row-application.js';
import { RowDesk } from './judging/row-desk.service.js';
import { RowFactsGatherer } from './judging/row-facts.service.js';
import { sourceOf } from './upload/file-plan.js';
import type { ReadFormRow } from './reading/row-reader.js';

/** Rows of a chunk all at once, or those that have to do with each other one after the other. */
export type Pace = 'together' | 'in_stretches';

/** The steps of an import; each runs in a transaction of the job. */
@Injectable()
export class ImportWork {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly facts: RowFactsGatherer,
    private readonly desk: RowDesk,
    private readonly rows: ImportRowsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async start({ id, startedAt }: ImportRunEntity): Promise<void> {
    const now = this.clock.now();
    await this.repository.update(id, {
      status: 'running',
      startedAt: startedAt ?? now,
      speed: workBegins(now),
    });
  }

  /** What can be done before the transaction. */
  prepare(run: ImportRunEntity, rows: readonly ReadFormRow[]): ReadRow[] {
    const sources = sourcesOf(run);
    return rows.map(({ row, cells, match }) => this.facts.read(sources, row, cells, match));
  }

  /** Gives each row its outcome; rows, counts and effects commit together. Throws PlanOvertaken. */
  async settle(run: ImportRunEntity, reads: readonly ReadRow[], pace: Pace): Promise<void> {
    // Asked with the first questions: whoever asks later waits until everything has been written.
    const [now, outcomes] = await Promise.all([this.repository.lock(run.id), this.judge(run, reads, pace)]);
    await this.count(now!, outcomes);
    if (run.planHash === null) return;
    const changed = await this.rows.closePlan(run.id, reads[0]!.row.row, reads.at(-1)!.row.row);
    if (changed > 0) await this.repository.addChanged(run.id, changed);
  }

  /** Judges the rows and carries the verdicts out; in a rehearsal nothing but the plan comes of it. */
  judge(run: ImportRunEntity, reads: readonly ReadRow[], pace: Pace): Promise<OutcomeTally> {
    const context = contextOf(run);
    return pace === 'together'
      ? this.desk.settleAll(context, reads)
      : this.desk.settleInStretches(context, reads);
  }

  async finish({ id }: ImportRunEntity): Promise<void> {
    const run = await this.repository.find(id);
    if (!run) throw new NotFound();
    await this.repository.update(id, { status: 'completed', finishedAt: this.clock.now() });
    const counts = JSON.parse(run.counts) as OutcomeTally;
    this.journal.record({ action: 'import.completed', subject: { type: 'import', id }, payload: { counts } });
  }

  /** Ends a run whose job was given up; what its rows led to stays. */
  async fail(id: string, code: string): Promise<void> {
    const run = await this.repository.lock(id);
    if (!run || !mayBecome(run.status, 'failed')) return;
    const failure = JSON.stringify({ code, message: givenUp });
    await this.repository.update(id, { status: 'failed', failure, finishedAt: this.clock.now() });
    this.journal.record({ action: 'import.failed', subject: { type: 'import', id }, payload: { code } });
  }

  async addCounts(id: string, outcomes: OutcomeTally): Promise<void> {
    const run = await this.repository.lock(id);
    await this.count(run!, outcomes);
  }

  private async count({ id, ...run }: ImportRunEntity, outcomes: OutcomeTally): Promise<void> {
    const counts = addTallies(JSON.parse(run.counts) as OutcomeTally, outcomes);
    const rows = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
    const speed = rows > 0 ? speedAfter(run.speed, rows, this.clock.now()) : run.speed;
    await this.repository.update(id, { counts: JSON.stringify(counts), speed });
  }
}

const givenUp = {
  th: 'ระบบลองนำเข้าไฟล์นี้หลายครั้งแล้วแต่ไม่สำเร็จ แถวที่นำเข้าแล้วยังอยู่ครบ กรุณาอัปโหลดไฟล์เดิมอีกครั้ง หากยังไม่สำเร็จ กรุณาแจ้งผู้ดูแลระบบ',
  en: 'The import was tried several times and failed. The rows done so far stay; upload the file again, and tell an administrator if it fails again.',
};

/** Where the keys of its rows hold: within the form that pushed them, and among all files with its questions. */
export const sourcesOf = ({ kind, source, formId }: ImportRunEntity): string[] =>
  kind === 'push' && formId !== null ? [sourceOf([], formId), source] : [source];

/** What rows need to know of their import. */
export function contextOf({ id, consentBasis }: ImportRunEntity): RowContext {
  const declared = consentBasis ? (JSON.parse(consentBasis) as ConsentBasis).textVersion : undefined;
  return { id, consentTextVersion: declared ?? consentTextVersion };
}
