/**
 * One row that cannot be processed costs the others nothing. ตัวอย่าง: แถวที่ 7 จาก 250 แถวทำให้เกิดข้อผิดพลาด
 * อีก 249 แถวผ่าน แถวที่ 7 ไม่ผ่านพร้อมเหตุผล
 */
import { Unavailable, type AppError, type Invalid } from '../../platform/errors.js';
import type { ReadRow } from './chunk-memory.js';
import { issueAt, type CellIssue, type Finding } from '../reading/cell-issue.js';

/** So many rows in a row without a good one between them are no matter of the rows: then the whole is tried again later. */
const mostInARow = 50;

export interface Isolation<R> {
  /** Processes these rows together, all or none. */
  take(rows: readonly R[]): Promise<void>;
  /** Whether a row may be to blame; otherwise the error is thrown on. */
  isOfRow(error: unknown): boolean;
  /** The same row, to be rejected for this. */
  failed(row: R, error: unknown): R;
}

/**
 * Takes the rows in order, in ever smaller parts where one fails. A row that fails alone is rejected together with
 * the next ones that succeed, so that nothing is lost or told while everything fails.
 */
export async function isolate<R>(rows: readonly R[], { take, isOfRow, failed }: Isolation<R>): Promise<void> {
  let bad: R[] = [];
  const attempt = async (part: readonly R[]): Promise<void> => {
    try {
      await take([...bad, ...part]);
      bad = [];
    } catch (error) {
      if (!isOfRow(error)) throw error;
      if (part.length === 1) {
        if (bad.push(failed(part[0]!, error)) > mostInARow) throw error;
        return;
      }
      const half = Math.ceil(part.length / 2);
      await attempt(part.slice(0, half));
      await attempt(part.slice(half));
    }
  };
  await attempt(rows);
  if (bad.length > 0) await take(bad);
}

/** The row with an error, known by nothing, so that what is told of it leads nowhere else. */
export const withError = (read: ReadRow, finding: Finding): ReadRow => ({
  ...{ cells: read.cells, match: read.match, rowHash: read.rowHash, keyHashes: [] },
  row: { ...read.row, issues: [...read.row.issues, issueOfRow(read.row.row, finding)] },
});

export const issueOfRow = (row: number, finding: Finding): CellIssue => issueAt(row, '', '', finding);

/** Something nobody foresaw; administrators find it in the log under the request id. */
export const rowFailed = (requestId: string): Finding => ({
  code: 'ROW_FAILED',
  severity: 'error',
  message: {
    th: `ระบบประมวลผลแถวนี้ไม่ได้ แถวอื่นดำเนินต่อแล้ว ลองอัปโหลดหรือส่งแถวนี้อีกครั้ง หากยังไม่ได้ กรุณาแจ้งผู้ดูแลระบบพร้อมรหัส ${requestId}`,
    en: `This row could not be processed; the others went on. Try the row again, and if it fails again tell an administrator the request id ${requestId}.`,
  },
});

/** The registry does not let it in, and says why. */
export const rowRefused = (error: AppError): Finding => ({
  code: 'ROW_REFUSED',
  severity: 'error',
  message: (error as Partial<Invalid>).errors?.[0]?.message ?? error.text,
});

/** The registry's own word on what was asked of it, not that it cannot answer now. */
export const isRefusal = (error: AppError): boolean => !(error instanceof Unavailable);
