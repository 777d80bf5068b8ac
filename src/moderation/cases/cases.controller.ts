import { Body, Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { EndpointOptions } from '../../platform/http/endpoint.options.js';
import { IfMatch } from '../../platform/http/if-match.js';
import type { DocumentedError } from '../../platform/http/route.js';
import { caseExamples } from './case.examples.js';
import { CaseHandover } from './case-handover.service.js';
import { CaseDto, CasesQuery, CaseSummaryDto, DuplicateDto, EscalationDto } from './case.dto.js';
import { Cases } from './cases.service.js';

const errors: DocumentedError[] = [
  {
    status: 409,
    code: 'CASE_CLAIMED',
    when: { th: 'มีผู้รับเรื่องไว้แล้ว', en: 'Somebody else holds the case; claimedUntil says until when.' },
  },
  {
    status: 409,
    code: 'CASE_WRONG_STATUS',
    when: { th: 'สถานะของเรื่องไม่ใช่ขั้นตอนนี้', en: 'The step does not start from the present status.' },
  },
];

const step: Omit<EndpointOptions, 'summary'> = {
  ...{ method: 'POST', tag: 'cases', scope: 'moderation:write', returns: CaseDto, status: 200 },
  ...{ idempotent: true, ifMatch: 'optional', errors },
};

@Controller('v1/moderation/cases')
export class CasesController {
  constructor(
    private readonly cases: Cases,
    private readonly handover: CaseHandover,
  ) {}

  @Endpoint({
    ...{
      method: 'GET',
      tag: 'cases',
      order: 2,
      scope: 'moderation:read',
      returns: CaseSummaryDto,
      list: true,
    },
    summary: { th: 'รายการเรื่องที่ต้องพิจารณา', en: 'List cases' },
    description: {
      th: 'ใหม่สุดก่อน ข้อความอ่อนไหวถูกปิดบังเสมอ หากต้องการเรื่องถัดไปที่เร่งด่วนที่สุด ใช้ POST …/cases/next',
      en: 'The newest first, sensitive texts always masked. For the most urgent one use POST …/cases/next.',
    },
  })
  list(@Query() query: CasesQuery) {
    return this.cases.list(query);
  }

  @Endpoint({
    ...{ method: 'POST', path: 'next', tag: 'cases', order: 1, scope: 'moderation:write' },
    ...{ returns: CaseDto, status: 200, idempotent: true },
    summary: { th: 'รับเรื่องถัดไป', en: 'Claim the next case' },
    description: {
      th: 'รับเรื่องที่เร่งด่วนที่สุดที่ยังไม่มีผู้รับ (เรื่องร้ายแรงก่อน แล้วตามลำดับที่แจ้ง) เรื่องจะเป็นของท่าน 30 นาที ผู้ดูแลสองคนไม่ได้เรื่องเดียวกัน',
      en: 'The most urgent case that nobody holds, S3 first, then the oldest; yours for 30 minutes. No two moderators get the same.',
    },
    errors: [
      {
        status: 404,
        code: 'NO_CASE_WAITING',
        when: { th: 'ไม่มีเรื่องรอพิจารณา', en: 'No case waits for anybody.' },
      },
    ],
  })
  claimNext() {
    return this.cases.claimNext();
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id', tag: 'cases', order: 3, scope: 'moderation:read', returns: CaseDto },
    summary: { th: 'ดูเรื่องที่ต้องพิจารณา', en: 'Read a case' },
    description: {
      th: 'มีรายงานทั้งหมด คำแนะนำจากการตรวจข้อความ ข้อมูลผู้ส่ง และสิ่งที่ทำได้ (allowedActions)',
      en: 'With its reports, what screening suggests, who the author is, and what may be done now.',
    },
  })
  read(@Param('id') id: string) {
    return this.cases.read(id);
  }

  @Endpoint({
    ...{ ...step, path: ':id/claim', order: 4 },
    summary: { th: 'รับเรื่อง', en: 'Claim a case' },
    description: {
      th: 'เรื่องเป็นของท่าน 30 นาที ทำซ้ำเพื่อต่อเวลาได้',
      en: 'Yours for 30 minutes; again for more time.',
    },
  })
  claim(@Param('id') id: string, @IfMatch() version?: number) {
    return this.cases.claim(id, version);
  }

  @Endpoint({
    ...{ ...step, path: ':id/release', order: 5 },
    summary: { th: 'คืนเรื่องเข้าคิว', en: 'Release a case' },
  })
  release(@Param('id') id: string, @IfMatch() version?: number) {
    return this.cases.release(id, version);
  }

  @Endpoint({
    ...{ ...step, path: ':id/escalation', order: 6, examples: { request: caseExamples.escalation } },
    summary: { th: 'ส่งต่อให้ผู้รับผิดชอบระดับสูงขึ้น', en: 'Escalate a case' },
  })
  escalate(@Param('id') id: string, @Body() { reason }: EscalationDto, @IfMatch() version?: number) {
    return this.handover.escalate(id, reason, version);
  }

  @Endpoint({
    ...{ ...step, path: ':id/return', order: 7 },
    summary: { th: 'ส่งเรื่องที่ส่งต่อกลับเข้าคิว', en: 'Return an escalated case to the queue' },
  })
  returnToQueue(@Param('id') id: string, @IfMatch() version?: number) {
    return this.cases.returnToQueue(id, version);
  }

  @Endpoint({
    ...{ ...step, path: ':id/duplicate', order: 8, examples: { request: caseExamples.duplicate } },
    summary: { th: 'ปิดเป็นเรื่องซ้ำ', en: 'End a case as a duplicate' },
    description: {
      th: 'ต้องเป็นเรื่องของคนเดียวกัน รายงานยังอยู่ ไม่มีการนับคะแนน รายงานใหม่ของข้อความนี้จะไปอยู่กับเรื่องที่อ้างถึง',
      en: 'Of the same person. The reports stay, no points; further reports of the message join the other case.',
    },
  })
  markDuplicate(@Param('id') id: string, @Body() { of }: DuplicateDto, @IfMatch() version?: number) {
    return this.handover.markDuplicate(id, of, version);
  }
}
