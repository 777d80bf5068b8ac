/** What the words of imports mean, for the documents: needs_review = ต้องให้เจ้าหน้าที่เลือก */
import { IMPORT_STATUSES, type ImportStatus } from './import-run.js';
import { OUTCOMES, type Outcome } from './rows/outcome-counts.js';
import { CHOICE_ACTIONS, type ChoiceAction } from './review/resolution.js';
import { reasonTexts } from './review/review-reasons.js';

const outcomes: Record<Outcome, string> = {
  created: 'ผู้ขายใหม่ · a new seller',
  updated: 'แก้ไขข้อมูลผู้ขายเดิม · a known seller changed',
  unchanged: 'เคยมีแล้ว ไม่มีอะไรเปลี่ยน · nothing new',
  duplicate: 'ซ้ำในไฟล์เดียวกัน · repeated in the file',
  needs_review: 'ต้องให้เจ้าหน้าที่เลือก · a person must choose',
  rejected: 'ข้อมูลผิด นำเข้าไม่ได้ · an error keeps it out',
  skipped: 'เจ้าหน้าที่ให้ข้าม · a person left it out',
};

const statuses: Record<ImportStatus, string> = {
  uploading: 'กำลังรับไฟล์ · being received',
  planning: 'กำลังวางแผน · being planned',
  planned: 'รอยืนยันแผน · waits for confirmation',
  queued: 'รอคิว · queued',
  running: 'กำลังนำเข้า · running',
  completed: 'เสร็จแล้ว · done',
  failed: 'ไม่สำเร็จ · failed',
  cancelled: 'ยกเลิก · cancelled',
  expired: 'ไม่มีผู้ยืนยันทันเวลา · nobody confirmed in time',
};

const actions: Record<ChoiceAction, string> = {
  choose: 'เลือกสหกรณ์หรือชื่อจาก candidates · choose a cooperative or a reading of the name',
  merge: 'เป็นผู้ขายรายเดิม · it is that seller',
  create: 'เป็นคนใหม่ · somebody new',
  skip: 'ข้ามแถวนี้ · leave it out',
};

const list = <T extends string>(values: readonly T[], texts: Readonly<Record<T, string>>): string =>
  values.map((value) => `\n- \`${value}\` ${texts[value]}`).join('');

export const outcomeList = list(OUTCOMES, outcomes);
export const statusList = list(IMPORT_STATUSES, statuses);
export const actionList = list(CHOICE_ACTIONS, actions);

export const REASONS = Object.keys(reasonTexts);
export const reasonList = list(
  REASONS,
  Object.fromEntries(Object.entries(reasonTexts).map(([reason, { th, en }]) => [reason, `${th} · ${en}`])),
);
