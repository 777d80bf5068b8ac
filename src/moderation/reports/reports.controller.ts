import { Body, Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { reportExamples } from './report.examples.js';
import { BatchReportsInputDto, ReportInputDto, ReportsQuery } from './report-input.dto.js';
import { BatchReportsDto, ReportDto, ReportSummaryDto } from './report.dto.js';
import { ReportDesk } from './report-desk.service.js';
import { Reports } from './reports.service.js';

@Controller('v1/moderation/reports')
export class ReportsController {
  constructor(
    private readonly desk: ReportDesk,
    private readonly reports: Reports,
  ) {}

  @Endpoint({
    ...{ method: 'POST', tag: 'reports', order: 1, scope: 'moderation:write', returns: ReportDto },
    ...{ idempotent: true, examples: { request: reportExamples.one } },
    summary: { th: 'แจ้งข้อความในกลุ่ม', en: 'Report a message' },
    description: {
      th: 'รับแม้ข้อความถูกลบไปแล้วหรือผู้ส่งไม่อยู่ในทะเบียน ข้อความถูกเก็บเป็นหลักฐานทันที รายงานของข้อความเดียวกันจากผู้ส่งคนเดียวกันรวมเป็นเรื่องเดียว จำนวนรายงานไม่ทำให้เกิดคะแนน คนเป็นผู้ตัดสินเสมอ',
      en: 'Taken even if the message is gone or its author unknown. The text is kept as evidence at once; reports of the same message of the same author are one case. Reports alone never give points: a person decides.',
    },
  })
  file(@Body() body: ReportInputDto) {
    return this.desk.file(body);
  }

  @Endpoint({
    ...{ method: 'POST', path: 'batch', tag: 'reports', order: 2, scope: 'moderation:write' },
    ...{ returns: BatchReportsDto, status: 200, idempotent: true },
    examples: { request: reportExamples.batch },
    summary: { th: 'แจ้งหลายข้อความพร้อมกัน', en: 'Report many messages' },
    description: {
      th: 'ครั้งละ 1 ถึง 500 รายการ ตอบผลรายรายการตามลำดับพร้อม reference ของท่าน รายการที่ผิดไม่หยุดรายการอื่น',
      en: '1 to 500; one item each, in order, with your reference. A bad one stops no other.',
    },
  })
  fileBatch(@Body() body: BatchReportsInputDto) {
    return this.desk.fileBatch(body);
  }

  @Endpoint({
    ...{ method: 'GET', tag: 'reports', order: 5, scope: 'moderation:read' },
    ...{ returns: ReportSummaryDto, list: true },
    summary: { th: 'รายการรายงาน', en: 'List reports' },
    description: {
      th: 'ใหม่สุดก่อน ข้อความอ่อนไหวถูกปิดบังเสมอ',
      en: 'The newest first; sensitive texts are always masked.',
    },
  })
  list(@Query() query: ReportsQuery) {
    return this.reports.list(query);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id', tag: 'reports', order: 6, scope: 'moderation:read', returns: ReportDto },
    summary: { th: 'ดูรายงาน', en: 'Read a report' },
  })
  read(@Param('id') id: string) {
    return this.reports.read(id);
  }
}
