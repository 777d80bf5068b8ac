/**
 * What a person may decide about a row, each with the request to send: choose candidate 1 คือ
 * สหกรณ์ออมทรัพย์ครูตาก จำกัด (100801)
 */
import type { Message } from '../platform/message.js';
import type { CandidateDto } from './rows/import-rows.dto.js';
import type { ReadyAction } from './ready-action.js';
import type { ChoiceAction } from './review/resolution.js';
import { endedByCreate } from './review/review-reasons.js';

const consequences = {
  choose: { th: 'ใช้ตัวเลือกนี้', en: 'Go on with this' },
  merge: { th: 'เป็นผู้ขายรายนี้ ปรับข้อมูลตามแถวนี้', en: 'It is this seller, who gets the new details' },
  create: { th: 'เป็นคนใหม่ สร้างผู้ขายรายใหม่', en: 'Somebody new; a new seller is made.' },
  skip: { th: 'ข้าม ไม่นำเข้า', en: 'Leave it out.' },
  undo: {
    th: 'ยกเลิกการตัดสินล่าสุด แถวกลับไปรอตรวจ (ไม่ต้องส่งเนื้อหา)',
    en: 'Take the newest decision back; the row waits again. No body.',
  },
} satisfies Record<ChoiceAction | 'undo', Message>;

export interface WaitingRow {
  importId: string;
  /** From 1. */
  row: number;
  reason: string | null;
  /** It waits, and its answers are still kept. */
  open: boolean;
  /** There is a decision that stands. */
  decided: boolean;
}

/** In the order of the candidates, then what needs none, then the way back. */
export function rowActions(
  { importId, row, reason, open, decided }: WaitingRow,
  candidates: readonly CandidateDto[],
): ReadyAction[] {
  const path = `/v1/imports/${importId}/rows/${row}/resolution`;
  const about = { path, requires: 'imports:write' } as const;
  const choices = open ? choicesOf(reason, candidates) : [];
  const undo = { action: 'undo', method: 'DELETE', ...about, consequence: consequences.undo, body: null };
  return [...choices.map((each) => ({ ...each, method: 'POST', ...about })), ...(decided ? [undo] : [])];
}

/** The same about all rows of a group; none of these bodies fits a single row. */
export function groupActions(
  { importId, group, reason }: { importId: string; group: string; reason: string },
  candidates: readonly CandidateDto[],
): ReadyAction[] {
  const path = `/v1/imports/${importId}/resolutions`;
  return choicesOf(reason, candidates).map(({ body, ...choice }) => ({
    ...{ ...choice, method: 'POST', path, requires: 'imports:write' },
    body: { group, ...body },
  }));
}

type Choice = Pick<ReadyAction, 'action' | 'consequence' | 'body'>;

/** What may be decided, each with its body. */
function choicesOf(reason: string | null, candidates: readonly CandidateDto[]): Choice[] {
  const plain = (action: 'create' | 'skip'): Choice => ({
    ...{ action, consequence: consequences[action], body: { action } },
  });
  return [
    ...(reason === 'removed_before' ? [] : candidates.map(candidateChoice)),
    ...(endedByCreate.includes(reason ?? '') ? [plain('create')] : []),
    plain('skip'),
  ];
}

function candidateChoice({ type, number: candidate, label }: CandidateDto): Choice {
  const action = type === 'seller' ? 'merge' : 'choose';
  const { th, en } = consequences[action];
  const consequence = { th: `${th}: ${label}`, en: `${en}: ${label}` };
  return { action, consequence, body: { action, candidate } };
}
