import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Case } from '../cases/case.js';
import { CaseWords } from '../cases/case-words.service.js';
import type { Decision } from '../decisions/decision.js';
import { retainUntil } from '../texts/retention.js';
import { Texts, type KeptText } from '../texts/texts.service.js';
import type { Appeal } from './appeal.js';

/** The words of appeals; while one is heard nothing of its case is forgotten. Needs a transaction. */
@Injectable()
export class AppealTexts {
  constructor(
    private readonly texts: Texts,
    private readonly words: CaseWords,
    private readonly clock: Clock,
  ) {}

  async keepApplication(
    matter: Case,
    decision: Decision,
    statement: string,
    newEvidence: string | undefined,
  ): Promise<Pick<Appeal, 'statementTextId' | 'newEvidenceTextId'>> {
    await this.words.retain(matter, null);
    await this.texts.retain(wordsOf(decision), null);
    const sensitive = decision.severity === 'S3' || matter.isSensitive === 1;
    const told = await this.texts.keep({ kind: 'statement', text: statement, sensitive });
    if (newEvidence === undefined) return { statementTextId: told.id, newEvidenceTextId: null };
    const more = await this.texts.keep({ kind: 'statement', text: newEvidence, sensitive });
    return { statementTextId: told.id, newEvidenceTextId: more.id };
  }

  /** What is told at the end, and how long all of it is kept from now on. */
  async keepEnding(
    { appeal, decision, matter }: { appeal: Appeal; decision: Decision; matter: Case },
    { reply, notice }: { reply: string; notice: string | null },
  ): Promise<{ reply: KeptText; notice: KeptText | null }> {
    const sensitive = decision.severity === 'S3' || matter.isSensitive === 1;
    const until = retainUntil(decision.severity, decision.outcome, this.clock.now());
    const kept = await this.texts.keepAll([
      { kind: 'reply', text: reply, sensitive, retainUntil: until },
      ...(notice === null ? [] : [{ kind: 'notice' as const, text: notice, sensitive, retainUntil: until }]),
    ]);
    await this.retainAll({ appeal, decision, matter }, until);
    return { reply: kept[0]!, notice: kept[1] ?? null };
  }

  /** Nothing came of the appeal. */
  async endWithdrawn(hand: { appeal: Appeal; decision: Decision; matter: Case }): Promise<void> {
    const { severity, outcome } = hand.decision;
    await this.retainAll(hand, retainUntil(severity, outcome, this.clock.now()));
  }

  private async retainAll(
    { appeal, decision, matter }: { appeal: Appeal; decision: Decision; matter: Case },
    until: string,
  ): Promise<void> {
    await this.words.retain(matter, until);
    const own = [appeal.statementTextId, appeal.newEvidenceTextId].filter((id) => id !== null);
    await this.texts.retain([...own, ...wordsOf(decision)], until);
  }
}

const wordsOf = ({ reasonTextId, noticeTextId }: Decision): string[] =>
  noticeTextId === null ? [reasonTextId] : [reasonTextId, noticeTextId];
