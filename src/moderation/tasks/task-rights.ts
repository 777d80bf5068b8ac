/** Who may do what with a task now: รับไว้ 30 นาที คืน หรือบันทึกผล งานที่ผู้อื่นรับไว้ต้องรอ */
import { Conflict } from '../../platform/errors.js';
import type { Message } from '../../platform/message.js';
import { buddhistDateTime } from '../../thai/buddhist-date.js';
import type { AllowedAction } from '../allowed-action.js';
import { canTaskStep, type Task, type TaskStep } from './task.js';

/** Undefined if `caller`, written as `staff:01J…`, may take the step now. */
export function taskConflict(task: Task, step: TaskStep, caller: string, now: string): Conflict | undefined {
  if (!canTaskStep(task.status, step)) return wrongStatus(task);
  return isHeldByAnother(task, caller, now) ? claimed(task) : undefined;
}

/** A claim that is over holds nobody off. */
function isHeldByAnother({ status, claimedBy, claimedUntil }: Task, caller: string, now: string): boolean {
  return status === 'claimed' && claimedBy !== caller && claimedUntil !== null && claimedUntil > now;
}

const consequences: Readonly<Record<'claim' | 'release' | 'completion', Message>> = {
  claim: { th: 'รับงานนี้ไว้ 30 นาที ผู้อื่นจะไม่ทำซ้ำ', en: 'Yours for 30 minutes; nobody else does the same.' },
  release: { th: 'คืนงานให้ผู้อื่นรับต่อ', en: 'Others may take it.' },
  completion: {
    th: 'บันทึกว่าทำแล้ว หรือทำไม่ได้พร้อมเหตุ เมื่องานของเรื่องเสร็จครบ เรื่องจะปิด',
    en: 'Recorded as done, or as not possible and why; with its last task over the case is closed.',
  },
};

export function taskActions(task: Task, caller: string, now: string): AllowedAction[] {
  const possible = {
    claim: taskConflict(task, 'claim', caller, now) === undefined && task.claimedBy !== caller,
    release: taskConflict(task, 'release', caller, now) === undefined && task.claimedBy === caller,
    completion: taskConflict(task, 'done', caller, now) === undefined,
  };
  return (['claim', 'release', 'completion'] as const)
    .filter((action) => possible[action])
    .map((action) => ({
      ...{ action, method: 'POST', path: `/v1/moderation/tasks/${task.id}/${action}` },
      ...{ requires: 'moderation:write' as const, consequence: consequences[action] },
    }));
}

const wrongStatus = ({ id: taskId, status }: Task): Conflict =>
  new Conflict(
    'TASK_WRONG_STATUS',
    {
      th: `ทำขั้นตอนนี้ไม่ได้ เพราะสถานะของงานคือ ${status} ดู allowedActions ของงาน`,
      en: `Not possible while the task is ${status}; see its allowedActions.`,
    },
    { taskId, currentStatus: status },
  );

const claimed = ({ id: taskId, claimedUntil }: Task): Conflict =>
  new Conflict(
    'TASK_CLAIMED',
    {
      th: `ผู้ดูแลอีกคนรับงานนี้ไว้ ทำได้หลังวันที่ ${buddhistDateTime(claimedUntil!)} หรือเมื่อผู้ดูแลคนนั้นคืนงาน`,
      en: `Another moderator has taken this task until ${claimedUntil}.`,
    },
    { taskId, claimedUntil },
  );
