/**
 * How a judged row is kept: the reason and details by outcome, and its cells only while a person has to do something
 * about it. ตัวอย่าง: แถวที่ถูกปฏิเสธเก็บข้อมูลเดิมไว้ให้แก้ไข
 */
import type { CellIssue } from '../reading/cell-issue.js';
import type { FormAnswer } from '../reading/form-row.js';
import type { ImportRowRecord } from './import-row.js';
import { reviewGroupOf } from '../review/review-group.js';
import type { Resolution, RowVerdict } from '../judging/row-verdict.js';

interface Kept {
  importId: string;
  rowNo: number;
  rowHash: string;
  submittedAt?: string;
  cells: readonly string[];
  issues: readonly CellIssue[];
  sellerId?: string;
  username?: string | null;
  resolution?: Resolution;
  answer: FormAnswer;
}

/** Members are written out one by one: this runs for every row of every import. */
export function recordOf(verdict: RowVerdict, kept: Kept): ImportRowRecord {
  const { importId, rowNo, rowHash, submittedAt, sellerId, username } = kept;
  const open = verdict.outcome === 'rejected' || verdict.outcome === 'needs_review';
  const issues = verdict.outcome === 'rejected' ? verdict.issues : kept.issues;
  const { reason, details } = reasonOf(verdict);
  return {
    importId,
    rowNo,
    outcome: verdict.outcome,
    rowHash,
    submittedAt: submittedAt ?? null,
    sellerId: sellerId ?? null,
    username: username ?? null,
    reason,
    details,
    issues: issues.length > 0 ? JSON.stringify(issues) : null,
    cells: open ? JSON.stringify(kept.cells) : null,
    plannedOutcome: null,
    plannedUsername: null,
    resolved: kept.resolution ? JSON.stringify({ ...kept.resolution, mergeInto: undefined }) : null,
    reviewGroup: reviewGroupOf(verdict, kept.answer),
  };
}

function reasonOf(verdict: RowVerdict): Pick<ImportRowRecord, 'reason' | 'details'> {
  switch (verdict.outcome) {
    case 'needs_review':
      return { reason: verdict.reason, details: JSON.stringify(verdict.candidates) };
    case 'updated':
      // Only which members changed: old and new values are personal.
      return { reason: null, details: JSON.stringify(verdict.diff.map(({ field }) => field)) };
    case 'unchanged':
      return { reason: verdict.because, details: null };
    case 'duplicate':
      return { reason: null, details: JSON.stringify({ ofRow: verdict.ofRow }) };
    default:
      return { reason: null, details: null };
  }
}
