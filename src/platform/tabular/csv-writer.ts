import { stringify } from 'csv-stringify/sync';
import { guardFormula } from './formula-guard.js';

/** Excel takes a CSV file for UTF-8 only when it begins with this mark. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Rows as CSV text (RFC 4180, CRLF), safe to open in a spreadsheet; see `formula-guard.ts`. */
export const csvRows = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(guardFormula)),
    // The library quotes for the whole line end only; a lone CR or LF inside a cell needs it too.
    { record_delimiter: '\r\n', quoted_match: /[\r\n;\t]/ },
  );

/** A whole CSV file, in pieces: byte order mark and header, then each group of rows. */
export async function* writeCsv(
  header: readonly string[],
  groups: AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRows([header]);
  for await (const rows of groups) if (rows.length) yield csvRows(rows);
}
