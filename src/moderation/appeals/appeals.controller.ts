import { Body, Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { EndpointOptions } from '../../platform/http/endpoint.options.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { AppealDesk } from './appeal-desk.service.js';
import { AppealHearing } from './appeal-hearing.service.js';
import { appealErrors } from './appeal-errors.js';
import {
  AppealDto,
  AppealEndedDto,
  AppealInputDto,
  AppealPreviewDto,
  AppealRulingDto,
  AppealsQuery,
  AppealSummaryDto,
} from './appeals.dto.js';
import { appealExamples } from './appeals.examples.js';
import { readReview } from './review.js';

const { seller, upheld, overturned, modified } = appealExamples;

const step: Omit<EndpointOptions, 'summary'> = {
  ...{ method: 'POST', tag: 'appeals', scope: 'moderation:write', returns: AppealDto, status: 200 },
  ...{ idempotent: true, ifMatch: 'optional', errors: appealErrors.hearing },
};

@Controller('v1/moderation/appeals')
export class AppealsController {
  constructor(
    private readonly desk: AppealDesk,
    private readonly hearing: AppealHearing,
  ) {}

  @Endpoint({
    ...{ method: 'POST', tag: 'appeals', order: 1, scope: 'moderation:write', returns: AppealDto },
    ...{ idempotent: true, examples: { request: { seller } }, errors: appealErrors.filing },
    summary: { th: 'รับคำอุทธรณ์', en: 'File an appeal' },
    description: {
      th: 'ผู้ดูแลบันทึกแทนผู้ขายหรือเจ้าหน้าที่สหกรณ์ ภายใน 20 วันหลังวันที่ได้รับแจ้ง หนึ่งครั้งต่อคำวินิจฉัย และอีกหนึ่งครั้งหากมีหลักฐานใหม่',
      en: 'Staff write it down for the seller or a cooperative officer, within 20 days after the day of being told; one for each decision, one more on new evidence.',
    },
  })
  file(@Body() body: AppealInputDto) {
    return this.desk.file(body);
  }

  @Endpoint({
    ...{ method: 'GET', tag: 'appeals', order: 2, scope: 'moderation:read', returns: AppealSummaryDto },
    list: true,
    summary: { th: 'รายการอุทธรณ์', en: 'List appeals' },
    description: { th: 'เก่าสุดก่อน กรองด้วย status=filed เพื่อดูที่รอพิจารณา', en: 'The oldest first.' },
  })
  list(@Query() query: AppealsQuery) {
    return this.desk.list(query);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id', tag: 'appeals', order: 3, scope: 'moderation:read', returns: AppealDto },
    summary: { th: 'ดูการอุทธรณ์', en: 'Read an appeal' },
    description: {
      th: 'พร้อมคำวินิจฉัยเดิมและสิ่งที่ทำได้ต่อไป',
      en: 'With the decision appealed and what may be done next.',
    },
  })
  read(@Param('id') id: string) {
    return this.desk.read(id);
  }

  @Endpoint({
    ...{ ...step, path: ':id/claim', order: 4 },
    summary: { th: 'รับพิจารณาอุทธรณ์ (30 นาที)', en: 'Claim an appeal for 30 minutes' },
  })
  claim(@Param('id') id: string, @IfMatch() version?: number) {
    return this.desk.take('claim', id, version);
  }

  @Endpoint({
    ...{ ...step, path: ':id/release', order: 5 },
    summary: { th: 'คืนเรื่องอุทธรณ์', en: 'Give a claimed appeal back' },
  })
  release(@Param('id') id: string, @IfMatch() version?: number) {
    return this.desk.take('release', id, version);
  }

  @Endpoint({
    ...{ ...step, path: ':id/decision-preview', order: 6, returns: AppealPreviewDto, idempotent: false },
    examples: { request: { overturned, modified, upheld } },
    summary: { th: 'ดูตัวอย่างผลอุทธรณ์', en: 'What the end of an appeal would lead to' },
  })
  preview(@Param('id') id: string, @Body() body: AppealRulingDto, @IfMatch() version?: number) {
    return this.hearing.preview(id, readReview(body), version);
  }

  @Endpoint({
    ...{ ...step, path: ':id/decision', order: 7, returns: AppealEndedDto },
    examples: { request: { overturned, modified, upheld } },
    summary: { th: 'วินิจฉัยอุทธรณ์', en: 'Decide an appeal' },
    description: {
      th: 'ผู้พิจารณาต้องไม่ใช่ผู้วินิจฉัยเดิม หากยกเลิกหรือแก้ไข เฉพาะใบเตือนและมาตรการของคำวินิจฉัยนี้สิ้นสุด มาตรการจากเรื่องอื่นยังอยู่ และผลต้องไม่หนักกว่าเดิม',
      en: 'The reviewer is never the decider. Overturned or modified, exactly the strike and sanction of this decision end, and nothing gets worse.',
    },
  })
  decide(@Param('id') id: string, @Body() body: AppealRulingDto, @IfMatch() version?: number) {
    return this.hearing.decide(id, readReview(body), version);
  }

  @Endpoint({
    ...{ ...step, path: ':id/withdrawal', order: 8 },
    summary: { th: 'ผู้อุทธรณ์ขอถอน', en: 'Withdraw an appeal' },
  })
  withdraw(@Param('id') id: string, @IfMatch() version?: number) {
    return this.desk.take('withdraw', id, version);
  }
}
