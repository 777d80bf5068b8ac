import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import { isUndecided } from '../cases/case-course.js';
import { CaseJoining } from '../cases/case-joining.service.js';
import type { Case } from '../cases/case.js';
import { Subjects } from '../subjects/subjects.service.js';
import { Texts, type NewText } from '../texts/texts.service.js';
import type { ScreenedMessage } from './message-screening.service.js';
import type { ReportOrder } from './report-order.js';
import type { Report } from './report.js';
import { ReportsRepository } from './reports.repository.js';

export type ScreenedOrder = ReportOrder & ScreenedMessage;

/** A report with the case that took it. */
export interface FiledReport {
  report: Report;
  case: Case;
}

/** Writes reports down with their evidence; few queries, however many. */
@Injectable()
export class ReportFiling {
  constructor(
    private readonly subjects: Subjects,
    private readonly joining: CaseJoining,
    private readonly texts: Texts,
    private readonly repository: ReportsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** In order. Needs a transaction. */
  async fileAll(orders: readonly ScreenedOrder[]): Promise<FiledReport[]> {
    const subjects = await this.subjects.ofNicknames(orders.map(({ authorNickname }) => authorNickname));
    const cases = await this.joining.joinAll(
      orders.map((order) => ({ ...order, subjectId: subjects.get(order.authorNickname)!.id })),
    );
    const reports = await this.withEvidence(orders, cases);
    await this.repository.insert(reports);
    for (const { id, caseId, subjectId } of reports) {
      const payload = { caseId, subjectId };
      this.journal.record({ action: 'report.filed', subject: { type: 'report', id }, payload });
    }
    return reports.map((report, i) => ({ report, case: cases[i]! }));
  }

  private async withEvidence(orders: readonly ScreenedOrder[], cases: readonly Case[]): Promise<Report[]> {
    const until = await this.retentions(cases);
    const texts: NewText[] = [];
    const keep = (kind: 'message' | 'note', text: string | null, { id, isSensitive }: Case) => {
      if (text === null) return undefined;
      return texts.push({ kind, text, sensitive: isSensitive === 1, retainUntil: until.get(id) ?? null }) - 1;
    };
    const places = orders.map(({ text, note }, i) => ({
      message: keep('message', text, cases[i]!),
      note: keep('note', note, cases[i]!),
    }));
    const kept = await this.texts.keepAll(texts);
    const [reportedBy, reportedAt] = [actorRef(currentActor()), this.clock.now()];
    return orders.map(({ authorNickname, messageType, postedAt, fingerprint, source }, i) => {
      const { message, note } = places[i]!;
      const evidence = message === undefined ? undefined : kept[message];
      return {
        ...{ id: newId(), caseId: cases[i]!.id, subjectId: cases[i]!.subjectId, authorNickname, messageType },
        ...{ postedAt, textId: evidence?.id ?? null, textHash: evidence?.hash ?? null },
        noteTextId: note === undefined ? null : kept[note]!.id,
        ...{ fingerprint, source, reportedBy, reportedAt },
      };
    });
  }

  /** A late report of a matter that has ended is kept as long as the others. */
  private async retentions(cases: readonly Case[]): Promise<Map<string, string | null>> {
    const ended = new Set(cases.filter(({ status }) => !isUndecided(status)).map(({ id }) => id));
    const until = new Map<string, string | null>();
    for (const id of ended) until.set(id, await this.repository.retentionOf(id));
    return until;
  }
}
