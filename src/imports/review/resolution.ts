/**
 * What a person decided about a row that waited: the second candidate it is, the seller we know, somebody new, or
 * leave it. ตัวอย่าง: เลือกตัวเลือกที่ 2 คือสหกรณ์ออมทรัพย์ครูสุรินทร์ จำกัด
 */
import { Invalid } from '../../platform/errors.js';
import type { Candidate } from '../judging/row-verdict.js';

export const CHOICE_ACTIONS = ['choose', 'merge', 'create', 'skip'] as const;
export type ChoiceAction = (typeof CHOICE_ACTIONS)[number];

/** As sent. */
export interface Choice {
  action: ChoiceAction;
  candidate?: number;
  cooperativeId?: string;
  sellerId?: string;
  /** False: a cooperative chosen for this row says nothing about others. */
  learn?: boolean;
}

/** The candidate meant, from its number or from an id. Throws Invalid when that is none. */
export function candidateMeant(choice: Choice, candidates: readonly Candidate[]): Candidate | undefined {
  const { action, candidate: number, cooperativeId, sellerId } = choice;
  if (action === 'skip' || action === 'create') return undefined;
  if (action === 'choose' && cooperativeId && number !== undefined && !candidates[number - 1])
    throw notACandidate(candidates.length);
  if (action === 'choose' && cooperativeId)
    return { type: 'cooperative', cooperativeId, reason: 'chosen', edits: 0 };
  const bySeller = (each: Candidate) => each.type === 'seller' && each.sellerId === sellerId;
  const meant = sellerId ? candidates.find(bySeller) : candidates[(number ?? 0) - 1];
  const fits = meant && (action === 'merge' ? meant.type === 'seller' : meant.type !== 'seller');
  if (!fits) throw notACandidate(candidates.length);
  return meant;
}

const notACandidate = (many: number): Invalid => (many === 0 ? noCandidates() : notAmong(many));

const noCandidates = (): Invalid =>
  Invalid.field('/candidate', 'CANDIDATE_UNKNOWN', {
    th: 'แถวนี้ไม่มีตัวเลือก: ส่ง choose พร้อม cooperativeId (ค้นหาที่ GET /v1/cooperatives) โดยไม่ต้องระบุ candidate หรือดูสิ่งที่ตัดสินได้ใน allowedActions',
    en: 'This row has no candidates: send choose with a cooperativeId (find it at GET /v1/cooperatives) and no candidate, or see allowedActions.',
  });

const notAmong = (many: number): Invalid =>
  Invalid.field('/candidate', 'CANDIDATE_UNKNOWN', {
    th: `กรุณาระบุ candidate เป็นลำดับ 1 ถึง ${many} ตามตัวเลือกของแถวนี้ (choose ใช้กับสหกรณ์หรือชื่อ, merge ใช้กับผู้ขาย) หรือระบุ cooperativeId / sellerId`,
    en: `Give candidate as 1 to ${many} from this row's candidates (choose: cooperative or name; merge: seller), or cooperativeId / sellerId.`,
  });
