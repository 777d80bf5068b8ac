/**
 * Reads a member list as a whole: which column says what, whether its short names carry สอ., and which rows cannot
 * count because their number stands in an earlier row already (เลขทะเบียนซ้ำในไฟล์).
 */
import type { TableRow } from '../platform/tabular/csv-reader.js';
import { recogniseColumns, type DirectoryColumns, type HeaderCell } from './directory-columns.js';
import { carriesMarker, cellOf, readRow, type MarkerMode, type RowReading } from './directory-row.js';
import { factProblems } from './fact-problems.js';

export interface DirectoryList {
  columns: DirectoryColumns;
  shortNameHasMarker: boolean;
  rows: ListRow[];
}

export interface ListRow extends RowReading {
  /** Counts data rows from 1. */
  row: number;
  cells: readonly string[];
}

/** Throws Invalid when a column that is needed is missing. */
export function readList(
  header: readonly HeaderCell[],
  rows: readonly TableRow[],
  mode: MarkerMode,
): DirectoryList {
  const columns = recogniseColumns(header);
  const shortNames = rows.map(({ cells }) => cellOf(cells, columns, 'shortName'));
  const shortNameHasMarker = carriesMarker(shortNames, mode);
  const firstRowOf = new Map<string, number>();
  const read = rows.map(({ row, cells, problem }): ListRow => {
    const reading = readRow(cells, columns, shortNameHasMarker);
    const first = firstRowOf.get(reading.registrationNumber);
    firstRowOf.set(reading.registrationNumber, first ?? row);
    const ofRow = [
      ...(problem ? [factProblems.row(problem.code, problem.message)] : []),
      ...(first !== undefined && reading.registrationNumber !== ''
        ? [factProblems.numberTwiceInFile(first)]
        : []),
    ];
    return { ...reading, issues: [...ofRow, ...reading.issues], row, cells };
  });
  return { columns, shortNameHasMarker, rows: read };
}
