/** What a decision led to (มาตรการ): a warning, a final warning, a removal. Its end is a row of its own. */
import type { LadderStep } from '../policy/policy.js';
import type { EndCause } from './strike.js';

export type SanctionKind = Exclude<LadderStep, 'none'>;

export interface Sanction {
  id: string;
  decisionId: string;
  subjectId: string;
  kind: SanctionKind;
  startedAt: string;
}

export interface SanctionEnd {
  sanctionId: string;
  subjectId: string;
  at: string;
  cause: EndCause;
  causeId: string;
  endedBy: string;
}
