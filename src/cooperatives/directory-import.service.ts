import { setImmediate as breathe } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { Invalid } from '../platform/errors.js';
import type { TableRow } from '../platform/tabular/csv-reader.js';
import { openTable } from '../platform/tabular/open-table.js';
import type { TableSource } from '../platform/tabular/table.js';
import { workbookLimits } from '../platform/tabular/workbook/workbook-limits.js';
import { CooperativeDirectory } from './cooperative-directory.service.js';
import { CooperativesRepository } from './cooperatives.repository.js';
import { refuseLimitedKeys } from './cooperatives.service.js';
import type { DirectoryImportDto } from './directory-import.dto.js';
import { readList, type DirectoryList, type ListRow } from './directory-list.js';
import { decideRow, type RowDecision } from './directory-plan.js';
import { countOutcomes, reportColumns, reportRow, type ReportedRow } from './directory-report.js';
import type { MarkerMode } from './directory-row.js';
import { DirectoryWriter, type DirectoryChange } from './directory-writer.service.js';
import { factProblems } from './fact-problems.js';

const mostRows = 10_000;
const rowsAtOnce = 500;

interface DecidedRow extends Partial<DirectoryChange> {
  row: ListRow;
  decision: RowDecision;
}

/**
 * Loads the federation's member list. All of a file takes effect in one transaction: it is short beside the
 * everyday life of the service, and an Idempotency-Key stands for the whole file.
 */
@Injectable()
export class DirectoryImport {
  constructor(
    private readonly database: Database,
    private readonly repository: CooperativesRepository,
    private readonly directory: CooperativeDirectory,
    private readonly writer: DirectoryWriter,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @param open opens the file (CSV or XLSX) from its beginning, once per pass
   * @throws TableRefused for what is no table; Invalid for missing columns, no rows or too many
   */
  async importDirectory(open: TableSource, mode: MarkerMode = 'auto'): Promise<DirectoryImportDto> {
    refuseLimitedKeys();
    const table = await openTable(open, undefined, { workbook: workbookLimits(this.settings) });
    const list = readList(table.header.columns, await allRows(table.chunks(rowsAtOnce)), mode);
    return this.database.transaction(() => this.apply(list), { alone: true });
  }

  private async apply({ columns, shortNameHasMarker, rows }: DirectoryList): Promise<DirectoryImportDto> {
    await this.writer.lock();
    const numberOf = new Map(this.directory.all().map((each) => [each.shortName, each.registrationNumber]));
    const reported: ReportedRow[] = [];
    const changes: DirectoryChange[] = [];
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      await breathe();
      const decided = await this.decide(rows.slice(start, start + rowsAtOnce));
      decided.forEach((each) => warnOfSharedName(each, numberOf));
      const chunk = decided.filter(isChange);
      const written = new Map(
        (await this.writer.write(chunk)).map((each) => [each.registrationNumber, each.id]),
      );
      changes.push(...chunk);
      for (const { row, decision, before } of decided)
        reported.push(reportRow(columns, row, decision, before?.id ?? written.get(row.registrationNumber)));
    }
    return {
      counts: countOutcomes(reported),
      columns: reportColumns(columns),
      shortNameHasMarker,
      rows: reported,
      affectedSellers: await this.writer.affectedBy(changes),
    };
  }

  private async decide(rows: readonly ListRow[]): Promise<DecidedRow[]> {
    const numbers = rows.map(({ registrationNumber }) => registrationNumber);
    const known = new Map(
      (await this.repository.findByNumbers(numbers)).map((each) => [each.registrationNumber, each]),
    );
    return rows.map((row) => {
      const before = known.get(row.registrationNumber);
      const decision = decideRow(row, before);
      return { row, decision, before, facts: decision.facts };
    });
  }
}

async function allRows(chunks: AsyncIterable<TableRow[]>): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const chunk of chunks) {
    rows.push(...chunk);
    if (rows.length > mostRows) throw tooManyRows();
    await breathe();
  }
  if (rows.length === 0) throw noRows();
  return rows;
}

const isChange = (row: DecidedRow): row is DecidedRow & DirectoryChange =>
  row.decision.outcome === 'created' || row.decision.outcome === 'updated';

/** Two numbers with one short name may be one cooperative that got a new number. */
function warnOfSharedName({ row, decision, facts }: DecidedRow, numberOf: Map<string, string>): void {
  if (facts === undefined) return;
  const number = numberOf.get(facts.shortName);
  if (number === undefined) numberOf.set(facts.shortName, row.registrationNumber);
  else if (number !== row.registrationNumber) decision.issues.push(factProblems.nameShared(number));
}

const noRows = () =>
  new Invalid(
    [],
    {
      th: 'ไฟล์มีแต่หัวตาราง ไม่มีรายชื่อสหกรณ์ กรุณาตรวจสอบไฟล์แล้วอัปโหลดใหม่',
      en: 'The file has a header and no cooperatives; check it and upload again.',
    },
    'NO_DATA_ROWS',
  );

const tooManyRows = () =>
  new Invalid(
    [],
    {
      th: `ไฟล์มีเกิน ${mostRows.toLocaleString('en')} แถว กรุณาแบ่งเป็นหลายไฟล์`,
      en: `The file has more than ${mostRows.toLocaleString('en')} rows; split it into several files.`,
    },
    'TOO_MANY_ROWS',
  );
