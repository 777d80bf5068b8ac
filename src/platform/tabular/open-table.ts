import { readCsv, type TableRow } from './csv-reader.js';
import type { ScanLimits } from './csv-scanner.js';
import { decodeText } from './decode.js';
import { findDelimiter, type Delimiter } from './delimiter.js';
import { sniffEncoding, type TextEncoding } from './encoding.js';
import { readHeader, type Header } from './header.js';
import { refused } from './table-refused.js';

/** Opens the stored file from its beginning; called once per pass. */
export type TableSource = () => AsyncIterable<Uint8Array>;

/** How the bytes become cells; kept with an import, it spares the sniffing pass when work goes on. */
export interface TableFormat {
  encoding: TextEncoding;
  delimiter: Delimiter;
}

export interface Table extends TableFormat {
  header: Header;
  /** Rows in groups of exactly `size` (the last may be shorter), beginning after row `after`. */
  chunks(size: number, after?: number): AsyncGenerator<TableRow[]>;
  /** Number of data rows. Reads to the end, so that a broken file is refused before a row is worked on. */
  count(): Promise<number>;
}

const DELIMITER_SAMPLE = 64 * 1024;

/** Recognises and opens a stored CSV file; throws `TableRefused` if it cannot be read as a table. */
export async function openTable(open: TableSource, known?: TableFormat, limits?: ScanLimits): Promise<Table> {
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
    encoding,
    delimiter,
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

async function* regroup(
  groups: AsyncIterable<TableRow[]>,
  size: number,
  after: number,
): AsyncGenerator<TableRow[]> {
  let waiting: TableRow[] = [];
  for await (const group of groups) {
    const last = group.at(-1)!;
    if (last.row <= after) continue;
    for (const row of group) {
      if (row.row <= after) continue;
      waiting.push(row);
      if (waiting.length < size) continue;
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length) yield waiting;
}
