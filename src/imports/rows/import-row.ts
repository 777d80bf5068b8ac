/** What is kept of one row of an imported file: แถวที่ 12 เป็นผู้ขายใหม่ ชื่อผู้ใช้งาน A1650สมชายสอ.อยู่ดีกินดี */
import type { Outcome } from './outcome-counts.js';

export interface ImportRowRecord {
  importId: string;
  /** Data row from 1. */
  rowNo: number;
  outcome: Outcome;
  sellerId: string | null;
  username: string | null;
  /** Keyed hash of what the row says. */
  rowHash: string;
  submittedAt: string | null;
  /** Why it waits for a person, or why nothing changed. */
  reason: string | null;
  /** JSON: Candidate[], names of changed members, or the row that came first; by outcome. */
  details: string | null;
  /** JSON: CellIssue[]. */
  issues: string | null;
  /** JSON: the cells, only while a person has to do something about the row. */
  cells: string | null;
  /** JSON: Resolution, what people decided about the row so far. */
  resolved: string | null;
  /** Rows of one group wait for the same reason about the same thing; see `review-group.ts`. */
  reviewGroup: string | null;
  /** What the plan said of it, where it came otherwise. */
  plannedOutcome: Outcome | null;
  plannedUsername: string | null;
}
