/**
 * What a person may decide about a row, each with the request to send: choose candidate 1 คือ
 * สหกรณ์ออมทรัพย์ครูตาก จำกัด (100801)
 */
import type { Message } from '../platform/message.js';
import type { CandidateDto } from './rows/import-rows.dto.js';
import type { ReadyAction } from './ready-action.js';
import type { ChoiceAction } from './review/resolution.js';
import { isAboutCooperative } from './review/review-group.js';
import { endedByCreate } from './review/review-reasons.js';

const consequences = {
  choose: { th: 'ใช้ตัวเลือกนี้', en: 'Go on with this' },
  merge: { th: 'เป็นผู้ขายรายนี้ ปรับข้อมูลตามแถวนี้', en: 'It is this seller, who gets the new details' },
  create: { th: 'เป็นคนใหม่ สร้างผู้ขายรายใหม่', en: 'Somebody new; a new seller is made.' },
  createPending: {
    th: 'ลงทะเบียนไว้โดยยังไม่มีช่องทางติดต่อ: ผู้ขายรออนุมัติ และยังไม่มีชื่อผู้ใช้งานจนกว่าจะอนุมัติ',
    en: 'Registered without contact: the seller is pending and has no username until approved.',
  },
  approval: {
    th: 'ผู้ขายของแถวนี้รออนุมัติ: ตรวจแล้วอนุมัติ ผู้ขายจะได้ชื่อผู้ใช้งานทันที',
    en: 'The seller of this row is pending: look, then approve; the username is given at once.',
  },
  search: {
    th: 'ค้นหาสหกรณ์ที่ถูกต้องด้วย query แล้วคัดลอก id',
    en: 'Find the right cooperative by query and copy its id.',
  },
  other: {
    th: 'เป็นสหกรณ์อื่น: ใส่ id ที่ค้นพบในช่อง cooperativeId',
    en: 'It is another cooperative: put the id you found into cooperativeId.',
  },
  skip: { th: 'ข้าม ไม่นำเข้า', en: 'Leave it out.' },
  undo: {
    th: 'ยกเลิกการตัดสินล่าสุด แถวกลับไปรอตรวจ (ไม่ต้องส่งเนื้อหา)',
    en: 'Take the newest decision back; the row waits again. No body.',
  },
} satisfies Record<ChoiceAction | 'undo' | 'createPending' | 'approval' | 'search' | 'other', Message>;

export interface WaitingRow {
  importId: string;
  /** From 1. */
  row: number;
  reason: string | null;
  /** It waits, and its answers are still kept. */
  open: boolean;
  /** There is a decision that stands. */
  decided: boolean;
  /** The row's seller, while a person has to approve first. */
  pendingSellerId?: string;
}

/** In the order of the candidates, then what needs none, then the way back. */
export function rowActions(
  { importId, row, reason, open, decided, pendingSellerId }: WaitingRow,
  candidates: readonly CandidateDto[],
): ReadyAction[] {
  const path = `/v1/imports/${importId}/rows/${row}/resolution`;
  const about = { path, requires: 'imports:write' } as const;
  const choices = open ? choicesOf(reason, candidates) : [];
  const undo = { action: 'undo', method: 'DELETE', ...about, consequence: consequences.undo, body: null };
  return [
    ...(pendingSellerId ? [approvalOf(pendingSellerId)] : []),
    ...choices.map((each) => ({ ...each, method: 'POST', ...about })),
    ...(open ? searchFor(reason) : []),
    ...(decided ? [undo] : []),
  ];
}

const approvalOf = (id: string): ReadyAction => ({
  ...{ action: 'approval', method: 'POST', path: `/v1/sellers/${id}/approval`, requires: 'sellers:write' },
  // What was looked at is for the person to say.
  ...{ consequence: consequences.approval, body: { reason: '' } },
});

/** Where a cooperative is in doubt, `text` is what the rows say of it. */
function searchFor(reason: string | null, text = ''): ReadyAction[] {
  if (!isAboutCooperative(reason)) return [];
  const path = `/v1/cooperatives?query=${encodeURIComponent(text)}`;
  const { search: consequence } = consequences;
  return [{ action: 'search', method: 'GET', path, requires: 'cooperatives:read', consequence, body: null }];
}

/** The same about all rows of a group; none of these bodies fits a single row. */
export function groupActions(
  { importId, group, reason, text }: { importId: string; group: string; reason: string; text?: string },
  candidates: readonly CandidateDto[],
): ReadyAction[] {
  const path = `/v1/imports/${importId}/resolutions`;
  const choices = choicesOf(reason, candidates).map(({ body, ...choice }): ReadyAction => ({
    ...{ ...choice, method: 'POST', path, requires: 'imports:write' },
    body: { group, ...body },
  }));
  return [...choices, ...searchFor(reason, text)];
}

type Choice = Pick<ReadyAction, 'action' | 'consequence' | 'body'>;

/** What may be decided, each with its body. */
function choicesOf(reason: string | null, candidates: readonly CandidateDto[]): Choice[] {
  const plain = (action: 'create' | 'skip', consequence: Message = consequences[action]): Choice => ({
    ...{ action, consequence, body: { action } },
  });
  const create = reason === 'no_contact' ? plain('create', consequences.createPending) : plain('create');
  return [
    ...(reason === 'removed_before' ? [] : candidates.map(candidateChoice)),
    ...(isAboutCooperative(reason) ? [otherCooperative] : []),
    ...(endedByCreate.includes(reason ?? '') ? [create] : []),
    plain('skip'),
  ];
}

/** The id is for the person to fill in; there is none that could stand here. */
const otherCooperative: Choice = {
  ...{ action: 'choose', consequence: consequences.other, body: { action: 'choose', cooperativeId: '' } },
};

function candidateChoice({ type, number: candidate, label }: CandidateDto): Choice {
  const action = type === 'seller' ? 'merge' : 'choose';
  const { th, en } = consequences[action];
  const consequence = { th: `${th}: ${label}`, en: `${en}: ${label}` };
  return { action, consequence, body: { action, candidate } };
}
