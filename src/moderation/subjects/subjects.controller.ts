import { Body, Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { LinkSellerDto, SubjectDto, SubjectRefDto, SubjectsQuery } from './subject.dto.js';
import { SubjectDesk } from './subject-desk.service.js';

const linkExample = {
  seller: {
    summary: 'ผู้ขายในทะเบียน · a registered seller',
    value: { sellerId: '01JZ8Q4T9X2M6V5R3K7N1B0C8D' },
  },
};

@Controller('v1/moderation/subjects')
export class SubjectsController {
  constructor(private readonly desk: SubjectDesk) {}

  @Endpoint({
    ...{ method: 'GET', tag: 'moderation', order: 1, scope: 'moderation:read' },
    ...{ returns: SubjectRefDto, list: true },
    summary: { th: 'ค้นหาคนในกลุ่มจากชื่อที่ใช้', en: 'Find people of the group' },
    description: {
      th: 'เฉพาะผู้ที่เคยมีเรื่อง ให้ชื่อที่ตรงกันและชื่อที่มองแล้วคล้ายกัน',
      en: 'Those a matter was about; the same nickname, and those that look alike.',
    },
  })
  list(@Query() query: SubjectsQuery) {
    return this.desk.list(query);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id', tag: 'moderation', order: 2, scope: 'moderation:read' },
    returns: SubjectDto,
    summary: { th: 'ดูคนในกลุ่ม', en: 'Read somebody of the group' },
  })
  read(@Param('id') id: string) {
    return this.desk.read(id);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/seller', tag: 'moderation', order: 3, scope: 'moderation:write' },
    ...{ returns: SubjectDto, status: 200, idempotent: true, ifMatch: 'optional' },
    examples: { request: linkExample },
    summary: { th: 'ระบุว่าชื่อนี้คือผู้ขายรายใด', en: 'Say which seller a name belongs to' },
    description: {
      th: 'คะแนนและมาตรการของชื่อนี้จะนับรวมกับผู้ขายรายนั้น หากชื่อนี้ถูกเชิญออกอยู่ ผู้ขายจะถูกเชิญออกด้วย แก้กลับไม่ได้ กรุณาตรวจให้แน่ใจ',
      en: 'Points and sanctions of the name count for that seller from now on; a removal removes the seller. This cannot be taken back.',
    },
    errors: [
      {
        status: 409,
        code: 'SUBJECT_LINKED',
        when: { th: 'เชื่อมกับผู้ขายรายอื่นแล้ว', en: 'The name is known to be another seller.' },
      },
    ],
  })
  link(@Param('id') id: string, @Body() { sellerId }: LinkSellerDto, @IfMatch() version?: number) {
    return this.desk.link(id, sellerId, version);
  }
}
