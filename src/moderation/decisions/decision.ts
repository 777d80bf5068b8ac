/** A moderator's finding on a case (คำวินิจฉัย), with the rule and the policy it was made under. Never changed. */
import type { RuleCode } from '../../screening/rule-codes.js';
import type { LadderStep } from '../policy/policy.js';
import type { Severity } from '../rules/severity.js';

/** `notice` reminds of a rule and gives no points. */
export const outcomes = ['violation', 'dismissed', 'notice'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a violation gave fewer points than its rule has. */
export type Leniency = 'first_time' | 'before_notice';

export interface Decision {
  id: string;
  caseId: string;
  /** The decision this one stands in place of after an appeal; '' for a case's first. */
  replaces: string;
  subjectId: string;
  sellerId: string | null;
  outcome: Outcome;
  ruleCode: RuleCode | null;
  ruleVersionId: string | null;
  severity: Severity | null;
  policyNumber: number;
  points: number;
  leniency: Leniency | null;
  expiresAt: string | null;
  pointsBefore: number;
  pointsAfter: number;
  step: LadderStep;
  reasonTextId: string;
  reasonHash: string;
  noticeTextId: string | null;
  noticeHash: string | null;
  decidedBy: string;
  /** The second person, where two were needed. */
  confirmedBy: string | null;
  decidedAt: string;
}
