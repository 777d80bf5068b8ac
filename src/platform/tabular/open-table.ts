import { readCsv } from './csv-reader.js';
import { defaultLimits, type ScanLimits } from './csv-scanner.js';
import { decodeText } from './decode.js';
import { findDelimiter } from './delimiter.js';
import { sniffEncoding } from './encoding.js';
import { isArchive, isCompoundFile, refuseCompoundFile } from './file-kind.js';
import { readHeader } from './header.js';
import { regroup } from './regroup.js';
import type { CsvFormat, Table, TableFormat, TableSource, WorkbookFormat } from './table.js';
import { refused } from './table-refused.js';
import { openWorkbook } from './workbook/open-workbook.js';
import { defaultWorkbookLimits, type WorkbookLimits } from './workbook/workbook-limits.js';

export interface TableLimits extends Partial<ScanLimits> {
  workbook?: WorkbookLimits;
}

const DELIMITER_SAMPLE = 64 * 1024;

/** Recognises by its content and opens a stored CSV or XLSX file; throws `TableRefused` for what is no table. */
export async function openTable(open: TableSource, known?: TableFormat, given?: TableLimits): Promise<Table> {
  const limits = { ...defaultLimits, workbook: defaultWorkbookLimits, ...given };
  const format = known?.format ?? (await formatOf(open));
  if (format === 'xlsx') return openWorkbook(open, known as WorkbookFormat | undefined, limits);
  return openCsv(open, known as CsvFormat | undefined, limits);
}

async function formatOf(open: TableSource): Promise<TableFormat['format']> {
  let start = Buffer.alloc(0);
  for await (const piece of open()) {
    start = Buffer.concat([start, piece]);
    if (start.length >= 8) break;
  }
  if (isCompoundFile(start)) throw await refuseCompoundFile(open());
  return isArchive(start) ? 'xlsx' : 'csv';
}

async function openCsv(open: TableSource, known: CsvFormat | undefined, limits: ScanLimits): Promise<Table> {
  const encoding = known?.encoding ?? (await sniffEncoding(open())).encoding;
  const text = () => decodeText(open(), encoding);
  const delimiter = known?.delimiter ?? findDelimiter(await beginning(text()));
  const start = async () => {
    const reading = await readCsv(text(), delimiter, limits);
    if (!reading) throw refused.empty();
    return reading;
  };
  const { header, rows } = await start();
  await rows.return(undefined);
  return {
    format: { format: 'csv', encoding, delimiter },
    header: readHeader(header),
    chunks: async function* (size, after = 0) {
      yield* regroup((await start()).rows, size, after);
    },
    count: async () => {
      let count = 0;
      for await (const group of (await start()).rows) count += group.length;
      return count;
    },
  };
}

async function beginning(text: AsyncGenerator<string>): Promise<string> {
  let start = '';
  for await (const piece of text) {
    start += piece;
    if (start.length >= DELIMITER_SAMPLE) break;
  }
  return start;
}
