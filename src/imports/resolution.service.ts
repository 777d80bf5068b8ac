import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import { Journal } from '../journal/journal.service.js';
import { Conflict, Invalid, NotFound } from '../platform/errors.js';
import type { ImportRowRecord } from './import-row.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { contextOf, ImportWork } from './import-work.service.js';
import type { ImportRunEntity } from './import.entity.js';
import { emptyTally } from './outcome-counts.js';
import { candidateMeant, type Choice } from './resolution.js';
import { RowDesk } from './row-desk.service.js';
import { RowFactsGatherer } from './row-facts.service.js';
import { rowReader } from './row-reader.js';
import type { Candidate, Resolution } from './row-verdict.js';

/** Rows that waited for a person go on once the person has decided. */
@Injectable()
export class Resolutions {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly facts: RowFactsGatherer,
    private readonly desk: RowDesk,
    private readonly work: ImportWork,
    private readonly directory: CooperativeDirectory,
    private readonly journal: Journal,
  ) {}

  /** Needs a transaction. Throws NotFound, Conflict for a row that does not wait, Invalid for a choice it has not. */
  async resolve(run: ImportRunEntity, rowNo: number, choice: Choice): Promise<ImportRowRecord> {
    const record = await this.rows.find(run.id, rowNo);
    if (!record) throw new NotFound();
    if (record.outcome !== 'needs_review') throw notWaiting(record);
    if (record.cells === null) throw expired();
    const resolution = await this.resolutionOf(record, choice);
    const read = rowReader(run, this.directory.current());
    const cells = JSON.parse(record.cells) as string[];
    const { row, match } = read({ row: rowNo, firstLine: 0, lastLine: 0, cells });
    const ready = this.facts.read(run.source, row, cells, match, resolution);
    const { verdict } = await this.desk.settleAgain(contextOf(run), ready, resolution);
    const counts = emptyTally();
    counts.needs_review--;
    counts[verdict.outcome]++;
    await this.work.addCounts(run.id, counts);
    const payload = { row: rowNo, action: choice.action, outcome: verdict.outcome };
    this.journal.record({ action: 'import.row_resolved', subject: { type: 'import', id: run.id }, payload });
    return (await this.rows.find(run.id, rowNo))!;
  }

  private async resolutionOf({ details, resolved }: ImportRowRecord, choice: Choice): Promise<Resolution> {
    const before = resolved === null ? {} : (JSON.parse(resolved) as Resolution);
    const meant = candidateMeant(choice, JSON.parse(details ?? '[]') as Candidate[]);
    if (choice.action === 'skip') return { ...before, skip: true };
    if (meant === undefined) return { ...before, createAnyway: true };
    if (meant.type === 'name') return { ...before, name: meant.name };
    if (meant.type === 'cooperative') {
      if (!this.directory.current().get(meant.cooperativeId)) throw unknown('/cooperativeId');
      return { ...before, cooperativeId: meant.cooperativeId };
    }
    const mergeInto = await this.facts.findSeller(meant.sellerId);
    if (!mergeInto) throw unknown('/sellerId');
    return { ...before, mergeInto };
  }
}

const unknown = (pointer: string): Invalid =>
  Invalid.field(pointer, 'UNKNOWN', { th: 'ไม่พบข้อมูลตามรหัสที่ระบุ', en: 'There is nothing with this id.' });

const notWaiting = ({ outcome }: ImportRowRecord): Conflict =>
  new Conflict(
    'ROW_NOT_WAITING',
    {
      th: `แถวนี้ไม่ได้รอการตรวจ (ผลปัจจุบัน: ${outcome})`,
      en: `This row does not wait for a decision; its outcome is ${outcome}.`,
    },
    { outcome },
  );

const expired = (): Conflict =>
  new Conflict('ROW_EXPIRED', {
    th: 'คำตอบของแถวนี้ถูกลบแล้วเพราะเกินเวลาเก็บข้อมูล กรุณาอัปโหลดไฟล์อีกครั้งเพื่อพิจารณาแถวนี้',
    en: 'The answers of this row were deleted after their retention time; upload the file again to decide about it.',
  });
