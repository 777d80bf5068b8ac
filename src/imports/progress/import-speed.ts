/**
 * How fast an import goes, from one chunk to the next; pauses count for nothing. ตัวอย่าง: 250 แถวใน 0.5 วินาที
 * คือ 500 แถวต่อวินาที เหลืออีก 5,000 แถว จะเสร็จในอีก 10 วินาที
 */
import { importCounts, type OutcomeTally } from '../rows/outcome-counts.js';
import { isAtWork, type ImportStatus } from '../import-run.js';

export interface ImportSpeed {
  /** When the last chunk was done, or work began. */
  at: string;
  /** Rows per second, newer chunks weighing more; null before the first one. */
  rate: number | null;
}

export interface ImportProgress {
  processed: number;
  total: number;
  rowsPerSecond: number | null;
  estimatedEndAt: string | null;
}

/** After so long without a chunk work was interrupted. */
const silenceMs = 15_000;
/** Chunks so long ago weigh a third. */
const memoryMs = 10_000;

export const workBegins = (now: string): string => JSON.stringify({ at: now, rate: null });

/** After a chunk of so many rows; both are JSON. */
export function speedAfter(before: string | null, rows: number, now: string): string {
  const last = speedOf(before);
  const took = last === null ? Infinity : Date.parse(now) - Date.parse(last.at);
  if (took > silenceMs) return workBegins(now);
  const rate = (rows * 1_000) / Math.max(took, 1);
  const weight = 1 - Math.exp(-Math.max(took, 1) / memoryMs);
  const old = last!.rate;
  return JSON.stringify({ at: now, rate: old === null ? rate : old + weight * (rate - old) });
}

interface Run {
  status: ImportStatus;
  total: number;
  /** JSON: OutcomeTally. */
  counts: string;
  /** JSON: ImportSpeed. */
  speed: string | null;
}

/** Rates only while chunks come: an import that waits for a worker has none. */
export function progressOf({ status, total, counts, speed }: Run, now: string): ImportProgress {
  const { processed, waiting } = importCounts(total, JSON.parse(counts) as OutcomeTally);
  const { at, rate } = speedOf(speed) ?? { at: now, rate: null };
  const silent = Date.parse(now) - Date.parse(at) > silenceMs;
  if (!isAtWork(status) || silent || rate === null || rate <= 0)
    return { processed, total, rowsPerSecond: null, estimatedEndAt: null };
  const end = Date.parse(at) + (waiting / rate) * 1_000;
  return {
    ...{ processed, total, rowsPerSecond: Math.round(rate * 10) / 10 },
    estimatedEndAt: new Date(Math.max(end, Date.parse(now))).toISOString(),
  };
}

const speedOf = (json: string | null): ImportSpeed | null =>
  json === null ? null : (JSON.parse(json) as ImportSpeed);
