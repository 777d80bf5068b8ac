/** How somebody stands at a moment, told in full: ใบเตือนที่มีผล หมดอายุ หรือถูกยกเลิก และครั้งต่อไปจะเป็นอย่างไร */
import { stepFor, type LadderStep, type Policy } from '../policy/policy.js';
import type { Sanction, SanctionEnd } from './sanction.js';
import { isRemovedAt, pointsAt, sanctionsAt, strikesAt, type ConductRecord } from './standing.js';
import type { Strike, StrikeReversal } from './strike.js';

export const strikeStates = ['active', 'expired', 'reversed'] as const;
export type StrikeState = (typeof strikeStates)[number];

export interface StandingReport {
  at: string;
  activePoints: number;
  /** Where the points of that moment stand on the ladder. */
  step: LadderStep;
  /** What one more violation of one point would lead to; null for who is removed already. */
  nextStep: LadderStep | null;
  removed: boolean;
  /** When no strike will count any more, if nothing is added; null if none counts now. */
  clearAt: string | null;
  strikes: { strike: Strike; state: StrikeState; reversal: StrikeReversal | null }[];
  sanctions: { sanction: Sanction; holds: boolean; end: SanctionEnd | null }[];
}

/** Strikes and sanctions of later than `at` are not there yet; the newest stand first. */
export function standingReport(record: ConductRecord, policy: Policy, at: string): StandingReport {
  const active = strikesAt(record, at);
  const activePoints = pointsAt(record, at);
  const removed = isRemovedAt(record, at);
  return {
    ...{ at, activePoints, removed },
    step: stepFor(policy, activePoints, false),
    nextStep: removed ? null : stepFor(policy, activePoints + 1, true),
    clearAt:
      active
        .map(({ expiresAt }) => expiresAt)
        .sort()
        .at(-1) ?? null,
    strikes: strikesBy(record, at, new Set(active)),
    sanctions: sanctionsBy(record, at),
  };
}

function strikesBy(
  record: ConductRecord,
  at: string,
  active: ReadonlySet<Strike>,
): StandingReport['strikes'] {
  const reversals = new Map(record.reversals.map((reversal) => [reversal.strikeId, reversal]));
  return record.strikes
    .filter(({ issuedAt }) => issuedAt <= at)
    .map((strike) => {
      const known = reversals.get(strike.id);
      const reversal = known && known.at <= at ? known : null;
      const state: StrikeState = active.has(strike) ? 'active' : reversal ? 'reversed' : 'expired';
      return { strike, state, reversal };
    })
    .reverse();
}

function sanctionsBy(record: ConductRecord, at: string): StandingReport['sanctions'] {
  const ends = new Map(record.ends.map((end) => [end.sanctionId, end]));
  const holding = new Set(sanctionsAt(record, at));
  return record.sanctions
    .filter(({ startedAt }) => startedAt <= at)
    .map((sanction) => {
      const holds = holding.has(sanction);
      return { sanction, holds, end: holds ? null : (ends.get(sanction.id) ?? null) };
    })
    .reverse();
}
