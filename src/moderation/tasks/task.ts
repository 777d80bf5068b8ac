/** What a person has to do in LINE (สิ่งที่ต้องทำใน LINE), since no program can: ลบข้อความ เชิญออก แจ้งผล เชิญกลับ. */
export const taskKinds = [
  'delete_message',
  'remove_member',
  'deliver_notice',
  'lift_ban',
  'invite',
  'rename',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export const taskStatuses = ['open', 'claimed', 'done', 'not_possible', 'cancelled'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export type TaskStep = 'claim' | 'release' | 'done' | 'not_possible' | 'cancellation';

/** Every step there is. */
export const taskSteps: Readonly<Record<TaskStep, { from: readonly TaskStatus[]; to: TaskStatus }>> = {
  claim: { from: ['open', 'claimed'], to: 'claimed' },
  release: { from: ['claimed'], to: 'open' },
  done: { from: ['open', 'claimed'], to: 'done' },
  not_possible: { from: ['open', 'claimed'], to: 'not_possible' },
  cancellation: { from: ['open', 'claimed'], to: 'cancelled' },
};

export const canTaskStep = (status: TaskStatus, step: TaskStep): boolean =>
  taskSteps[step].from.includes(status);

export const isTaskOver = (status: TaskStatus): boolean => status !== 'open' && status !== 'claimed';

/** What made the task necessary. */
export const taskCauses = [
  'decision',
  'appeal',
  'reinstatement',
  'roster',
  'registration',
  'username',
] as const;
export type TaskCause = (typeof taskCauses)[number];

export interface Task {
  id: string;
  kind: TaskKind;
  status: TaskStatus;
  subjectId: string | null;
  sellerId: string | null;
  /** The seller's; null for who is not registered. */
  cooperativeId: string | null;
  caseId: string | null;
  causeType: TaskCause;
  causeId: string;
  /** The ready message to send, where there is one. */
  messageTextId: string | null;
  claimedBy: string | null;
  claimedUntil: string | null;
  doneBy: string | null;
  doneAt: string | null;
  proofTextId: string | null;
  dueAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}
