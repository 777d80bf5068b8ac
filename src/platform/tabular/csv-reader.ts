import type { Message } from '../message.js';
import { CsvScanner, defaultLimits, type ScanLimits, type ScannedRecord } from './csv-scanner.js';
import type { Delimiter } from './delimiter.js';
import { unguardFormula } from './formula-guard.js';

/** What is wrong with the shape of one row; its cells are given nevertheless. */
export type RowProblemCode = 'STRAY_QUOTE' | 'MORE_CELLS_THAN_HEADER';

/** One data row: as many cells as the header has columns, each of them text, leading zeros and all. */
export interface TableRow {
  /** Counts data rows from 1; blank lines are not counted. */
  row: number;
  /** Lines of the file from 1. */
  firstLine: number;
  lastLine: number;
  cells: string[];
  /** What stands to the right of the header; only where something does. */
  surplus?: string[];
  problem?: { code: RowProblemCode; message: Message };
}

export interface CsvReading {
  header: string[];
  /** Rows in groups as they come in. */
  rows: AsyncGenerator<TableRow[]>;
}

/**
 * Reads CSV text as one header and its rows, in bounded memory; `undefined` when there are only blank lines.
 * Cells guarded against formulas when they were written (`'+66…`) come out as they were before.
 * Cells are slices: one that is kept keeps its piece of text (about 64 kB) in memory.
 */
export async function readCsv(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  limits: ScanLimits = defaultLimits,
): Promise<CsvReading | undefined> {
  const groups = scan(text, delimiter, limits);
  for (;;) {
    const { value: group, done } = await groups.next();
    if (done) return undefined;
    const [first, ...rest] = group;
    if (first) return { header: first.cells.map(unguardFormula), rows: rowsOf(first, rest, groups) };
  }
}

async function* scan(text: AsyncIterable<string>, delimiter: Delimiter, limits: ScanLimits) {
  const scanner = new CsvScanner(delimiter, limits);
  for await (const piece of text) yield scanner.push(piece).filter(isRow);
  yield scanner.end().filter(isRow);
}

/** Excel may write a line `sep=;` before the header. */
const isRow = ({ record, cells }: ScannedRecord): boolean =>
  record > 0 || cells[0] !== 'sep=' || cells.slice(1).some((cell) => cell !== '');

async function* rowsOf(
  header: ScannedRecord,
  first: ScannedRecord[],
  others: AsyncIterable<ScannedRecord[]>,
): AsyncGenerator<TableRow[]> {
  const toRow = (scanned: ScannedRecord) => asRow(scanned, header);
  if (first.length) yield first.map(toRow);
  for await (const group of others) if (group.length) yield group.map(toRow);
}

function asRow(scanned: ScannedRecord, header: ScannedRecord): TableRow {
  const { record, firstLine, lastLine } = scanned;
  const width = header.cells.length;
  const cells = scanned.cells.map(unguardFormula);
  const surplus = surplusOf(cells, width);
  const problem = problemOf(scanned, surplus);
  while (cells.length < width) cells.push('');
  cells.length = width;
  const row = { row: record - header.record, firstLine, lastLine, cells };
  return problem ? { ...row, ...(surplus && { surplus }), problem } : row;
}

/** Cells beyond the header up to the last that holds something. */
export function surplusOf(cells: readonly string[], width: number): string[] | undefined {
  const end = cells.findLastIndex((cell) => cell !== '') + 1;
  return end > width ? cells.slice(width, end) : undefined;
}

function problemOf(
  { strayQuote, firstLine, lastLine }: ScannedRecord,
  surplus: string[] | undefined,
): TableRow['problem'] {
  if (strayQuote) {
    const lines = firstLine === lastLine ? `${firstLine}` : `${firstLine}–${lastLine}`;
    return {
      code: 'STRAY_QUOTE',
      message: {
        th: `เครื่องหมาย " ในบรรทัดที่ ${lines} ไม่ครบคู่ ข้อมูลหลายช่องอาจติดกัน กรุณาแก้ไขแถวนี้`,
        en: `The quotes (") in line ${lines} do not pair up and cells may have run together; correct this row.`,
      },
    };
  }
  if (!surplus) return undefined;
  return {
    code: 'MORE_CELLS_THAN_HEADER',
    message: {
      th: 'แถวนี้มีช่องข้อมูลมากกว่าหัวตาราง อาจมีตัวคั่นเกินอยู่ในคำตอบ กรุณาแก้ไขแถวนี้',
      en: 'This row has more cells than the header; an answer may contain the delimiter. Correct this row.',
    },
  };
}
