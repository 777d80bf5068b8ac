/** Standing, strikes and sanctions as callers see them: ใบเตือน มาตรการ และสิ่งที่ยกเลิกไป */
import type { StandingReport } from './standing-report.js';
import type { EndDto, SanctionDto, StrikeDto } from './standing.dto.js';
import type { SanctionEnd } from './sanction.js';
import type { StrikeReversal } from './strike.js';

const endOf = (end: SanctionEnd | StrikeReversal | null): EndDto | null =>
  end && { at: end.at, cause: end.cause, causeId: end.causeId, endedBy: end.endedBy };

export const strikeView = ({ strike, state, reversal }: StandingReport['strikes'][number]): StrikeDto => {
  const { id, decisionId, subjectId, ruleCode, points, issuedAt, expiresAt } = strike;
  const what = { id, decisionId, subjectId, ruleCode, points, issuedAt, expiresAt };
  return { ...what, state, reversal: endOf(reversal) };
};

export const sanctionView = ({ sanction, holds, end }: StandingReport['sanctions'][number]): SanctionDto => {
  const { id, decisionId, subjectId, kind, startedAt } = sanction;
  return { id, decisionId, subjectId, kind, startedAt, holds, end: endOf(end) };
};
