/**
 * Whoever confirms names the plan they have read. ตัวอย่าง: ยืนยันแผนเมื่อวาน แต่วันนี้มีผู้ขายใหม่ใช้ชื่อเดียวกัน
 * จึงตอบ 409 พร้อมแผนใหม่
 */
import { Conflict } from '../../platform/errors.js';
import { isPlan, type ImportStatus } from '../import-run.js';
import { importCounts, type OutcomeTally } from '../rows/outcome-counts.js';

interface PlannedRun {
  id: string;
  status: ImportStatus;
  total: number;
  /** JSON: OutcomeTally. */
  counts: string;
  planHash: string | null;
  confirmedHash: string | null;
}

/** What has no influence on any plan; everything else that is recorded may have. */
export const harmless = {
  actions: [
    'import.queued',
    'import.planned',
    'import.replanned',
    'import.confirmed',
    'import.expired',
    'import.cancelled',
  ],
  subjects: [
    ...['staff', 'api_key', 'form'],
    // Moderation touches a plan only where it changes a seller, and that is recorded of the seller.
    ...['subject', 'report', 'case', 'rule', 'policy', 'decision', 'strike', 'sanction', 'task', 'appeal'],
    ...['proposal', 'texts'],
  ],
};

/** Where a confirmation of the plan `planHash` finds the run. */
export function confirmationAnswer(
  { status, planHash: current, confirmedHash }: PlannedRun,
  planHash: string,
): 'as_planned' | 'accepted' | 'checking' | 'another_plan' | 'wrong_state' {
  const asked = confirmedHash === planHash;
  if (status === 'planned') return current === planHash ? 'as_planned' : 'another_plan';
  if (status === 'planning') return asked ? 'checking' : 'wrong_state';
  return asked && ['queued', 'running', 'completed'].includes(status) ? 'accepted' : 'wrong_state';
}

/** How a confirmation fares, for whoever looks at the run. */
export function confirmationState({ status, confirmedHash }: PlannedRun) {
  if (confirmedHash === null) return null;
  if (status === 'planning') return 'checking' as const;
  return status === 'planned' || status === 'expired' ? ('outdated' as const) : ('accepted' as const);
}

export const planOutdated = ({ id, total, counts, planHash }: PlannedRun): Conflict =>
  new Conflict(
    'PLAN_OUTDATED',
    {
      th: `planHash ที่ส่งมาไม่ใช่ของแผนปัจจุบัน ข้อมูลอาจเปลี่ยนไปหลังวางแผน ยังไม่มีการนำเข้า กรุณาดูแผนใหม่ที่ /v1/imports/${id}/rows แล้วยืนยันด้วย planHash ใหม่`,
      en: `This planHash is not the present plan's; the facts may have moved since. Nothing was taken in: read the new plan at /v1/imports/${id}/rows and confirm its planHash.`,
    },
    {
      planHash,
      counts: importCounts(total, JSON.parse(counts) as OutcomeTally),
      rows: `/v1/imports/${id}/rows`,
    },
  );

export const wrongState = ({ id, status }: PlannedRun): Conflict => {
  const wait = status === 'planning';
  return new Conflict(
    'IMPORT_NOT_PLANNED',
    {
      th: wait
        ? `ระบบกำลังวางแผนอยู่ (planning) กรุณารอให้สถานะเป็น planned แล้วอ่าน planHash จาก GET /v1/imports/${id}`
        : `ยืนยันไม่ได้ เพราะสถานะของการนำเข้านี้คือ ${status} ยืนยันได้เมื่อสถานะเป็น planned เท่านั้น`,
      en: wait
        ? `The plan is being made; wait until the status is planned, then read planHash from GET /v1/imports/${id}.`
        : `The import is ${status}; only one that is planned can be confirmed.`,
    },
    { currentStatus: status },
  );
};

/** A row of a plan waits for nobody yet. */
export function refusePlanned({ id, status }: Pick<PlannedRun, 'id' | 'status'>): void {
  if (!isPlan(status)) return;
  throw new Conflict(
    'IMPORT_NOT_CONFIRMED',
    {
      th: `แถวนี้ยังเป็นเพียงแผน กรุณายืนยันแผนก่อนที่ POST /v1/imports/${id}/confirmation แล้วจึงตัดสินแถวที่รอตรวจ`,
      en: `This row is only planned; confirm the plan at POST /v1/imports/${id}/confirmation first, then decide about rows.`,
    },
    { currentStatus: status },
  );
}
