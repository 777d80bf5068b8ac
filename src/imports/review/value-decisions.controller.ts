import { Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { ValueDecisionDto } from './value-decision.dto.js';
import { ValueDecisions } from './value-decisions.service.js';

@Controller('v1/value-decisions')
export class ValueDecisionsController {
  constructor(private readonly values: ValueDecisions) {}

  @Endpoint({
    ...{ method: 'GET', tag: 'imports', order: 50, scope: 'imports:read' },
    ...{ returns: ValueDecisionDto, list: true },
    summary: { th: 'ข้อความที่ระบบจำได้ว่าคือสหกรณ์ใด', en: 'What names of cooperatives were said to mean' },
    description: {
      th: 'จำจากการตัดสินแถวที่รอตรวจ (choose) แถวต่อไปที่เขียนเหมือนกันใช้สหกรณ์นั้นและมีคำเตือน COOPERATIVE_REMEMBERED',
      en: 'Learned when a waiting row was decided with choose. Later rows that say the same mean that cooperative and carry the warning COOPERATIVE_REMEMBERED.',
    },
  })
  list(@Query() query: PageQuery) {
    return this.values.list(query);
  }

  @Endpoint({
    ...{ method: 'DELETE', path: ':id', tag: 'imports', order: 51, scope: 'imports:write' },
    summary: { th: 'ลืมข้อความนี้', en: 'Forget what a name was said to mean' },
    description: {
      th: 'แถวต่อไปที่เขียนเช่นนี้จะรอตรวจอีกครั้ง แถวที่นำเข้าแล้วไม่เปลี่ยน',
      en: 'The next row that says so waits again; rows imported stay as they are.',
    },
  })
  forget(@Param('id') id: string) {
    return this.values.forget(id);
  }
}
