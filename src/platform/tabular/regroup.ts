import type { TableRow } from './csv-reader.js';

/** Rows in groups of exactly `size` (the last may be shorter), beginning after row `after`. */
export async function* regroup(
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
