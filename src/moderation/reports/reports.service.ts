import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import { CaseDesk } from '../cases/case-desk.service.js';
import type { ReportDto, ReportSummaryDto } from './report.dto.js';
import type { ReportsQuery } from './report-input.dto.js';
import { ReportView } from './report-view.service.js';
import { ReportsRepository } from './reports.repository.js';

/** Finding reports; those about people out of the caller's reach are not there. */
@Injectable()
export class Reports {
  constructor(
    private readonly repository: ReportsRepository,
    private readonly cases: CaseDesk,
    private readonly view: ReportView,
    private readonly cursors: Cursors,
  ) {}

  async read(id: string): Promise<ReportDto> {
    const report = await this.repository.find(id);
    if (!report) throw new NotFound();
    return this.view.whole(report, await this.cases.find(report.caseId));
  }

  async list({ limit = 50, cursor, ...query }: ReportsQuery): Promise<Page<ReportSummaryDto>> {
    const actor = currentActor();
    const { reportedBy, from, to, ...rest } = query;
    const filter = {
      ...{ ...rest, cooperativeIds: actor.cooperativeIds && [...actor.cooperativeIds] },
      ...{ reportedBy: reportedBy && actorRef(actor), from: instant(from), to: instant(to) },
    };
    const [before] = this.cursors.open(cursor, query) ?? [];
    const rows = await this.repository.page(filter, before as string | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ id }) => [id], query);
    return { items: await this.view.summaries(page.items), nextCursor: page.nextCursor };
  }
}

const instant = (text: string | undefined): string | undefined => text && new Date(text).toISOString();
