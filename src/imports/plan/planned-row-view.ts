/**
 * A row of a plan as callers see it: a seller who is only planned has no id yet, so the row that would make them
 * stands in its place. ตัวอย่าง: แถวที่ 28 แก้ไขผู้ขายที่จะเกิดจากแถวที่ 7
 */
import type { CandidateDto, ImportRowDto } from '../rows/import-rows.dto.js';
import type { RowsThatCreate } from './planned-rows.js';

export function plannedRowView(row: ImportRowDto, rowOf: RowsThatCreate): ImportRowDto {
  const candidates = row.candidates.map((each) => plannedCandidate(each, rowOf));
  const madeBy = rowOf.get(row.sellerId ?? '');
  if (madeBy === undefined) return { ...row, candidates };
  const sellerOfRow = madeBy === row.row ? null : madeBy;
  return { ...row, candidates, sellerId: null, seller: null, sellerOfRow };
}

function plannedCandidate(candidate: CandidateDto, rowOf: RowsThatCreate): CandidateDto {
  const ofRow = rowOf.get(candidate.sellerId ?? '');
  if (ofRow === undefined) return candidate;
  const { sellerId: _id, seller: _seller, ...rest } = candidate;
  return { ...rest, ofRow, label: `แถวที่ ${ofRow}: ${candidate.label}` };
}
