import { Body, Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { DocumentedError } from '../../platform/http/route.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { importExamples } from '../imports.examples.js';
import { rowNumber } from '../../platform/http/row-number.js';
import { bulkErrors, notConfirmedError } from './resolution-errors.js';
import { ReviewDesk } from './review-desk.service.js';
import { ReviewGroups } from './review-groups.service.js';
import { BulkResolutionDto, BulkResolvedDto, ReviewGroupDto, UndoneRowDto } from './review.dto.js';

/** When a decision cannot be taken back. */
const undoErrors: DocumentedError[] = [
  notConfirmedError,
  {
    status: 409,
    code: 'ROW_NOT_DECIDED',
    when: { th: 'แถวนี้ไม่มีการตัดสิน', en: 'Nobody decided about this row.' },
  },
  {
    status: 409,
    code: 'SELLER_CHANGED_SINCE',
    when: { th: 'ผู้ขายถูกแก้ไขหลังการตัดสิน', en: 'The seller was changed after the decision.' },
  },
  {
    status: 409,
    code: 'LATER_ROWS_DEPEND',
    when: { th: 'แถวอื่นอ้างถึงผู้ขายรายนี้แล้ว', en: 'Other rows are about this seller by now.' },
  },
  {
    status: 409,
    code: 'UNDO_EXPIRED',
    when: { th: 'เกินเวลาเก็บข้อมูล', en: 'What was there before has been deleted after its retention time.' },
  },
];

@Controller('v1/imports')
export class ReviewController {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly reviewGroups: ReviewGroups,
  ) {}

  @Endpoint({
    ...{ method: 'GET', path: ':id/review-groups', tag: 'imports', order: 13, scope: 'imports:read' },
    ...{ returns: ReviewGroupDto, list: true },
    summary: { th: 'ดูแถวที่รอตรวจเป็นกลุ่มตามเหตุเดียวกัน', en: 'Waiting rows, grouped by what is to be decided' },
    description: {
      th: 'กลุ่มใหญ่สุดก่อน แถวในกลุ่มรอด้วยเหตุเดียวกัน และหากเป็นเรื่องสหกรณ์ก็เขียนชื่อสหกรณ์เหมือนกัน จึงตัดสินพร้อมกันได้',
      en: 'The largest first. Rows of one group wait for the same reason and, where that is the cooperative, write the same name, so that they can be decided at once.',
    },
  })
  groups(@Param('id') id: string, @Query() query: PageQuery) {
    return this.reviewGroups.list(id, query);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/resolutions', tag: 'imports', order: 14, scope: 'imports:write' },
    ...{ returns: BulkResolvedDto, status: 200, idempotent: true },
    ...{ examples: { request: importExamples.bulk }, errors: bulkErrors },
    summary: { th: 'ตัดสินทั้งกลุ่มหรือหลายแถวพร้อมกัน', en: 'Decide about many rows at once' },
    description: {
      th: 'คัดลอก body จาก allowedActions ของกลุ่ม (review-groups) หรือระบุ rows ครั้งละไม่เกิน 500 แถว ผลรายแถวอยู่ใน items แถวที่ตัดสินไม่ได้บอกเหตุโดยไม่กระทบแถวอื่น',
      en: 'Copy a body from the allowedActions of a group (review-groups), or name up to 500 rows. items has a status per row: one that cannot be decided so says why and stops no other.',
    },
  })
  resolveMany(@Param('id') id: string, @Body() body: BulkResolutionDto) {
    return this.desk.resolveMany(id, body);
  }

  @Endpoint({
    ...{ method: 'DELETE', path: ':id/rows/:row/resolution', tag: 'imports', order: 12 },
    ...{ scope: 'imports:write', returns: UndoneRowDto, status: 200, errors: undoErrors },
    summary: { th: 'ตัดสินผิด: ยกเลิกการตัดสินของแถว', en: 'Take the decision about a row back' },
    description: {
      th: 'แถวกลับไปรอตรวจเหมือนเดิม ข้อมูลผู้ขายที่แก้กลับเป็นค่าเดิม ผู้ขายที่สร้างใหม่เป็นถอนตัว (withdrawn) ชื่อผู้ใช้งานยังสงวนให้คนเดิม สิ่งที่จำจากแถวนี้ถูกลืม ทำได้ตราบที่ยังไม่มีอะไรเปลี่ยนหลังการตัดสิน',
      en: 'The row waits as before. A seller it changed gets the old values back, one it made is withdrawn and keeps the username reserved, what was learned from it is forgotten. Possible as long as nothing has changed since.',
    },
  })
  undo(@Param('id') id: string, @Param('row', rowNumber) row: number) {
    return this.desk.undo(id, row);
  }
}
