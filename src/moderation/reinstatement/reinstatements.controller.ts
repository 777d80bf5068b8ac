import { Body, Controller, Param } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { EndpointOptions } from '../../platform/http/endpoint.options.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { ProposalDto } from '../proposals/proposal.dto.js';
import { ReinstatementDto } from './reinstatement.dto.js';
import { Reinstatements } from './reinstatements.service.js';

const examples = {
  request: {
    afterHalfAYear: {
      summary: 'รับกลับหลังหกเดือน',
      value: { reason: 'ผ่านไปหกเดือน แสดงความตั้งใจปฏิบัติตามกติกา และสหกรณ์รับรอง' },
    },
  },
};

const proposal: Omit<EndpointOptions, 'summary' | 'tag'> = {
  ...{ method: 'POST', scope: 'moderation:write', returns: ProposalDto, idempotent: true, examples },
  location: '/v1/moderation/proposals/{id}',
  errors: [
    {
      status: 409,
      code: 'NOT_REMOVED',
      when: { th: 'ไม่ได้ถูกเชิญออกอยู่', en: 'They are not removed at present.' },
    },
    {
      status: 409,
      code: 'REINSTATEMENT_PROPOSED',
      when: { th: 'มีผู้เสนอรับกลับไว้แล้ว', en: 'Somebody has proposed it already.' },
    },
  ],
  description: {
    th: 'ผู้ดูแลคนหนึ่งเสนอ อีกคนยืนยันที่ POST /v1/moderation/proposals/{id}/confirmation จึงมีผล: มาตรการเชิญออกสิ้นสุด ใบเตือนที่ระบุถูกถอน และมีงานปลดการห้ามกับเชิญกลับใน LINE',
    en: 'One moderator proposes, another confirms at POST /v1/moderation/proposals/{id}/confirmation; then the removal ends, the strikes named are taken back, and tasks lift the ban and invite.',
  },
};

@Controller('v1')
export class ReinstatementsController {
  constructor(private readonly reinstatements: Reinstatements) {}

  @Endpoint({
    ...{ ...proposal, path: 'sellers/:id/reinstatement', tag: 'sellers', order: 13, ifMatch: 'optional' },
    summary: { th: 'เสนอรับผู้ขายกลับเข้ากลุ่ม', en: 'Propose to take a seller back' },
  })
  ofSeller(@Param('id') id: string, @Body() body: ReinstatementDto, @IfMatch() version?: number) {
    return this.reinstatements.ofSeller(id, body, version);
  }

  @Endpoint({
    ...{ ...proposal, path: 'moderation/subjects/:id/reinstatement', tag: 'standing', order: 9 },
    summary: { th: 'เสนอรับผู้ที่ไม่ได้ลงทะเบียนกลับเข้ากลุ่ม', en: 'Propose to take an unregistered person back' },
  })
  ofSubject(@Param('id') id: string, @Body() body: ReinstatementDto) {
    return this.reinstatements.ofSubject(id, body);
  }
}
