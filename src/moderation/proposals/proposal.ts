/** A deed that takes two people (ต้องมีผู้ยืนยันอีกคน): one proposes it, another confirms it, and only then it happens. */
export const proposalKinds = ['decision', 'reinstatement'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalStatuses = ['proposed', 'confirmed', 'refused', 'withdrawn'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

export type ProposalStep = 'confirmation' | 'refusal' | 'withdrawal';

export const proposalSteps: Readonly<
  Record<ProposalStep, { from: readonly ProposalStatus[]; to: ProposalStatus }>
> = {
  confirmation: { from: ['proposed'], to: 'confirmed' },
  refusal: { from: ['proposed'], to: 'refused' },
  withdrawal: { from: ['proposed'], to: 'withdrawn' },
};

export interface Proposal {
  id: string;
  kind: ProposalKind;
  status: ProposalStatus;
  subjectId: string;
  sellerId: string | null;
  caseId: string | null;
  /** JSON: the order to carry out, by ids. */
  contents: string;
  reasonTextId: string;
  proposedBy: string;
  proposedAt: string;
  endedBy: string | null;
  endedAt: string | null;
  version: number;
}
