import type { SqlValue } from './connection.js';

/** One statement holds no more text than this, well below `max_allowed_packet` (16 MB on MariaDB) in bytes. */
const longestText = 2_000_000;

/** Rows as they stand behind VALUES, in pieces for one statement each; several times faster than the driver's own way. */
export function* literalRows(rows: readonly (readonly SqlValue[])[]): Generator<string> {
  let text = '';
  for (const row of rows) {
    text += text === '' ? '(' : ',(';
    for (let i = 0; i < row.length; i++) text += (i === 0 ? '' : ',') + literal(row[i]!);
    text += ')';
    if (text.length < longestText) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/**
 * What could end a text or begin an escape; `sql_mode` and utf8mb4 are set by us, so backslashes escape and stand for
 * nothing else. The quotes of JSON and line ends do neither between apostrophes: to escape them took longer than the rest.
 */
const special = /[\0'\\]/;
const specials = /[\0'\\]/g;
const escapes: Record<string, string> = { '\0': '\\0', "'": "\\'", '\\': '\\\\' };

function literal(value: SqlValue): string {
  if (typeof value === 'string')
    return special.test(value) ? `'${value.replace(specials, (found) => escapes[found]!)}'` : `'${value}'`;
  if (value === null) return 'NULL';
  if (typeof value === 'number') return finite(value);
  return typeof value === 'bigint' ? String(value) : `X'${value.toString('hex')}'`;
}

function finite(value: number): string {
  if (!Number.isFinite(value)) throw new Error('not a number that a database knows');
  return String(value);
}
