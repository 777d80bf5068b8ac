import { Controller, Param } from '@nestjs/common';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { RosterReports } from './roster-reports.service.js';
import { SellerPresenceDto } from './roster.dto.js';

@Controller('v1/sellers')
export class SellerPresenceController {
  constructor(private readonly reports: RosterReports) {}

  @Endpoint({
    ...{ method: 'GET', path: ':id/presence', tag: 'roster', order: 7, scope: 'moderation:read' },
    returns: SellerPresenceDto,
    summary: { th: 'ผู้ขายอยู่ในกลุ่มหรือไม่ (จากการตรวจล่าสุด)', en: 'Whether a seller was seen in the group' },
  })
  presence(@Param('id') id: string) {
    return this.reports.presence(id);
  }
}
