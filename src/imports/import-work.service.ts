import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { consentTextVersion } from '../sellers/application-reading.js';
import type { ImportRunEntity } from './import.entity.js';
import { isOver, type ConsentBasis } from './import-run.js';
import { ImportsRepository } from './imports.repository.js';
import { addTallies, type OutcomeTally } from './outcome-counts.js';
import { RowDesk, type RowContext } from './row-desk.service.js';
import { RowFactsGatherer } from './row-facts.service.js';
import type { ReadFormRow } from './row-reader.js';

/** The steps of an import; each runs in a transaction of the job. */
@Injectable()
export class ImportWork {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly facts: RowFactsGatherer,
    private readonly desk: RowDesk,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async start({ id, startedAt }: ImportRunEntity): Promise<void> {
    await this.repository.update(id, { status: 'running', startedAt: startedAt ?? this.clock.now() });
  }

  /** Gives each row its outcome; rows, counts and effects commit together. */
  async settle(run: ImportRunEntity, rows: readonly ReadFormRow[]): Promise<void> {
    const reads = rows.map(({ row, cells, match }) => this.facts.read(run.source, row, cells, match));
    const outcomes = await this.desk.settleAll(contextOf(run), reads);
    await this.addCounts(run.id, outcomes);
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
    if (!run || isOver(run.status)) return;
    const failure = JSON.stringify({ code, message: givenUp });
    await this.repository.update(id, { status: 'failed', failure, finishedAt: this.clock.now() });
    this.journal.record({ action: 'import.failed', subject: { type: 'import', id }, payload: { code } });
  }

  async addCounts(id: string, outcomes: OutcomeTally): Promise<void> {
    const run = await this.repository.lock(id);
    const counts = addTallies(JSON.parse(run!.counts) as OutcomeTally, outcomes);
    await this.repository.update(id, { counts: JSON.stringify(counts) });
  }
}

const givenUp = {
  th: 'ระบบลองนำเข้าไฟล์นี้หลายครั้งแล้วแต่ไม่สำเร็จ แถวที่นำเข้าแล้วยังอยู่ครบ กรุณาอัปโหลดไฟล์เดิมอีกครั้ง หากยังไม่สำเร็จ กรุณาแจ้งผู้ดูแลระบบ',
  en: 'The import was tried several times and failed. The rows done so far stay; upload the file again, and tell an administrator if it fails again.',
};

/** What rows need to know of their import. */
export function contextOf({ id, consentBasis }: ImportRunEntity): RowContext {
  const declared = consentBasis ? (JSON.parse(consentBasis) as ConsentBasis).textVersion : undefined;
  return { id, consentTextVersion: declared ?? consentTextVersion };
}
