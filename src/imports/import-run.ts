/**
 * One uploaded file on its way: queued, running, then completed, failed or cancelled. แบบฟอร์มเดือนนี้ 40 แถว
 * นำเข้าเสร็จแล้ว 27 แถวเป็นผู้ขายใหม่
 */
export const IMPORT_STATUSES = [
  'uploading',
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** Nothing happens any more by itself. */
export const isOver = (status: ImportStatus): boolean =>
  ['completed', 'failed', 'cancelled'].includes(status);

/** How consent was given where the form did not ask. */
export interface ConsentBasis {
  textVersion: string;
  statedBy: string;
}
