/**
 * One uploaded file on its way: planned and confirmed, or queued at once; running; then completed, failed or
 * cancelled. แบบฟอร์มเดือนนี้ 40 แถว วางแผนแล้วรอยืนยัน ยืนยันแล้วนำเข้าเสร็จ 27 แถวเป็นผู้ขายใหม่
 */
export const IMPORT_STATUSES = [
  'uploading',
  'planning',
  'planned',
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
  'expired',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What a file may be. */
export const IMPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The only ways from one status to the next. */
const next: Record<ImportStatus, readonly ImportStatus[]> = {
  uploading: ['planning', 'queued'],
  planning: ['planned', 'queued', 'failed', 'cancelled'],
  planned: ['planning', 'queued', 'cancelled', 'expired'],
  queued: ['running', 'failed', 'cancelled'],
  running: ['completed', 'failed', 'cancelled'],
  completed: [],
  failed: [],
  cancelled: [],
  expired: [],
};

export const mayBecome = (from: ImportStatus, to: ImportStatus): boolean => next[from].includes(to);

/** Nothing happens any more, and nobody can make it. */
export const isOver = (status: ImportStatus): boolean => next[status].length === 0;

/** A worker goes through its rows, or soon will. */
export const isAtWork = (status: ImportStatus): boolean => status === 'planning' || status === 'running';

/** Its rows say what would become of them. */
export const isPlan = (status: ImportStatus): boolean => status === 'planning' || status === 'planned';

/** An uploaded file, or answers that a form pushes. */
export const IMPORT_KINDS = ['file', 'push'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The members of a run that no plan was made of. */
export const unplanned = {
  ...{ planHash: null, plannedAt: null, planSeq: null, confirmedHash: null, changedSincePlan: null },
};

/** The members of a run that is only beginning. */
export const justBegun = { speed: null, cancelledBy: null, cancelReason: null, expiredAt: null };

/** How consent was given where the form did not ask. */
export interface ConsentBasis {
  textVersion: string;
  statedBy: string;
}
