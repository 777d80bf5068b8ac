/**
 * What a plan says of its rows, in one hash: equal plans, equal hashes. A seller who is only planned has no id that
 * lasts, so the row that would make them stands for them. ตัวอย่าง: แถวที่ 40 แก้ไขผู้ขายที่จะเกิดจากแถวที่ 12
 */
import { createHash } from 'node:crypto';
import type { ImportRowRecord } from '../rows/import-row.js';
import type { Candidate } from '../judging/row-verdict.js';

/** For each seller that only the plan knows, the row that would make them. */
export type RowsThatCreate = ReadonlyMap<string, number>;

type Hashed = Pick<ImportRowRecord, 'rowNo' | 'outcome' | 'sellerId' | 'username' | 'reason' | 'details'>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash before the first row. */
export const planBeginning = (fileHash: string, consentBasis: string | null): string =>
  sha256(JSON.stringify([fileHash, consentBasis]));

/** The hash after these rows, from the one before them; cutting the rows elsewhere gives the same. */
export function chainPlan(hash: string, rows: readonly Hashed[], rowOf: RowsThatCreate): string {
  return rows.reduce((before, row) => sha256(before + JSON.stringify(resultOf(row, rowOf))), hash);
}

/** Ids of sellers these rows speak of. */
export const sellersIn = (rows: readonly Hashed[]): string[] => [
  ...new Set(rows.flatMap((row) => [row.sellerId ?? [], ...candidatesOf(row).map(sellerOf)].flat())),
];

function resultOf(row: Hashed, rowOf: RowsThatCreate): unknown[] {
  const { rowNo, outcome, sellerId, username, reason, details } = row;
  const seller = (id: string) => rowOf.get(id) ?? id;
  const candidates = candidatesOf(row).map((candidate) =>
    candidate.type === 'seller' ? `seller ${seller(candidate.sellerId)}` : JSON.stringify(candidate),
  );
  const more = outcome === 'needs_review' ? candidates.sort() : details;
  return [rowNo, outcome, sellerId && seller(sellerId), username, reason, more];
}

const candidatesOf = ({ outcome, details }: Hashed): Candidate[] =>
  outcome === 'needs_review' ? (JSON.parse(details ?? '[]') as Candidate[]) : [];

const sellerOf = (candidate: Candidate): string[] =>
  candidate.type === 'seller' ? [candidate.sellerId] : [];
