import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { currentActor } from '../../platform/request-context.js';
import type { DecisionDto } from '../decisions/decision.dto.js';
import type { Decision } from '../decisions/decision.js';
import { Decisions } from '../decisions/decisions.service.js';
import { DecisionView } from '../decisions/decision-view.service.js';
import { textDto } from '../texts/text.dto.js';
import { Texts, type ShownText } from '../texts/texts.service.js';
import { appealActions } from './appeal-actions.js';
import { AppealPeople } from './appeal-people.service.js';
import type { AppealDto, AppealSummaryDto } from './appeals.dto.js';
import type { Appeal } from './appeal.js';
import { AppealsRepository } from './appeals.repository.js';

type TextIds = readonly (string | null)[];

/** Appeals as callers see them; sensitive words only with the scope for them. */
@Injectable()
export class AppealView {
  constructor(
    private readonly people: AppealPeople,
    private readonly repository: AppealsRepository,
    private readonly decisions: Decisions,
    private readonly decisionView: DecisionView,
    private readonly texts: Texts,
    private readonly clock: Clock,
  ) {}

  /** Those about people out of the caller's reach are missing. */
  async all(appeals: readonly Appeal[]): Promise<AppealSummaryDto[]> {
    const { names, subjects } = await this.people.of(appeals);
    return appeals.flatMap((appeal) => {
      const subject = subjects.get(appeal.subjectId);
      return subject
        ? [{ ...summary(appeal, names), nickname: subject.nickname, sellerId: subject.sellerId }]
        : [];
    });
  }

  /** As this caller may read it. */
  async one(appeal: Appeal): Promise<AppealDto> {
    const decision = await this.decisions.find(appeal.decisionId);
    const show = (ids: TextIds) => this.texts.show(ids, currentActor());
    return this.whole(appeal, decision, await this.decisionView.decision(decision), show);
  }

  /** For answers kept under an Idempotency-Key: sensitive words stay out of them. */
  async forKeeping(appeal: Appeal): Promise<AppealDto> {
    const decision = await this.decisions.find(appeal.decisionId);
    const show = (ids: TextIds) => this.texts.showInList(ids);
    return this.whole(appeal, decision, await this.decisionView.forKeeping(decision), show);
  }

  private async whole(
    appeal: Appeal,
    decision: Decision,
    shownDecision: DecisionDto,
    show: (ids: TextIds) => Promise<Map<string, ShownText>>,
  ): Promise<AppealDto> {
    const [shown] = await this.all([appeal]);
    const [ended] = await this.repository.decisionsOf([appeal.id]);
    const { statementTextId, newEvidenceTextId } = appeal;
    const texts = await show([statementTextId, newEvidenceTextId, ended?.replyTextId ?? null]);
    return {
      ...shown!,
      statement: textDto(texts.get(statementTextId)),
      newEvidence: textDto(texts.get(newEvidenceTextId ?? '')),
      reply: textDto(texts.get(ended?.replyTextId ?? '')),
      ...{ decidedBy: ended?.decidedBy ?? null, newDecisionId: ended?.newDecisionId ?? null },
      decidedByName: ended ? await this.people.nameOf(ended.decidedBy) : null,
      decision: shownDecision,
      allowedActions: appealActions(
        appeal,
        await this.people.decidersOf(appeal.caseId),
        currentActor(),
        this.clock.now(),
      ),
    };
  }
}

function summary(
  appeal: Appeal,
  names: ReadonlyMap<string, string>,
): Omit<AppealSummaryDto, 'nickname' | 'sellerId'> {
  const { id, decisionId, caseId, subjectId, number, status, appellant, version } = appeal;
  const { filedBy, filedAt, claimedBy, claimedUntil, outcome, decidedAt } = appeal;
  return {
    ...{ id, decisionId, caseId, subjectId, number, status, appellant },
    ...{ filedBy, filedByName: names.get(filedBy) ?? null, filedAt },
    ...{ claimedBy, claimedByName: names.get(claimedBy ?? '') ?? null, claimedUntil },
    ...{ outcome, decidedAt, version },
  };
}
