/**
 * What past decisions would have come to under another policy: หากคะแนนเรื่องนอกประเด็นเป็น 2 ผู้ที่เคยฝ่าฝืนสองครั้งจะถูกเชิญออก.
 * What a moderator found stays as it was; only points, expiry and ladder are counted anew.
 */
import { daySeconds, plusSeconds } from '../../platform/instant.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { Leniency } from '../decisions/decision.js';
import { ladderSteps, stepFor, type LadderStep, type Policy } from './policy.js';

/** A violation that stands. */
export interface PastViolation {
  ruleCode: RuleCode;
  leniency: Leniency | null;
  decidedAt: string;
  points: number;
  expiresAt: string | null;
  step: LadderStep;
}

export interface Simulated {
  /** Active points at the time of the simulation. */
  points: number;
  /** The heaviest step the violations led to. */
  step: LadderStep;
}

export function asItWas(violations: readonly PastViolation[], at: string): Simulated {
  return {
    points: sumAt(violations, at),
    step: heaviest(violations.map(({ step }) => step)),
  };
}

/** In the order they were decided. */
export function asItWouldBe(violations: readonly PastViolation[], policy: Policy, at: string): Simulated {
  const counted: Counted[] = [];
  const steps: LadderStep[] = [];
  for (const violation of violations) {
    const { decidedAt, ruleCode } = violation;
    const points = pointsUnder(policy, violation);
    const { days } = policy.rules[ruleCode];
    counted.push({
      decidedAt,
      points,
      expiresAt: points > 0 ? plusSeconds(decidedAt, days * daySeconds) : null,
    });
    steps.push(stepUnder(policy, violation, points, sumAt(counted, decidedAt)));
  }
  return { points: sumAt(counted, at), step: heaviest(steps) };
}

type Counted = Pick<PastViolation, 'decidedAt' | 'points' | 'expiresAt'>;

function pointsUnder({ rules }: Policy, { ruleCode, leniency }: PastViolation): number {
  if (leniency === 'before_notice') return 0;
  const { points, firstTimePoints = points } = rules[ruleCode];
  return leniency === 'first_time' ? Math.min(points, firstTimePoints) : points;
}

/** As when deciding: a wrong name is asked to be changed first, and what adds nothing leads to nothing new. */
function stepUnder(policy: Policy, { ruleCode }: PastViolation, points: number, sum: number): LadderStep {
  if (ruleCode === 'username_format' && points === 0) return 'none';
  if (policy.profile === 'graduated' && points === 0) return 'none';
  return stepFor(policy, sum, true);
}

const sumAt = (counted: readonly Counted[], at: string): number =>
  counted
    .filter(({ decidedAt, expiresAt }) => decidedAt <= at && expiresAt !== null && at < expiresAt)
    .reduce((sum, { points }) => sum + points, 0);

const heaviest = (steps: readonly LadderStep[]): LadderStep =>
  ladderSteps[Math.max(0, ...steps.map((step) => ladderSteps.indexOf(step)))]!;
