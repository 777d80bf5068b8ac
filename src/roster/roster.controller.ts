import { Body, Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { pastedLimit } from '../platform/http/http.options.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { RosterAudits } from './roster-audits.service.js';
import { RosterReports } from './roster-reports.service.js';
import { RosterTasks } from './roster-tasks.service.js';
import {
  MissingSellerDto,
  RosterAuditDto,
  RosterAuditRequestDto,
  RosterEntriesQuery,
  RosterEntryDto,
  RosterTasksDto,
  RosterTasksRequestDto,
} from './roster.dto.js';
import { rosterExamples } from './roster.examples.js';

@Controller('v1/roster-audits')
export class RosterController {
  constructor(
    private readonly audits: RosterAudits,
    private readonly reports: RosterReports,
    private readonly tasks: RosterTasks,
  ) {}

  @Endpoint({
    ...{ method: 'POST', tag: 'roster', order: 1, scope: 'moderation:write', returns: RosterAuditDto },
    ...{ idempotent: true, bodyLimit: pastedLimit, examples: { request: rosterExamples.audit } },
    summary: { th: 'ตรวจรายชื่อสมาชิกกลุ่มกับทะเบียน', en: 'Compare the member list with the registry' },
    description: {
      th: 'คัดลอกรายชื่อสมาชิกใน OpenChat มาวาง หนึ่งชื่อต่อบรรทัด ระบบบอกผลของแต่ละชื่อ ผู้ที่เคยถูกเชิญออก และผู้ขายที่ไม่อยู่ในรายชื่อ ยังไม่สร้างงานใด ๆ',
      en: 'Paste the OpenChat member list, one nickname a line. Tells what each nickname is, who was removed before, and which sellers are missing. Makes no tasks by itself.',
    },
    errors: [
      { status: 400, code: 'ROSTER_EMPTY', when: { th: 'ไม่มีชื่อในข้อความ', en: 'No nickname in the text.' } },
      {
        status: 400,
        code: 'ROSTER_TOO_LONG',
        when: { th: 'เกิน 5,000 ชื่อ', en: 'More than 5,000 nicknames.' },
      },
      {
        status: 403,
        code: 'KEY_LIMITED_TO_COOPERATIVES',
        when: { th: 'คีย์จำกัดเฉพาะบางสหกรณ์', en: 'The key is limited to cooperatives.' },
      },
    ],
  })
  compare(@Body() body: RosterAuditRequestDto) {
    return this.audits.compare(body);
  }

  @Endpoint({
    ...{
      method: 'GET',
      tag: 'roster',
      order: 2,
      scope: 'moderation:read',
      returns: RosterAuditDto,
      list: true,
    },
    summary: { th: 'การตรวจรายชื่อที่ผ่านมา', en: 'Roster audits, newest first' },
  })
  list(@Query() query: PageQuery) {
    return this.reports.list(query);
  }

  @Endpoint({
    ...{
      method: 'GET',
      path: ':id',
      tag: 'roster',
      order: 3,
      scope: 'moderation:read',
      returns: RosterAuditDto,
    },
    summary: { th: 'สรุปผลการตรวจรายชื่อ', en: 'Read a roster audit' },
  })
  read(@Param('id') id: string) {
    return this.reports.read(id);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id/entries', tag: 'roster', order: 4, scope: 'moderation:read' },
    ...{ returns: RosterEntryDto, list: true },
    summary: { th: 'ผลของแต่ละชื่อ', en: 'What each nickname is' },
    description: {
      th: 'เลือกดูเฉพาะผลที่ต้องการด้วย verdict เช่น removed_before คือผู้ที่เคยถูกเชิญออก',
      en: 'Narrow by verdict, such as removed_before.',
    },
  })
  entries(@Param('id') id: string, @Query() query: RosterEntriesQuery) {
    return this.reports.entries(id, query);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id/missing', tag: 'roster', order: 5, scope: 'moderation:read' },
    ...{ returns: MissingSellerDto, list: true },
    summary: { th: 'ผู้ขายที่ไม่อยู่ในรายชื่อ', en: 'Sellers who are not on the list' },
  })
  missing(@Param('id') id: string, @Query() query: PageQuery) {
    return this.reports.missing(id, query);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/tasks', tag: 'roster', order: 6, scope: 'moderation:write' },
    ...{ returns: RosterTasksDto, status: 200, idempotent: true },
    examples: { request: rosterExamples.tasks },
    summary: { th: 'สร้างงานขอเปลี่ยนชื่อและงานเชิญออก', en: 'Make rename and removal tasks' },
    description: {
      th: 'สร้างเฉพาะผู้ขายที่ใช้ชื่อไม่ตรง และผู้ที่เคยถูกเชิญออก ชื่อที่เพียงใกล้เคียง (near) ไม่สร้างให้ ต้องตรวจเองก่อน งานที่เปิดอยู่แล้วไม่สร้างซ้ำ',
      en: 'For sellers under a wrong name and for people removed before. Nicknames that are only near make none; a person looks first. An open task is not doubled.',
    },
    errors: [
      {
        status: 409,
        code: 'ROSTER_EXPIRED',
        when: { th: 'รายชื่อถูกลบตามกำหนดแล้ว', en: 'The nicknames have been deleted.' },
      },
    ],
  })
  makeTasks(@Param('id') id: string, @Body() body: RosterTasksRequestDto) {
    return this.tasks.make(id, body);
  }
}
