/**
 * What is known already of a pushed answer. ส่งคำตอบเดิมซ้ำ ผลคงเดิม; คำตอบที่รอตรวจพิจารณาใหม่ในแถวเดิม; คำตอบที่แก้ไขแล้ว
 * เป็นแถวใหม่.
 */
import type { Outcome } from '../rows/outcome-counts.js';

/** A row known under one of the answer's keys. */
export interface KnownRow {
  keyHash: string;
  importId: string;
  rowNo: number;
  outcome: Outcome;
  rowHash: string;
  submittedAt: string | null;
}

export interface ArrivedRow {
  rowHash: string;
  submittedAt?: string;
  /** All keys, and among them those of the response id. */
  keyHashes: readonly string[];
  responseKeys: readonly string[];
}

export type Standing<Row extends KnownRow> =
  /** Nothing new was said. */
  | { is: 'known'; row: Row; because: 'same_content' | 'older_answer' }
  /** The same was said before and nobody could use it yet. */
  | { is: 'open'; row: Row }
  /** New; it takes the place of an open row of the same response. */
  | { is: 'new'; replaces?: Row; edits: boolean };

const isOpen = ({ outcome }: KnownRow): boolean => outcome === 'needs_review' || outcome === 'rejected';

/** The newest row known under any key counts; at equal times the strongest key. */
export function standingOf<Row extends KnownRow>(
  { rowHash, submittedAt, keyHashes, responseKeys }: ArrivedRow,
  byKey: ReadonlyMap<string, Row>,
): Standing<Row> {
  const found = keyHashes.flatMap((key) => byKey.get(key) ?? []);
  const newest = found.reduce<Row | undefined>(
    (best, row) => (best && (best.submittedAt ?? '') >= (row.submittedAt ?? '') ? best : row),
    undefined,
  );
  const own = responseKeys.map((key) => byKey.get(key)).find((row) => row !== undefined);
  if (newest) {
    const same = newest.rowHash === rowHash;
    if (same) return isOpen(newest) ? { is: 'open', row: newest } : known(newest, 'same_content');
    const older =
      submittedAt !== undefined && newest.submittedAt !== null && submittedAt < newest.submittedAt;
    if (older && (!isOpen(newest) || newest === own)) return known(newest, 'older_answer');
  }
  return { is: 'new', replaces: own && isOpen(own) ? own : undefined, edits: own !== undefined };
}

const known = <Row extends KnownRow>(row: Row, because: 'same_content' | 'older_answer'): Standing<Row> => ({
  is: 'known',
  row,
  because,
});
