import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../platform/actor-names.js';
import { currentActor } from '../../platform/request-context.js';
import { CaseView } from '../cases/case-view.service.js';
import type { Case } from '../cases/case.js';
import { SubjectView } from '../subjects/subject-view.service.js';
import { Subjects } from '../subjects/subjects.service.js';
import { textDto } from '../texts/text.dto.js';
import { Texts, type ShownText } from '../texts/texts.service.js';
import type { ReportDto, ReportSummaryDto } from './report.dto.js';
import type { Report } from './report.js';

/** Reports as callers see them. */
@Injectable()
export class ReportView {
  constructor(
    private readonly subjects: Subjects,
    private readonly people: SubjectView,
    private readonly texts: Texts,
    private readonly names: ActorNames,
    private readonly cases: CaseView,
  ) {}

  /** For lists: sensitive words are masked for everybody. */
  async summaries(reports: readonly Report[]): Promise<ReportSummaryDto[]> {
    return this.shown(reports, await this.texts.showInList(textIds(reports)));
  }

  /** The answer to filing is kept for replays, so it holds no sensitive words. */
  async filed(report: Report, row: Case): Promise<ReportDto> {
    const [summary] = await this.summaries([report]);
    return { ...summary!, case: (await this.cases.summaries([row]))[0]! };
  }

  async whole(report: Report, row: Case): Promise<ReportDto> {
    const [summary] = await this.shown([report], await this.texts.show(textIds([report]), currentActor()));
    return { ...summary!, case: (await this.cases.summaries([row]))[0]! };
  }

  private async shown(
    reports: readonly Report[],
    texts: ReadonlyMap<string, ShownText>,
  ): Promise<ReportSummaryDto[]> {
    const subjects = await this.subjects.findAll(reports.map(({ subjectId }) => subjectId));
    const names = await this.names.of([...new Set(reports.map(({ reportedBy }) => reportedBy))]);
    const text = (id: string | null) => (id ? textDto(texts.get(id)) : null);
    return reports.map((report) => {
      const { id, caseId, authorNickname, messageType, postedAt, textHash, source, reportedAt } = report;
      return {
        ...{ id, caseId, subject: this.people.ref(subjects.get(report.subjectId)!), authorNickname },
        ...{ messageType, postedAt, text: text(report.textId), textHash, note: text(report.noteTextId) },
        ...{ source, reportedBy: names.get(report.reportedBy) ?? report.reportedBy, reportedAt },
      };
    });
  }
}

const textIds = (reports: readonly Report[]) =>
  reports.flatMap(({ textId, noteTextId }) => [textId, noteTextId]);
