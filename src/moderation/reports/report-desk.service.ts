import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, Invalid } from '../../platform/errors.js';
import { statusOf } from '../../platform/http/problem.js';
import { validated } from '../../platform/http/validation.pipe.js';
import { currentContext } from '../../platform/request-context.js';
import { Subjects } from '../subjects/subjects.service.js';
import { MessageScreening } from './message-screening.service.js';
import { BatchReportInputDto, type BatchReportsInputDto, type ReportInputDto } from './report-input.dto.js';
import type { BatchReportItemDto, BatchReportsDto, ReportDto } from './report.dto.js';
import { ReportFiling, type FiledReport } from './report-filing.service.js';
import { orderOf, type ReportOrder } from './report-order.js';
import { ReportView } from './report-view.service.js';

/** Takes reports in: one, or many at once. */
@Injectable()
export class ReportDesk {
  constructor(
    private readonly database: Database,
    private readonly screening: MessageScreening,
    private readonly subjects: Subjects,
    private readonly filing: ReportFiling,
    private readonly view: ReportView,
    private readonly clock: Clock,
  ) {}

  async file(input: ReportInputDto): Promise<ReportDto> {
    const order = orderOf(input, 'single', this.clock.now());
    const [refused] = await this.refusals([order]);
    if (refused) throw refused;
    const screened = await this.screening.screen([order]);
    return this.database.transaction(async () => {
      const [filed] = await this.filing.fileAll(screened);
      return this.view.filed(filed!.report, filed!.case);
    });
  }

  /** One item per report, in order; a bad one stops no other. */
  fileBatch({ reports }: BatchReportsInputDto): Promise<BatchReportsDto> {
    const now = this.clock.now();
    return this.fileEach(
      reports.map((raw) => ({
        reference: referenceOf(raw),
        read: () => orderOf(readItem(raw), 'batch', now),
      })),
    );
  }

  /** The same for reports that are read already. */
  async fileEach(
    items: readonly { reference: string | null; read: () => ReportOrder }[],
  ): Promise<BatchReportsDto> {
    const read = items.map((item) => settled(item.read));
    const orders = read.flatMap((each) => (each instanceof AppError ? [] : [each]));
    const refusals = await this.refusals(orders);
    const good = await this.screening.screen(orders.filter((_, i) => !refusals[i]));
    return this.database.transaction(async () => {
      const filed = (await this.filing.fileAll(good)).values();
      const outcomes = refusals.map((refused) => refused ?? filed.next().value!).values();
      const answers = read.map((each) => (each instanceof AppError ? each : outcomes.next().value!));
      return { items: items.map(({ reference }, i) => itemOf(reference, answers[i]!)) };
    });
  }

  /** A key limited to cooperatives reports their sellers only, and learns nothing of others. */
  private async refusals(orders: readonly ReportOrder[]): Promise<(Invalid | undefined)[]> {
    const reachable = await this.subjects.reachable(orders.map(({ authorNickname }) => authorNickname));
    return orders.map(({ authorNickname }) => (reachable.has(authorNickname) ? undefined : outOfReach()));
  }
}

const readItem = (raw: unknown): BatchReportInputDto => validated(BatchReportInputDto, raw ?? []);

function settled<T>(work: () => T): T | AppError {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function referenceOf(raw: unknown): string | null {
  const reference = (raw as { reference?: unknown } | null)?.reference;
  return typeof reference === 'string' ? reference.slice(0, 100) : null;
}

function itemOf(reference: string | null, outcome: FiledReport | AppError): BatchReportItemDto {
  if (!(outcome instanceof AppError)) {
    const { id: reportId, caseId } = outcome.report;
    return { reference, status: 201, reportId, caseId, code: null, message: null, errors: [] };
  }
  const { language } = currentContext();
  const errors = outcome instanceof Invalid ? outcome.errors : [];
  return {
    ...{ reference, status: statusOf(outcome), reportId: null, caseId: null },
    ...{ code: outcome.code, message: outcome.text },
    errors: errors.map((each) => ({ ...each, message: each.message[language] })),
  };
}

const outOfReach = (): Invalid =>
  Invalid.field('/authorUsername', 'NOT_YOUR_SELLER', {
    th: 'authorUsername ไม่ใช่ผู้ขายของสหกรณ์ที่คีย์นี้ดูแล กรุณาแจ้งผู้ดูแลกลุ่มโดยตรง',
    en: 'authorUsername is no seller of the cooperatives this key is for; tell a moderator of the group.',
  });
