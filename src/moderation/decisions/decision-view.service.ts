import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../platform/actor-names.js';
import { currentActor } from '../../platform/request-context.js';
import { decisionAction } from '../cases/case-actions.js';
import { CaseView } from '../cases/case-view.service.js';
import { ProposalView } from '../proposals/proposal-view.service.js';
import { Rules } from '../rules/rules.service.js';
import { sanctionView, strikeView } from '../standing/standing-view.js';
import { taskTitles } from '../tasks/task-guide.js';
import { textDto } from '../texts/text.dto.js';
import { Texts, type ShownText } from '../texts/texts.service.js';
import type { DecisionMade } from './decision-effects.service.js';
import type { Settlement } from './decision-settling.service.js';
import type { DecidedDto, DecisionDto, DecisionPreviewDto } from './decision.dto.js';
import type { Decision } from './decision.js';
import { DecisionTraces } from './decision-traces.service.js';
import type { Facts, Verdict } from './verdict.js';

/** Decisions as callers see them; sensitive words only with the scope for them. */
@Injectable()
export class DecisionView {
  constructor(
    private readonly cases: CaseView,
    private readonly names: ActorNames,
    private readonly rules: Rules,
    private readonly texts: Texts,
    private readonly traces: DecisionTraces,
    private readonly proposals: ProposalView,
  ) {}

  preview(caseId: string, { rule, policy, finding }: Facts, verdict: Verdict): DecisionPreviewDto {
    const { hash: previewHash, tasks, ...rest } = verdict;
    return {
      ...rest,
      tasks: tasks.map(({ kind, dueAt }) => ({ kind, title: taskTitles[kind], dueAt })),
      ...{ policyNumber: policy.number, ruleVersionId: rule?.versionId ?? null, previewHash },
      allowedActions: [decisionAction(caseId, { ...finding, previewHash })],
    };
  }

  async decided({ matter, made, proposal }: Settlement): Promise<DecidedDto> {
    return {
      case: await this.cases.forKeeping(matter),
      ...(await this.madeOf(made)),
      proposal: proposal && (await this.proposals.forKeeping(proposal)),
    };
  }

  /** With the texts as this caller may read them. */
  async decision(decision: Decision): Promise<DecisionDto> {
    const ids = [decision.reasonTextId, decision.noticeTextId];
    return this.show(decision, await this.texts.show(ids, currentActor()));
  }

  /** For answers kept under an Idempotency-Key: sensitive words stay out of them. */
  async forKeeping(decision: Decision): Promise<DecisionDto> {
    const { reasonTextId, noticeTextId } = decision;
    return this.show(decision, await this.texts.showInList([reasonTextId, noticeTextId]));
  }

  private async show(decision: Decision, texts: ReadonlyMap<string, ShownText>): Promise<DecisionDto> {
    const { decidedBy, confirmedBy, reasonTextId, noticeTextId } = decision;
    const names = await this.names.of([decidedBy, confirmedBy ?? []].flat());
    const { id, caseId, subjectId, sellerId, outcome, points, leniency, severity, expiresAt } = decision;
    const { pointsBefore, pointsAfter, step, policyNumber, decidedAt, replaces } = decision;
    return {
      ...{ id, caseId, subjectId, sellerId, outcome, rule: await this.ruleOf(decision) },
      ...{ points, leniency, severity, expiresAt, pointsBefore, pointsAfter, step, policyNumber },
      reason: textDto(texts.get(reasonTextId)),
      notice: textDto(texts.get(noticeTextId ?? '')),
      ...(await this.traces.of(decision)),
      ...{ replaces: replaces || null, decidedBy, decidedByName: names.get(decidedBy) ?? null },
      ...{ confirmedBy, confirmedByName: names.get(confirmedBy ?? '') ?? null, decidedAt },
    };
  }

  private async madeOf(made: DecisionMade | null): Promise<Omit<DecidedDto, 'case' | 'proposal'>> {
    if (made === null) return { decision: null, strike: null, sanction: null, taskIds: [] };
    const { decision, strike, sanction, tasks } = made;
    return {
      decision: await this.forKeeping(decision),
      strike: strike && strikeView({ strike, state: 'active', reversal: null }),
      sanction: sanction && sanctionView({ sanction, holds: true, end: null }),
      taskIds: tasks.map(({ id }) => id),
    };
  }

  private async ruleOf({ ruleVersionId }: Decision): Promise<DecisionDto['rule']> {
    if (ruleVersionId === null) return null;
    const { code, number, title } = await this.rules.version(ruleVersionId);
    return { code, versionId: ruleVersionId, number, title };
  }
}
