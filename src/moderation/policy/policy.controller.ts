import { Body, Controller, Param } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { PolicyBook } from './policy-book.service.js';
import { PoliciesDto, PolicyChangeDto, PolicyDto } from './policy.dto.js';
import { policyExamples } from './policy.examples.js';

@Controller('v1/moderation/policy')
export class PolicyController {
  constructor(private readonly book: PolicyBook) {}

  @Endpoint({
    ...{ method: 'GET', tag: 'rules', order: 10, scope: 'moderation:read', returns: PolicyDto },
    summary: { th: 'เกณฑ์คะแนนที่ใช้อยู่', en: 'The policy in force' },
    description: {
      th: 'คะแนนของกติกาแต่ละข้อ จำนวนวันที่มีผล และคะแนนสะสมที่เริ่มแต่ละมาตรการ',
      en: 'Points of each rule, how long they count, and from which sum each step is taken.',
    },
  })
  inForce() {
    return this.book.inForce();
  }

  @Endpoint({
    ...{ method: 'PUT', tag: 'rules', order: 11, scope: 'admin', returns: PolicyDto },
    ...{ ifMatch: 'optional', examples: { request: policyExamples } },
    summary: { th: 'เปลี่ยนเกณฑ์คะแนน เป็นฉบับใหม่', en: 'Change the policy' },
    description: {
      th: 'ช่องที่ไม่ส่งมาใช้ค่าเดิม ใช้กับคำวินิจฉัยหลังจากนี้ คำวินิจฉัยที่ผ่านมาใช้เกณฑ์เดิม',
      en: 'What is left out stays. For decisions from now on; past ones keep the policy they were made under.',
    },
    errors: [
      {
        status: 409,
        code: 'POLICY_UNCHANGED',
        when: { th: 'เหมือนฉบับปัจจุบัน', en: 'The policy is exactly so already.' },
      },
    ],
  })
  publish(@Body() body: PolicyChangeDto, @IfMatch() version?: number) {
    return this.book.publish(body, version);
  }

  @Endpoint({
    ...{ method: 'GET', path: 'versions', tag: 'rules', order: 12, scope: 'moderation:read' },
    returns: PoliciesDto,
    summary: { th: 'เกณฑ์คะแนนทุกฉบับ', en: 'All versions of the policy' },
  })
  versions() {
    return this.book.versions();
  }

  @Endpoint({
    ...{ method: 'GET', path: 'versions/:number', tag: 'rules', order: 13, scope: 'moderation:read' },
    returns: PolicyDto,
    summary: { th: 'เกณฑ์คะแนนฉบับหนึ่ง', en: 'One version of the policy' },
  })
  version(@Param('number') number: string) {
    return this.book.version(number);
  }
}
