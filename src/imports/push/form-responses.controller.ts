import { Body, Controller, Param } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { FormConsent } from './form-consent.service.js';
import { formResponseExamples } from './form-responses.examples.js';
import {
  ConsentBasisDto,
  FormConsentDto,
  FormResponsesAnswer,
  FormResponsesDto,
} from './form-responses.dto.js';
import { FormResponses } from './form-responses.service.js';

@Controller('v1')
export class FormResponsesController {
  constructor(
    private readonly responses: FormResponses,
    private readonly consent: FormConsent,
  ) {}

  @Endpoint({
    ...{ method: 'POST', path: 'form-responses', tag: 'imports', order: 30, scope: 'form-responses:write' },
    ...{ returns: FormResponsesAnswer, status: 200, idempotent: true },
    examples: { request: formResponseExamples.push },
    summary: { th: 'รับคำตอบที่แบบฟอร์มส่งมาเอง', en: 'Take answers a form pushes' },
    description: {
      th: 'ส่งครั้งละ 1 ถึง 100 คำตอบ ตอบผลรายคำตอบตามลำดับ ส่งซ้ำได้เสมอ: รหัสคำตอบเดิมและเนื้อหาเดิมได้ unchanged เนื้อหาใหม่ได้ updated แถวของแต่ละวันรวมเป็นการนำเข้าหนึ่งรายการ (kind = push) ตรวจและตัดสินได้เหมือนไฟล์ มีสคริปต์สำเร็จรูปสำหรับ Google Form ใน docs/apps-script',
      en: '1 to 100 responses; one item each, in order. Safe to send again: same id and content is unchanged, new content updates. The rows of a day stand in one import (kind push) with its review queue. A ready script for Google Forms is in docs/apps-script.',
    },
  })
  push(@Body() body: FormResponsesDto) {
    return this.responses.take(body);
  }

  @Endpoint({
    ...{ method: 'PUT', path: 'forms/:formId/consent-basis', tag: 'imports', order: 31 },
    ...{ scope: 'imports:write', returns: FormConsentDto },
    examples: { request: formResponseExamples.consent },
    summary: { th: 'ระบุที่มาของความยินยอมของแบบฟอร์ม', en: 'State how a form gets consent' },
    description: {
      th: 'เฉพาะแบบฟอร์มที่ไม่มีคำถามความยินยอม ทำครั้งเดียวต่อแบบฟอร์ม มีผลกับคำตอบที่ส่งมาหลังจากนี้ แล้วส่งคำตอบที่ถูกปฏิเสธอีกครั้งได้ บันทึกไว้ว่าใครระบุ',
      en: 'For forms without a question on consent, once per form; counts for answers pushed from now on, also those refused before. Who stated it is on record.',
    },
  })
  declareConsent(@Param('formId') formId: string, @Body() body: ConsentBasisDto) {
    return this.consent.declare(formId, body);
  }
}
