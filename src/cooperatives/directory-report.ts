/**
 * What an import of the member list answers: one outcome per row in the order of the file, and their sums:
 * สร้างใหม่ + แก้ไข + ไม่เปลี่ยน + ปฏิเสธ = ทั้งหมด.
 */
import type { FactName } from './cooperative.js';
import type { DirectoryColumns } from './directory-columns.js';
import { cellOf } from './directory-row.js';
import type { ListRow } from './directory-list.js';
import type { RowDecision, RowOutcome } from './directory-plan.js';
import type { FactIssue } from './fact-problems.js';

export interface RowIssue extends FactIssue {
  header: string | null;
  got: string;
}

export interface ReportedRow {
  row: number;
  outcome: RowOutcome;
  cooperativeId: string | null;
  registrationNumber: string;
  fullName: string;
  changed: FactName[];
  issues: RowIssue[];
}

export function reportRow(
  columns: DirectoryColumns,
  { row, cells, registrationNumber, said }: ListRow,
  { outcome, changed, issues }: RowDecision,
  cooperativeId: string | undefined,
): ReportedRow {
  return {
    ...{ row, outcome, changed, registrationNumber },
    cooperativeId: cooperativeId ?? null,
    fullName: said.fullName ?? '',
    issues: issues.map((issue) => ({
      ...issue,
      header: (issue.field && columns[issue.field]?.header) ?? null,
      got: issue.field ? cellOf(cells, columns, issue.field) : '',
    })),
  };
}

export function countOutcomes(rows: readonly ReportedRow[]): Record<RowOutcome | 'total', number> {
  const counts = { total: rows.length, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  return counts;
}

/** Which column was read as what, in the order of the file. */
export function reportColumns(
  columns: DirectoryColumns,
): { field: FactName; header: string; column: number }[] {
  return (Object.entries(columns) as [FactName, { header: string; index: number }][])
    .map(([field, { header, index }]) => ({ field, header, column: index + 1 }))
    .sort((a, b) => a.column - b.column);
}
