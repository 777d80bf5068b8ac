import { availableParallelism } from 'node:os';
import { surplusOf, type TableRow } from '../csv-reader.js';
import { readHeader, type HeaderNotice } from '../header.js';
import type { Table, TableSource, WorkbookFormat } from '../table.js';
import { regroup } from '../regroup.js';
import type { SheetRow } from './sheet-scanner.js';
import { Slots } from './slots.js';
import type { ReadingLimits } from './workbook-limits.js';
import type { Survey } from './workbook-reader.js';
import { readInThread } from './workbook-thread.js';

/** One core stays with the requests. */
const slots = new Slots(Math.max(1, availableParallelism() - 1));

/** Opens a workbook as a table; throws `TableRefused`. A file that is not known yet is read to its end for it. */
export async function openWorkbook(
  open: TableSource,
  known: WorkbookFormat | undefined,
  limits: ReadingLimits,
): Promise<Table> {
  const survey = await slots.with(() => (known ? beginning(open, known, limits) : look(open, limits)));
  const { columns, notices } = readHeader(survey.header);
  const format: WorkbookFormat = { format: 'xlsx', sheet: survey.sheet };
  return {
    format,
    header: { columns, notices: [...notices, ...noticesOf(survey)] },
    chunks: (size, after = 0) => regroup(rowsOf(open, survey, after, limits), size, after),
    count: async () => (known ? (await slots.with(() => look(open, limits))).count : survey.count),
  };
}

async function look(open: TableSource, limits: ReadingLimits): Promise<Survey> {
  for await (const answer of readInThread(open, { kind: 'survey' }, limits))
    if ('survey' in answer) return answer.survey;
  throw new Error('The workbook gave no answer.');
}

/** The header alone, of a workbook that was looked through when it came in. */
async function beginning(
  open: TableSource,
  { sheet }: WorkbookFormat,
  limits: ReadingLimits,
): Promise<Survey> {
  for await (const answer of readInThread(open, { kind: 'rows', sheet, after: 0 }, limits))
    if ('header' in answer)
      return { sheet, header: answer.header, otherSheets: [], count: 0, mergedCells: false };
  throw new Error('The workbook gave no answer.');
}

async function* rowsOf(
  open: TableSource,
  { sheet, header }: Survey,
  after: number,
  limits: ReadingLimits,
): AsyncGenerator<TableRow[]> {
  for await (const answer of readInThread(open, { kind: 'rows', sheet, after }, limits)) {
    if (!('rows' in answer)) continue;
    yield answer.rows.map((row, i) => asRow(row, answer.first + i, header.length));
  }
}

function asRow({ line, cells }: SheetRow, row: number, width: number): TableRow {
  const surplus = surplusOf(cells, width);
  while (cells.length < width) cells.push('');
  cells.length = width;
  return { row, firstLine: line, lastLine: line, cells, ...(surplus && { surplus, problem: moreCells }) };
}

const moreCells: TableRow['problem'] = {
  code: 'MORE_CELLS_THAN_HEADER',
  message: {
    th: 'แถวนี้มีข้อมูลอยู่ทางขวาของหัวตาราง กรุณาลบหรือเพิ่มชื่อหัวตารางของคอลัมน์นั้น',
    en: 'This row has cells to the right of the header. Remove them or give their columns a title.',
  },
};

function noticesOf({ sheet, otherSheets, mergedCells }: Survey): HeaderNotice[] {
  const names = otherSheets.map((name) => `“${name}”`).join(', ');
  const several: HeaderNotice = {
    code: 'SEVERAL_SHEETS',
    columns: [],
    message: {
      th: `อ่านเฉพาะแผ่นงาน “${sheet}” แผ่นงานอื่นที่มีข้อมูลไม่ได้นำเข้า: ${names} หากคำตอบอยู่แผ่นอื่น ให้ย้ายแผ่นนั้นมาไว้ซ้ายสุดแล้วอัปโหลดใหม่`,
      en: `Only the sheet “${sheet}” is read; other sheets with data are not: ${names}. If the answers are in another one, move it to the far left and upload again.`,
    },
  };
  const merged: HeaderNotice = {
    code: 'MERGED_CELLS',
    columns: [],
    message: {
      th: 'มีเซลล์ที่ผสานกัน ค่าจะอยู่ในเซลล์ซ้ายบนเท่านั้น เซลล์อื่นถือว่าว่าง กรุณาตรวจสอบ',
      en: 'There are merged cells: only the upper left one holds the value, the others count as empty.',
    },
  };
  return [...(otherSheets.length > 0 ? [several] : []), ...(mergedCells ? [merged] : [])];
}
