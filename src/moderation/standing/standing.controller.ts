import { Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { StandingDesk } from './standing-desk.service.js';
import { StandingDto, StandingQuery, StrikeDto } from './standing.dto.js';

@Controller('v1')
export class StandingController {
  constructor(private readonly desk: StandingDesk) {}

  @Endpoint({
    ...{ method: 'GET', path: 'sellers/:id/standing', tag: 'standing', order: 1, scope: 'moderation:read' },
    returns: StandingDto,
    summary: { th: 'สถานะความประพฤติของผู้ขาย', en: 'How a seller stands' },
    description: {
      th: 'คะแนนที่มีผล ใบเตือนทั้งหมด มาตรการ และผลหากฝ่าฝืนอีกครั้ง ระบุ at เพื่อดูย้อนหลัง',
      en: 'Points that count, all strikes and sanctions, and what another violation would lead to; at looks back.',
    },
  })
  ofSeller(@Param('id') id: string, @Query() { at }: StandingQuery) {
    return this.desk.ofSeller(id, at);
  }

  @Endpoint({
    ...{ method: 'GET', path: 'sellers/:id/strikes', tag: 'standing', order: 2, scope: 'moderation:read' },
    ...{ returns: StrikeDto, list: true },
    summary: { th: 'ใบเตือนของผู้ขาย', en: 'Strikes of a seller' },
    description: {
      th: 'ทุกใบ ใหม่สุดก่อน รวมที่หมดอายุและถูกยกเลิก',
      en: 'All, the newest first, expired and reversed ones too.',
    },
  })
  strikes(@Param('id') id: string) {
    return this.desk.strikesOfSeller(id);
  }

  @Endpoint({
    ...{ method: 'GET', path: 'moderation/subjects/:id/standing', tag: 'standing', order: 3 },
    ...{ scope: 'moderation:read', returns: StandingDto },
    summary: { th: 'สถานะความประพฤติของคนในกลุ่ม', en: 'How somebody in the group stands' },
    description: { th: 'รวมทุกชื่อที่เป็นคนเดียวกัน', en: 'All names of the same person together.' },
  })
  ofSubject(@Param('id') id: string, @Query() { at }: StandingQuery) {
    return this.desk.ofSubject(id, at);
  }
}
