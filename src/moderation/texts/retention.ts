/**
 * How long the words of a matter are kept once it has ended (อายุการเก็บข้อความหลังเรื่องสิ้นสุด): 90 days if nothing came of
 * it, 395 days if it was grave (S3), 730 days otherwise. While it has not ended, its words stay.
 */
import type { Outcome } from '../decisions/decision.js';
import type { Severity } from '../rules/severity.js';

export interface RetentionDays {
  /** Dismissed, or a duplicate of another matter. */
  withoutFinding: number;
  grave: number;
  other: number;
}

export const retentionDays: RetentionDays = { withoutFinding: 90, grave: 395, other: 730 };

const dayMs = 86_400_000;

/** RFC 3339; days are of 24 hours from the end of the matter, appeals included. */
export function retainUntil(
  severity: Severity | null,
  outcome: Outcome | 'duplicate',
  endedAt: string,
  days: RetentionDays = retentionDays,
): string {
  return new Date(Date.parse(endedAt) + daysFor(severity, outcome, days) * dayMs).toISOString();
}

function daysFor(severity: Severity | null, outcome: Outcome | 'duplicate', days: RetentionDays): number {
  if (outcome === 'dismissed' || outcome === 'duplicate') return days.withoutFinding;
  return severity === 'S3' ? days.grave : days.other;
}
