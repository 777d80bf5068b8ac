/**
 * The rows that failed, given back with the reason in Thai beside them, so that a clerk mends the cells and uploads
 * the same file again: `_message_th` says “เบอร์โทรศัพท์ไม่ถูกต้อง”.
 */
import type { CellIssue } from '../reading/cell-issue.js';
import { mendingWords } from './mending-words.js';
import { REJECTED_COLUMNS } from '../columns/form-fields.js';

/** Original headers and the four columns; those of an earlier round are replaced. */
export function rejectedHeader(headers: readonly string[]): string[] {
  return [...originalColumns(headers).map((index) => headers[index]!), ...REJECTED_COLUMNS];
}

/**
 * Original cells, row number, and of each issue that keeps the row out: code, sentence, proposal. Cells to the right of
 * the header stand behind all that, so that nothing is lost and the row sent back unmended is refused again.
 */
export function rejectedRow(
  headers: readonly string[],
  { row, cells, issues }: { row: number; cells: readonly string[]; issues: readonly CellIssue[] },
): string[] {
  const errors = issues.filter(({ severity }) => severity === 'error');
  return [
    ...originalColumns(headers).map((index) => cells[index] ?? ''),
    String(row),
    errors.map(({ code }) => code).join(' | '),
    errors.map(({ column, message }) => (column ? `${column}: ${message.th}` : message.th)).join(' | '),
    [...new Set(issues.flatMap(proposal))].join(' | '),
    ...cells.slice(headers.length),
  ];
}

/** What the row itself tells is proposed as text; otherwise it is said in words what to do. */
function proposal({ column, code, severity, suggestion }: CellIssue): string[] {
  const text = suggestion ?? (severity === 'error' ? mendingWords[code] : undefined);
  return text ? [column ? `${column}: ${text}` : text] : [];
}

function originalColumns(headers: readonly string[]): number[] {
  const ours: readonly string[] = REJECTED_COLUMNS;
  return headers.flatMap((header, index) => (ours.includes(header) ? [] : [index]));
}
