/**
 * Somebody asks for a decision to be looked at again (การอุทธรณ์), until the end of the 20th day in Bangkok after the
 * notice was delivered; one for each decision, one more on new evidence. The reviewer is never the decider.
 */
export const appealStatuses = ['filed', 'claimed', 'decided', 'withdrawn'] as const;
export type AppealStatus = (typeof appealStatuses)[number];

export type AppealStep = 'claim' | 'release' | 'decision' | 'withdrawal';

export const appealSteps: Readonly<Record<AppealStep, { from: readonly AppealStatus[]; to: AppealStatus }>> =
  {
    claim: { from: ['filed', 'claimed'], to: 'claimed' },
    release: { from: ['claimed'], to: 'filed' },
    decision: { from: ['filed', 'claimed'], to: 'decided' },
    withdrawal: { from: ['filed', 'claimed'], to: 'withdrawn' },
  };

export const canAppealStep = (status: AppealStatus, step: AppealStep): boolean =>
  appealSteps[step].from.includes(status);

export const appealOutcomes = ['upheld', 'modified', 'overturned'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** Who asks; staff write it down for them. */
export const appellants = ['seller', 'cooperative_officer', 'moderator'] as const;
export type Appellant = (typeof appellants)[number];

export const appealDays = 20;

export interface Appeal {
  id: string;
  decisionId: string;
  caseId: string;
  subjectId: string;
  /** From 1, withdrawn ones counted; more than one is heard on new evidence only. */
  number: number;
  status: AppealStatus;
  appellant: Appellant;
  filedBy: string;
  filedAt: string;
  statementTextId: string;
  newEvidenceTextId: string | null;
  claimedBy: string | null;
  claimedUntil: string | null;
  outcome: AppealOutcome | null;
  decidedAt: string | null;
  updatedAt: string;
  version: number;
}

/** Never changed. */
export interface AppealDecision {
  id: string;
  appealId: string;
  outcome: AppealOutcome;
  /** The finding that stands in place of the old one, if modified. */
  newDecisionId: string | null;
  replyTextId: string;
  replyHash: string;
  decidedBy: string;
  decidedAt: string;
}
