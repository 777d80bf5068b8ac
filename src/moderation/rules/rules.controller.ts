import { Body, Controller, Param } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { RuleBook } from './rule-book.service.js';
import { RuleDto, RulesDto, RuleWordingDto } from './rule.dto.js';
import { ruleExamples } from './rule.examples.js';

@Controller('v1/moderation/rules')
export class RulesController {
  constructor(private readonly book: RuleBook) {}

  @Endpoint({
    ...{ method: 'GET', tag: 'rules', order: 1, scope: 'moderation:read', returns: RulesDto },
    summary: { th: 'กติกาทั้งหมดพร้อมตัวอย่าง', en: 'The rules, with examples' },
  })
  all() {
    return this.book.all();
  }

  @Endpoint({
    ...{ method: 'GET', path: ':code', tag: 'rules', order: 2, scope: 'moderation:read', returns: RuleDto },
    summary: { th: 'ดูกติกาหนึ่งข้อ', en: 'Read a rule' },
  })
  read(@Param('code') code: string) {
    return this.book.read(code);
  }

  @Endpoint({
    ...{ method: 'PUT', path: ':code', tag: 'rules', order: 3, scope: 'admin', returns: RuleDto },
    ...{ ifMatch: 'optional', examples: { request: ruleExamples } },
    summary: { th: 'แก้ข้อความกติกา เป็นฉบับใหม่', en: 'Word a rule anew' },
    description: {
      th: 'สร้างฉบับใหม่และใช้ทันที ฉบับเดิมยังอยู่ คำวินิจฉัยที่ผ่านมาอ้างถึงฉบับเดิม คะแนนอยู่ที่เกณฑ์คะแนน (policy)',
      en: 'Makes a new version, in force at once. Old ones stay: past decisions name them. Points are part of the policy.',
    },
    errors: [
      {
        status: 409,
        code: 'RULE_UNCHANGED',
        when: { th: 'เหมือนฉบับปัจจุบัน', en: 'The rule reads exactly so already.' },
      },
    ],
  })
  publish(@Param('code') code: string, @Body() body: RuleWordingDto, @IfMatch() version?: number) {
    return this.book.publish(code, body, version);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':code/versions', tag: 'rules', order: 4, scope: 'moderation:read' },
    returns: RulesDto,
    summary: { th: 'ทุกฉบับของกติกาหนึ่งข้อ', en: 'All versions of a rule' },
  })
  versions(@Param('code') code: string) {
    return this.book.versions(code);
  }
}
