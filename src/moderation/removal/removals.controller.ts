import { Body, Controller, Param } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { DecidedDto } from '../decisions/decision.dto.js';
import { decisionExamples } from '../decisions/decision.examples.js';
import { readFinding } from '../decisions/finding.js';
import { RemovalDto } from './removal.dto.js';
import { RemovalOrders } from './removal-orders.service.js';

const { removal } = decisionExamples;

@Controller('v1/sellers')
export class RemovalsController {
  constructor(private readonly orders: RemovalOrders) {}

  @Endpoint({
    ...{ method: 'POST', path: ':id/removal', tag: 'sellers', order: 12, scope: 'moderation:write' },
    ...{ returns: DecidedDto, status: 200, idempotent: true, ifMatch: 'optional' },
    examples: { request: { removal } },
    errors: [
      {
        ...{ status: 409, code: 'SELLER_WRONG_STATUS' },
        when: { th: 'สถานะของผู้ขายเชิญออกไม่ได้', en: 'The seller’s status does not allow it.' },
      },
    ],
    summary: { th: 'เชิญผู้ขายออกจากกลุ่ม', en: 'Remove a seller from the market' },
    description: {
      th: 'ผู้ดูแลเชิญออกได้ทันทีตามกติกาข้อ 5 โดยไม่ต้องมีการแจ้งข้อความก่อน ระบบเปิดเรื่อง บันทึกคำวินิจฉัย และสร้างงานที่ต้องทำใน LINE ชื่อผู้ใช้งานยังสงวนไว้ หากตั้งค่า REMOVAL_NEEDS_SECOND_PERSON จะรอผู้ยืนยันอีกคน ยกเว้นเรื่องร้ายแรง (S3)',
      en: 'At once, by rule 5 and without a report: a case, a decision and the tasks to do in LINE. The username stays reserved. With REMOVAL_NEEDS_SECOND_PERSON another moderator has to confirm, S3 excepted.',
    },
  })
  remove(@Param('id') id: string, @Body() body: RemovalDto, @IfMatch() version?: number) {
    return this.orders.order(id, readFinding({ ...body, outcome: 'violation' }), version);
  }
}
