/**
 * How many points a violation of each rule gives, for how long, and what follows from the sum. โดยปกติ 1 คะแนน =
 * เตือน, 2 คะแนน = เตือนครั้งสุดท้าย, 3 คะแนนขึ้นไป = เชิญออกจากกลุ่ม
 */
import type { RuleCode } from '../../screening/rule-codes.js';

export const profiles = ['graduated', 'strict'] as const;
export type Profile = (typeof profiles)[number];

/** What a decision leads to, the mildest first. */
export const ladderSteps = ['none', 'warning', 'final_warning', 'removal'] as const;
export type LadderStep = (typeof ladderSteps)[number];

export interface RulePoints {
  /** Points of a violation. */
  points: number;
  /** Points of a first violation, where it is treated more mildly. */
  firstTimePoints?: number;
  /** Days of 24 hours that points count; 0 for rules without points. */
  days: number;
}

export interface Policy {
  profile: Profile;
  rules: Readonly<Record<RuleCode, RulePoints>>;
  /** Active points from which each step is taken, ascending. */
  ladder: Readonly<Record<'warning' | 'final_warning' | 'removal', number>>;
}

/** A policy and the number it is kept under. */
export interface PolicyInForce {
  number: number;
  policy: Policy;
}

const grave: RulePoints = { points: 3, days: 365 };

/** The federation's letter, softened by warnings before the removal. */
export const graduated: Policy = {
  profile: 'graduated',
  rules: {
    daily_greeting: { points: 1, firstTimePoints: 0, days: 90 },
    off_topic: { points: 1, days: 90 },
    personal_belief: { points: 2, days: 180 },
    nation: grave,
    religion: grave,
    monarchy: grave,
    politics: grave,
    username_format: { points: 0, days: 0 },
  },
  ladder: { warning: 1, final_warning: 2, removal: 3 },
};

/** Days in which an earlier violation of a milder-first rule makes the next one count in full. */
export const firstTimeDays = 90;

/** The step that so many active points lead to; under `strict` every violation leads to removal. */
export function stepFor({ profile, ladder }: Policy, activePoints: number, isViolation: boolean): LadderStep {
  if (profile === 'strict' && isViolation) return 'removal';
  if (activePoints >= ladder.removal) return 'removal';
  if (activePoints >= ladder.final_warning) return 'final_warning';
  return activePoints >= ladder.warning ? 'warning' : 'none';
}
