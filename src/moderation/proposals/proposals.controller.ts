import { Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { IfMatch } from '../../platform/http/if-match.js';
import type { DocumentedError } from '../../platform/http/route.js';
import { ProposalDesk } from './proposal-desk.service.js';
import { EndedProposalDto, ProposalDto, ProposalsQuery } from './proposal.dto.js';

const over: DocumentedError = {
  ...{ status: 409, code: 'PROPOSAL_OVER' },
  when: { th: 'ข้อเสนอนี้จบแล้ว', en: 'The proposal is over.' },
};
const samePerson: DocumentedError = {
  ...{ status: 403, code: 'SECOND_PERSON_REQUIRED' },
  when: { th: 'ผู้เสนอทำเองไม่ได้ ต้องเป็นเจ้าหน้าที่อีกคน', en: 'Another member of staff has to.' },
};
const overtaken: DocumentedError = {
  ...{ status: 409, code: 'PROPOSAL_OVERTAKEN' },
  when: { th: 'ข้อเท็จจริงเปลี่ยนไปหลังการเสนอ', en: 'The facts have moved so that it would be another step.' },
};

@Controller('v1/moderation/proposals')
export class ProposalsController {
  constructor(private readonly desk: ProposalDesk) {}

  @Endpoint({
    ...{ method: 'GET', tag: 'proposals', order: 1, scope: 'moderation:read' },
    ...{ returns: ProposalDto, list: true },
    summary: { th: 'ข้อเสนอที่ต้องมีผู้ยืนยันอีกคน', en: 'What waits for a second person' },
    description: {
      th: 'เก่าสุดก่อน ใช้ status=proposed เพื่อดูที่ยังรออยู่',
      en: 'The oldest first; status=proposed for those that wait.',
    },
  })
  list(@Query() query: ProposalsQuery) {
    return this.desk.list(query);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id', tag: 'proposals', order: 2, scope: 'moderation:read' },
    returns: ProposalDto,
    summary: { th: 'ดูข้อเสนอ', en: 'Read a proposal' },
  })
  read(@Param('id') id: string) {
    return this.desk.read(id);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/confirmation', tag: 'proposals', order: 3, scope: 'moderation:write' },
    ...{ returns: EndedProposalDto, status: 200, idempotent: true, ifMatch: 'optional' },
    errors: [samePerson, over, overtaken],
    summary: { th: 'ยืนยันข้อเสนอ (ต้องเป็นอีกคน)', en: 'Confirm a proposal (another person)' },
    description: {
      th: 'ผลพิจารณาใหม่ตามข้อเท็จจริงขณะยืนยัน และมีผลทันที หากขั้นไม่ตรงกับที่เสนอจะตอบ 409',
      en: 'Decided anew by the facts of now, and in effect at once; 409 if that would be another step than proposed.',
    },
  })
  confirm(@Param('id') id: string, @IfMatch() version?: number) {
    return this.desk.take('confirmation', id, version);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/refusal', tag: 'proposals', order: 4, scope: 'moderation:write' },
    ...{ returns: EndedProposalDto, status: 200, idempotent: true, ifMatch: 'optional' },
    errors: [samePerson, over],
    summary: { th: 'ไม่เห็นชอบข้อเสนอ (ต้องเป็นอีกคน)', en: 'Refuse a proposal (another person)' },
    description: { th: 'เรื่องกลับไปรอพิจารณาใหม่', en: 'The matter is open again.' },
  })
  refuse(@Param('id') id: string, @IfMatch() version?: number) {
    return this.desk.take('refusal', id, version);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/withdrawal', tag: 'proposals', order: 5, scope: 'moderation:write' },
    ...{ returns: EndedProposalDto, status: 200, idempotent: true, ifMatch: 'optional' },
    errors: [
      {
        status: 403,
        code: 'NOT_THE_PROPOSER',
        when: { th: 'ถอนได้เฉพาะผู้เสนอ', en: 'Only the proposer can.' },
      },
      over,
    ],
    summary: { th: 'ถอนข้อเสนอของตน', en: 'Take your own proposal back' },
    description: { th: 'เรื่องกลับไปรอพิจารณาใหม่', en: 'The matter is open again.' },
  })
  withdraw(@Param('id') id: string, @IfMatch() version?: number) {
    return this.desk.take('withdrawal', id, version);
  }
}
