import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../../cooperatives/cooperative-directory.service.js';
import { Journal } from '../../journal/journal.service.js';
import { NotFound } from '../../platform/errors.js';
import type { ImportRowRecord } from '../rows/import-row.js';
import { ImportRowsRepository } from '../rows/import-rows.repository.js';
import type { ReadRow } from '../judging/chunk-memory.js';
import { isPlan } from '../import-run.js';
import { sourcesOf } from '../import-work.service.js';
import type { ImportRunEntity } from '../import.entity.js';
import { candidateMeant, type Choice } from './resolution.js';
import { createNotFitting, expired, notConfirmed, notWaiting, unknownId } from './resolution-problems.js';
import { endedByCreate } from './review-reasons.js';
import { RowFactsGatherer } from '../judging/row-facts.service.js';
import { rowReader, type RowReader } from '../reading/row-reader.js';
import { RowSettling } from './row-settling.service.js';
import type { Candidate, Resolution } from '../judging/row-verdict.js';
import { ValueMemory } from './value-memory.service.js';

/** Rows that waited for a person go on once the person has decided. */
@Injectable()
export class Resolutions {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly facts: RowFactsGatherer,
    private readonly settling: RowSettling,
    private readonly directory: CooperativeDirectory,
    private readonly values: ValueMemory,
    private readonly journal: Journal,
  ) {}

  /** Reads rows of this run as they are understood today. */
  async readerOf(run: ImportRunEntity): Promise<RowReader> {
    return rowReader(run, this.directory.current(), await this.values.load());
  }

  /** Needs a transaction. Throws NotFound, Conflict for a row that does not wait, Invalid for a choice it has not. */
  async resolve(
    run: ImportRunEntity,
    rowNo: number,
    choice: Choice,
    read: RowReader,
  ): Promise<ImportRowRecord> {
    const before = await this.rows.find(run.id, rowNo);
    if (!before) throw new NotFound();
    if (isPlan(run.status)) throw notConfirmed();
    if (before.outcome !== 'needs_review') throw notWaiting(before);
    if (before.cells === null) throw expired();
    if (choice.action === 'create' && !endedByCreate.includes(before.reason ?? ''))
      throw createNotFitting(before);
    const resolution = await this.resolutionOf(before, choice);
    const ready = this.readAgain(run, before, resolution, read);
    const outcome = await this.settling.settle(run, { before, choice, resolution, read: ready });
    const payload = { row: rowNo, action: choice.action, outcome };
    this.journal.record({ action: 'import.row_resolved', subject: { type: 'import', id: run.id }, payload });
    return (await this.rows.find(run.id, rowNo))!;
  }

  /** An open row as it stands judged anew, with what people decided about it before; the directory may know more now. */
  async judgeAnew(run: ImportRunEntity, record: ImportRowRecord): Promise<ImportRowRecord> {
    const resolution = decidedBefore(record);
    const ready = this.readAgain(run, record, resolution, await this.readerOf(run));
    await this.settling.settleAnew(run, record, ready, resolution);
    return (await this.rows.find(run.id, record.rowNo))!;
  }

  private readAgain(
    run: ImportRunEntity,
    { rowNo, cells: kept }: ImportRowRecord,
    resolution: Resolution,
    read: RowReader,
  ): ReadRow {
    const cells = JSON.parse(kept!) as string[];
    const { row, match } = read({ row: rowNo, firstLine: 0, lastLine: 0, cells });
    return this.facts.read(sourcesOf(run), row, cells, match, resolution);
  }

  private async resolutionOf(record: ImportRowRecord, choice: Choice): Promise<Resolution> {
    const before = decidedBefore(record);
    const shown = JSON.parse(record.details ?? '[]') as Candidate[];
    const meant = candidateMeant(choice, shown);
    if (choice.action === 'skip') return { ...before, skip: true };
    if (meant === undefined) return { ...before, createAnyway: true, notThese: ruledOut(before, shown) };
    if (meant.type === 'name') return { ...before, name: meant.name };
    if (meant.type === 'cooperative') {
      if (!this.directory.current().get(meant.cooperativeId)) throw unknownId('/cooperativeId');
      return { ...before, cooperativeId: meant.cooperativeId };
    }
    const mergeInto = await this.facts.findSeller(meant.sellerId);
    if (!mergeInto) throw unknownId('/sellerId');
    return { ...before, mergeInto };
  }
}

const ruledOut = ({ notThese = [] }: Resolution, shown: readonly Candidate[]): string[] => [
  ...notThese,
  ...shown.flatMap((each) => (each.type === 'seller' ? each.sellerId : [])),
];

const decidedBefore = ({ resolved }: ImportRowRecord): Resolution =>
  resolved === null ? {} : (JSON.parse(resolved) as Resolution);
