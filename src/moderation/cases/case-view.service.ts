import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { ActorNames } from '../../platform/actor-names.js';
import { Clock } from '../../platform/clock.js';
import { currentActor } from '../../platform/request-context.js';
import type { Report } from '../reports/report.js';
import { ReportsRepository } from '../reports/reports.repository.js';
import type { Suggestion } from '../reports/suggestion.js';
import { SubjectView } from '../subjects/subject-view.service.js';
import type { Subject } from '../subjects/subject.js';
import { Subjects } from '../subjects/subjects.service.js';
import { textDto, type TextDto } from '../texts/text.dto.js';
import { Texts, type ShownText } from '../texts/texts.service.js';
import { caseActionsOf } from './case-actions.js';
import type { CaseDto, CaseReportDto, CaseSummaryDto } from './case.dto.js';
import type { Case } from './case.js';
import { suggestionView } from './suggestion-view.js';

type Names = ReadonlyMap<string, string>;
type Shown = ReadonlyMap<string, ShownText>;
type Reading = (ids: readonly (string | null)[]) => Promise<Shown>;

const reportsShown = 100;

/** Cases as callers see them: sensitive words masked in lists, and for whoever lacks the scope. */
@Injectable()
export class CaseView {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly subjects: Subjects,
    private readonly people: SubjectView,
    private readonly texts: Texts,
    private readonly names: ActorNames,
    private readonly clock: Clock,
  ) {}

  /** For lists; in order. */
  async summaries(rows: readonly Case[]): Promise<CaseSummaryDto[]> {
    const subjects = await this.subjects.findAll(rows.map(({ subjectId }) => subjectId));
    const first = new Map((await this.reports.firstOf(rows.map(({ id }) => id))).map((r) => [r.caseId, r]));
    const shown = await this.texts.showInList([...first.values()].map(({ textId }) => textId));
    const names = await this.names.of(rows.flatMap(({ claimedBy }) => claimedBy ?? []));
    return rows.map((row) => {
      const subject = subjects.get(row.subjectId)!;
      const text = textOf(first.get(row.id)?.textId, shown);
      return { ...this.content(row, names), subject: this.people.ref(subject), text };
    });
  }

  whole(row: Case): Promise<CaseDto> {
    return this.show(row, (ids) => this.texts.show(ids, currentActor()));
  }

  /** For answers kept under an Idempotency-Key: sensitive words stay out of them. */
  forKeeping(row: Case): Promise<CaseDto> {
    return this.show(row, (ids) => this.texts.showInList(ids));
  }

  private async show(row: Case, read: Reading): Promise<CaseDto> {
    const reports = await this.reports.ofCase(row.id, reportsShown);
    const textIds = reports.flatMap(({ textId, noteTextId }) => [textId, noteTextId]);
    const shown = await read([...textIds, row.escalationTextId]);
    const names = await this.names.of([
      ...(row.claimedBy ? [row.claimedBy] : []),
      ...new Set(reports.map(({ reportedBy }) => reportedBy)),
    ]);
    const subject: Subject = await this.subjects.find(row.subjectId);
    const text = textOf(reports[0]?.textId, shown);
    return {
      ...this.content(row, names),
      subject: await this.people.whole(subject),
      text,
      suggestion: suggestionView(
        JSON.parse(row.suggestion) as Suggestion,
        text && !text.masked ? text.text : null,
      ),
      reports: reports.map((report) => reportOf(report, shown, names)),
      escalationReason: textOf(row.escalationTextId, shown),
      allowedActions: caseActionsOf(row, actorRef(currentActor()), this.clock.now()),
    };
  }

  private content(row: Case, names: Names): Omit<CaseSummaryDto, 'subject' | 'text'> {
    const held = row.claimedUntil !== null && row.claimedUntil > this.clock.now();
    const { id, status, messageType, suggestedRule, severity, reportCount } = row;
    return {
      ...{ id, status: status === 'claimed' && !held ? 'open' : status, messageType },
      ...{ suggestedRule, severity, reportCount },
      ...{ firstReportedAt: row.firstReportedAt, lastReportedAt: row.lastReportedAt },
      lastPostedAt: row.lastPostedAt,
      claimedBy: held && row.claimedBy ? (names.get(row.claimedBy) ?? row.claimedBy) : null,
      claimedUntil: held ? row.claimedUntil : null,
      ...{ decisionId: row.decisionId, proposalId: row.proposalId, duplicateOf: row.duplicateOf },
      ...{ updatedAt: row.updatedAt, closedAt: row.closedAt, version: row.version },
    };
  }
}

const textOf = (id: string | null | undefined, shown: Shown): TextDto | null =>
  id ? textDto(shown.get(id)) : null;

function reportOf(report: Report, shown: Shown, names: Names): CaseReportDto {
  const { id, authorNickname, postedAt, textId, noteTextId, reportedBy, reportedAt } = report;
  return {
    ...{ id, authorNickname, postedAt, text: textOf(textId, shown), note: textOf(noteTextId, shown) },
    ...{ reportedBy: names.get(reportedBy) ?? reportedBy, reportedAt },
  };
}
