/**
 * What can become of a matter: เปิด → มีผู้รับเรื่อง → วินิจฉัยแล้ว → ปิด. A case with tasks left is decided; when the last
 * is done it is closed. Every step there is stands in this table.
 */
export const caseStatuses = [
  'open',
  'claimed',
  'escalated',
  'proposed',
  'decided',
  'closed',
  'duplicate',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export type CaseStep =
  | 'claim'
  | 'release'
  | 'escalation'
  | 'return'
  | 'duplicate'
  | 'proposal'
  | 'refusal'
  | 'decision'
  | 'closing'
  | 'reopening';

interface Step {
  from: readonly CaseStatus[];
  to: CaseStatus;
}

export const caseSteps: Readonly<Record<CaseStep, Step>> = {
  claim: { from: ['open', 'claimed'], to: 'claimed' },
  release: { from: ['claimed'], to: 'open' },
  escalation: { from: ['open', 'claimed'], to: 'escalated' },
  return: { from: ['escalated'], to: 'open' },
  duplicate: { from: ['open', 'claimed', 'escalated'], to: 'duplicate' },
  /** A decision that waits for a second person. */
  proposal: { from: ['open', 'claimed', 'escalated'], to: 'proposed' },
  /** The second person does not agree, or the first takes it back. */
  refusal: { from: ['proposed'], to: 'open' },
  decision: { from: ['open', 'claimed', 'escalated', 'proposed'], to: 'decided' },
  closing: { from: ['decided'], to: 'closed' },
  /** An appeal left new tasks. */
  reopening: { from: ['closed'], to: 'decided' },
};

export const canStep = (status: CaseStatus, step: CaseStep): boolean => caseSteps[step].from.includes(status);

/** Whether somebody still has to decide: further reports of the same message join the case. */
export const isUndecided = (status: CaseStatus): boolean =>
  status === 'open' || status === 'claimed' || status === 'escalated' || status === 'proposed';
