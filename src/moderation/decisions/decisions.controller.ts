import { Body, Controller, Param } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { Deciding } from './deciding.service.js';
import { deciding } from './decision-errors.js';
import { DecidedDto, DecisionBodyDto, DecisionDto, DecisionPreviewDto, FindingDto } from './decision.dto.js';
import { decisionExamples } from './decision.examples.js';
import { readFinding } from './finding.js';

const { violation, otherRules, notice, dismissed } = decisionExamples;
const findings = { violation, ...otherRules, notice, dismissed };

@Controller('v1/moderation')
export class DecisionsController {
  constructor(private readonly deciding: Deciding) {}

  @Endpoint({
    ...{ method: 'POST', path: 'cases/:id/decision-preview', tag: 'decisions', order: 1 },
    ...{ scope: 'moderation:write', returns: DecisionPreviewDto, status: 200, ifMatch: 'optional' },
    examples: { request: findings },
    errors: deciding,
    summary: { th: 'ดูตัวอย่างก่อนวินิจฉัย', en: 'What a decision would lead to' },
    description: {
      th: 'บอกคะแนนก่อนและหลัง ขั้น สิ่งที่ต้องทำใน LINE และข้อความแจ้งทุกคำ โดยยังไม่บันทึกอะไร นำ previewHash ไปส่งกับคำวินิจฉัย',
      en: 'Points before and after, the step, the tasks and the exact notice; nothing is kept. Send previewHash with the decision.',
    },
  })
  preview(@Param('id') id: string, @Body() body: FindingDto, @IfMatch() version?: number) {
    return this.deciding.preview(id, readFinding(body), version);
  }

  @Endpoint({
    ...{ method: 'POST', path: 'cases/:id/decision', tag: 'decisions', order: 2, scope: 'moderation:write' },
    ...{ returns: DecidedDto, status: 200, idempotent: true, ifMatch: 'optional' },
    examples: { request: findings },
    errors: deciding,
    summary: { th: 'วินิจฉัยเรื่อง', en: 'Decide a case' },
    description: {
      th: 'บันทึกคำวินิจฉัย ใบเตือน มาตรการ และงานที่ต้องทำใน LINE พร้อมกัน แก้ไขภายหลังไม่ได้ ยกเลิกได้ด้วยการอุทธรณ์เท่านั้น หากต้องมีสองคน เรื่องจะรอผู้ยืนยัน',
      en: 'Keeps the decision, strike, sanction and tasks at once; nothing of it is changed later, only an appeal takes it back. Where two people are needed the case waits for the second.',
    },
  })
  decide(@Param('id') id: string, @Body() body: DecisionBodyDto, @IfMatch() version?: number) {
    return this.deciding.decide(id, readFinding(body), body.previewHash, version);
  }

  @Endpoint({
    ...{ method: 'GET', path: 'decisions/:id', tag: 'decisions', order: 3, scope: 'moderation:read' },
    returns: DecisionDto,
    summary: { th: 'ดูคำวินิจฉัย', en: 'Read a decision' },
    description: {
      th: 'พร้อมกติกาและเกณฑ์ฉบับที่ใช้ในวันนั้น ใบเตือน งาน และเวลาที่เจ้าตัวได้รับแจ้ง',
      en: 'With the rule and policy it was made under, its strike and tasks, and when the person was told.',
    },
  })
  read(@Param('id') id: string) {
    return this.deciding.read(id);
  }
}
