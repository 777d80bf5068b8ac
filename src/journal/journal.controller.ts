import { Controller, Query } from '@nestjs/common';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { AuditEntryDto, AuditQuery, VerificationDto } from './journal.dto.js';
import { JournalReader } from './journal-reader.service.js';
import { Journal } from './journal.service.js';

@Controller('v1/audit-entries')
export class JournalController {
  constructor(
    private readonly reader: JournalReader,
    private readonly journal: Journal,
  ) {}

  @Endpoint({
    ...{ method: 'GET', tag: 'audit', order: 1, scope: 'audit:read', returns: AuditEntryDto, list: true },
    summary: { th: 'บันทึกตรวจสอบ ใหม่สุดก่อน', en: 'Audit entries, newest first' },
  })
  list(@Query() query: AuditQuery) {
    return this.reader.list(query);
  }

  @Endpoint({
    ...{
      method: 'GET',
      path: 'verification',
      tag: 'audit',
      order: 2,
      scope: 'audit:read',
      returns: VerificationDto,
    },
    summary: { th: 'ตรวจว่าบันทึกทั้งสายไม่ถูกแก้ไข', en: 'Verify the whole chain' },
    description: {
      th: 'ตรวจทุกบันทึกตั้งแต่ต้น brokenAt บอกบันทึกแรกที่ผิดปกติ จดค่า head ไว้นอกระบบเพื่อเทียบภายหลัง',
      en: 'Checks every entry from the first; brokenAt names the first that does not fit. Keep head elsewhere to compare.',
    },
  })
  verify() {
    return this.journal.verify();
  }
}
