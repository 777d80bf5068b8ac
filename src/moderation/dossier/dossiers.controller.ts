import { Controller, Header, Param } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { EndpointOptions } from '../../platform/http/endpoint.options.js';
import { DossierDto } from './dossier.dto.js';
import { DossierPages } from './dossier-pages.service.js';
import { dossierPolicy } from './dossier-style.service.js';
import { Dossiers } from './dossiers.service.js';

const told: Omit<EndpointOptions, 'summary' | 'returns' | 'produces'> = {
  ...{ method: 'GET', tag: 'standing', scope: 'moderation:read' },
  description: {
    th: 'ทุกเรื่องตามลำดับเวลา: การแจ้ง คำวินิจฉัย ใบเตือน มาตรการ งานใน LINE การอุทธรณ์ การรับกลับ พร้อมผู้ดำเนินการ วันที่เป็น พ.ศ. ไม่เกิน 1,000 รายการล่าสุด ข้อความอ่อนไหวถูกปิดบังหากไม่มีสิทธิ์ moderation:read-sensitive',
    en: 'Everything in order: reports, decisions, strikes, sanctions, tasks, appeals, reinstatement, with who did it; the newest 1,000 at most. Sensitive words are masked without moderation:read-sensitive.',
  },
};

@Controller('v1')
export class DossiersController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly pages: DossierPages,
  ) {}

  @Endpoint({
    ...{ ...told, path: 'sellers/:id/dossier', order: 4, returns: DossierDto },
    summary: { th: 'แฟ้มประวัติของผู้ขาย', en: 'The whole story of a seller' },
  })
  ofSeller(@Param('id') id: string) {
    return this.dossiers.ofSeller(id);
  }

  @Endpoint({
    ...{ ...told, path: 'sellers/:id/dossier.html', order: 5, produces: 'text/html' },
    summary: { th: 'แฟ้มประวัติของผู้ขาย สำหรับพิมพ์ (A4)', en: 'The story of a seller, to print' },
  })
  @Header('Content-Security-Policy', dossierPolicy)
  pageOfSeller(@Param('id') id: string) {
    return this.pages.ofSeller(id);
  }

  @Endpoint({
    ...{ ...told, path: 'moderation/subjects/:id/dossier', order: 6, returns: DossierDto },
    summary: { th: 'แฟ้มประวัติของคนในกลุ่ม', en: 'The whole story of somebody in the group' },
  })
  ofSubject(@Param('id') id: string) {
    return this.dossiers.ofSubject(id);
  }

  @Endpoint({
    ...{ ...told, path: 'moderation/subjects/:id/dossier.html', order: 7, produces: 'text/html' },
    summary: { th: 'แฟ้มประวัติของคนในกลุ่ม สำหรับพิมพ์ (A4)', en: 'The story of somebody in the group, to print' },
  })
  @Header('Content-Security-Policy', dossierPolicy)
  pageOfSubject(@Param('id') id: string) {
    return this.pages.ofSubject(id);
  }
}
