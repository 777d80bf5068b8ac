/** A decision that waits for a second person (รอผู้ยืนยันอีกคน), as its proposal keeps it; the reason is kept apart. */
import type { RuleCode } from '../../screening/rule-codes.js';
import type { LadderStep } from '../policy/policy.js';
import type { Outcome } from './decision.js';

export interface ProposedDecision {
  outcome: Outcome;
  ruleCode: RuleCode | null;
  /** What it would lead to, by the facts of then. */
  step: LadderStep;
  ordersRemoval: boolean;
}
