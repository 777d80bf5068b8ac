/** One recorded violation (ใบเตือน) with points and an expiry date; never edited. Taken back, it gets a reversal. */
import type { RuleCode } from '../../screening/rule-codes.js';

export interface Strike {
  id: string;
  decisionId: string;
  subjectId: string;
  ruleCode: RuleCode;
  points: number;
  issuedAt: string;
  expiresAt: string;
}

export type EndCause = 'appeal' | 'reinstatement';

export interface StrikeReversal {
  strikeId: string;
  subjectId: string;
  at: string;
  cause: EndCause;
  /** The appeal's or the proposal's id. */
  causeId: string;
  endedBy: string;
}
