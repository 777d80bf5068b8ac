/**
 * Keeps causes before their effects: what one deed writes differs by milliseconds, and the deed itself is often written
 * last. ผลการอุทธรณ์มาก่อน แล้วจึงเล่าว่าใบเตือนถูกยกเลิก
 */
import type { DossierFacts } from './dossier.js';

/** When the deed was complete that an effect came of; undefined if it came of none. */
export interface StoryMoments {
  /** Of an appeal or a proposal, by its id. */
  cause(causeId: string): string | undefined;
  /** Of the appeal or confirmation that made this decision. */
  making(decisionId: string): string | undefined;
  /** Of what took this decision back. */
  undoing(decisionId: string): string | undefined;
}

type Known = Pick<DossierFacts, 'appeals' | 'appealDecisions' | 'proposals' | 'decisions' | 'record'>;

export function momentsOf({ appeals, appealDecisions, proposals, decisions, record }: Known): StoryMoments {
  const ended = proposals.filter(({ endedAt }) => endedAt !== null);
  const causes = new Map([
    ...appealDecisions.map(({ appealId, decidedAt }) => [appealId, decidedAt] as const),
    ...ended.map(({ id, endedAt }) => [id, endedAt!] as const),
  ]);
  const confirmed = new Map(
    ended.flatMap(({ caseId, status, endedAt }) =>
      caseId !== null && status === 'confirmed' ? [[caseId, endedAt!] as const] : [],
    ),
  );
  const makings = new Map([
    ...decisions.flatMap(({ id, caseId, confirmedBy }) =>
      confirmedBy !== null && confirmed.has(caseId) ? [[id, confirmed.get(caseId)!] as const] : [],
    ),
    ...appealDecisions.flatMap(({ newDecisionId, decidedAt }) =>
      newDecisionId === null ? [] : [[newDecisionId, decidedAt] as const],
    ),
  ]);
  const ends = new Map(record.ends.map(({ sanctionId, causeId }) => [sanctionId, causes.get(causeId)]));
  const undone = new Map([
    ...record.sanctions.map(({ id, decisionId }) => [decisionId, ends.get(id)] as const),
    ...appeals.flatMap(({ id, decisionId, outcome }) =>
      outcome === 'overturned' || outcome === 'modified' ? [[decisionId, causes.get(id)] as const] : [],
    ),
  ]);
  return {
    cause: (causeId) => causes.get(causeId),
    making: (decisionId) => makings.get(decisionId),
    undoing: (decisionId) => undone.get(decisionId),
  };
}
