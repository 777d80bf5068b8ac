import type { TableRow } from './csv-reader.js';
import type { Delimiter } from './delimiter.js';
import type { TextEncoding } from './encoding.js';
import type { Header } from './header.js';

/** Opens the stored file from its beginning; called once per pass. */
export type TableSource = () => AsyncIterable<Uint8Array>;

export interface CsvFormat {
  format: 'csv';
  encoding: TextEncoding;
  delimiter: Delimiter;
}

export interface WorkbookFormat {
  format: 'xlsx';
  /** Name of the sheet that is read. */
  sheet: string;
}

/** How the bytes become cells; kept with an import, it spares the sniffing pass when work goes on. */
export type TableFormat = CsvFormat | WorkbookFormat;

export interface Table {
  format: TableFormat;
  header: Header;
  /** Rows in groups of exactly `size` (the last may be shorter), beginning after row `after`. */
  chunks(size: number, after?: number): AsyncGenerator<TableRow[]>;
  /** Number of data rows. Reads to the end, so that a broken file is refused before a row is worked on. */
  count(): Promise<number>;
}
