/** What is to be done next about an import, with the request to send: วางแผนเสร็จแล้ว อ่านแถวแล้วยืนยัน */
import type { Message } from '../platform/message.js';
import { isOver, type ImportKind, type ImportStatus } from './import-run.js';
import type { ImportCounts } from './rows/outcome-counts.js';
import type { ReadyAction } from './ready-action.js';

export interface ActionableImport {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  planHash: string | null;
  counts: ImportCounts;
  /** The file, and what rows quote of it, is deleted. */
  expired: boolean;
}

const texts = {
  read: { th: 'ดูความคืบหน้าอีกครั้ง', en: 'Look how far it is.' },
  rows: { th: 'อ่านแผนทีละแถวก่อนยืนยัน', en: 'Read the plan row by row before confirming it.' },
  cancellation: {
    th: 'ไม่ต้องการนำเข้าแล้ว: ยกเลิก แถวที่ทำแล้วคงอยู่',
    en: 'Cancel it; rows that are done stay.',
  },
  confirmation: {
    th: 'ยืนยันแผน แล้วระบบนำเข้าจริงตามแผนนี้',
    en: 'Confirm the plan; its rows are taken in.',
  },
  review: { th: 'ดูแถวที่รอเจ้าหน้าที่ตัดสิน', en: 'See the rows that wait for a person.' },
  groups: { th: 'ดูแถวที่รอตัดสินเป็นกลุ่ม', en: 'See them by what is to be decided.' },
  rejected: { th: 'ดาวน์โหลดแถวที่ไม่ผ่าน เพื่อแก้แล้วอัปโหลดใหม่', en: 'Download the rows that failed, to mend them.' },
  usernames: {
    th: 'ดาวน์โหลดชื่อผู้ใช้งาน เพื่อแจ้งผู้ขายใหม่',
    en: 'Download the usernames, to tell the new sellers.',
  },
} satisfies Record<string, Message>;

/** In the order of the work. */
export function importActions({
  id,
  kind,
  status,
  planHash,
  counts,
  expired,
}: ActionableImport): ReadyAction[] {
  const path = `/v1/imports/${id}`;
  const get = (
    action: keyof typeof texts,
    more: string,
    requires: ReadyAction['requires'] = 'imports:read',
  ) => ({
    ...{ action, method: 'GET', path: `${path}${more}`, requires, consequence: texts[action], body: null },
  });
  const mend =
    counts.rejected > 0 && !expired ? [get('rejected', '/rejected.csv', 'sellers:read-personal')] : [];
  const post = (action: 'confirmation' | 'cancellation', body: object): ReadyAction => ({
    ...{ action, method: 'POST', path: `${path}/${action}`, requires: 'imports:write' },
    ...{ consequence: texts[action], body },
  });
  // Answers that a form pushes come in one by one; there is nothing to cancel.
  const cancel = kind === 'file' ? [post('cancellation', { reason: 'เลือกไฟล์ผิด' })] : [];
  if (status === 'planned')
    return [get('rows', '/rows'), post('confirmation', { planHash }), ...mend, ...cancel];
  if (!isOver(status)) return [get('read', ''), ...cancel];
  // A plan that nobody confirmed has made nobody.
  if (status === 'expired') return [];
  const waiting = counts.needsReview > 0 && !expired;
  return [
    ...(waiting ? [get('review', '/rows?outcome=needs_review'), get('groups', '/review-groups')] : []),
    ...(counts.created > 0 ? [get('usernames', '/usernames.csv', 'sellers:read-personal')] : []),
    ...mend,
  ];
}
