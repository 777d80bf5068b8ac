import { Readable } from 'node:stream';
import { Body, Controller, Header, Param, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { Confirmations } from './plan/confirmation.service.js';
import { ImportDesk } from './upload/import-desk.service.js';
import { ImportReader } from './import-reader.service.js';
import { importExamples } from './imports.examples.js';
import { ImportRowDto, ResolutionDto } from './rows/import-rows.dto.js';
import { ConfirmationDto } from './plan/import-plan.dto.js';
import { UploadForm } from './upload/import-upload.dto.js';
import { uploadErrors } from './upload/upload-errors.js';
import { ImportDetailDto, ImportDto, ImportRowsQuery, ImportsQuery } from './imports.dto.js';
import { resolutionErrors } from './review/resolution-errors.js';
import { ReviewDesk } from './review/review-desk.service.js';
import { rowNumber } from '../platform/http/row-number.js';
import { RowList } from './rows/row-list.service.js';

const confirmationErrors = [
  {
    status: 409,
    code: 'PLAN_OUTDATED',
    when: { th: 'planHash ไม่ใช่ของแผนปัจจุบัน', en: 'The planHash is not the present plan’s.' },
  },
  {
    status: 409,
    code: 'IMPORT_NOT_PLANNED',
    when: { th: 'สถานะไม่ใช่ planned', en: 'The import is not planned.' },
  },
];

const csv = async (text: Promise<AsyncGenerator<string>>) =>
  new StreamableFile(Readable.from(await text), { type: 'text/csv; charset=utf-8' });

const expiredErrors = [
  {
    status: 410,
    code: 'IMPORT_EXPIRED',
    when: { th: 'เกินเวลาเก็บข้อมูล', en: 'The retention time is over.' },
  },
];

@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly desk: ImportDesk,
    private readonly reader: ImportReader,
    private readonly rowList: RowList,
    private readonly review: ReviewDesk,
    private readonly confirmations: Confirmations,
  ) {}

  @Endpoint({
    ...{ method: 'POST', tag: 'imports', order: 1, scope: 'imports:write', returns: ImportDto, status: 202 },
    ...{
      idempotent: true,
      body: 'multipart',
      form: UploadForm,
      location: '/v1/imports/{id}',
      errors: uploadErrors,
    },
    summary: { th: 'อัปโหลดไฟล์คำตอบ Google Form (CSV, XLSX)', en: 'Upload a form export (CSV, XLSX)' },
    description: {
      th: 'รับ XLSX จาก Excel หรือ Google ชีต (แผ่นงานแรกที่มองเห็นและมีข้อมูล) หรือ CSV แบบ UTF-8, UTF-16 หรือ Windows-874 คั่นด้วย , ; หรือแท็บ หัวตารางไทยหรืออังกฤษเรียงอย่างไรก็ได้ ไฟล์ถูกเก็บก่อนตอบ 202 แล้วระบบวางแผนให้ดูก่อนโดยยังไม่นำเข้า: ดู status จนเป็น planned ที่ GET /v1/imports/{id} อ่านผลรายแถวที่ /rows แล้วยืนยันที่ /confirmation (autoConfirm=true นำเข้าทันที) อัปโหลดซ้ำไม่ทำให้ข้อมูลซ้ำ',
      en: 'XLSX of Excel or Google Sheets (the first visible sheet with data), or CSV in UTF-8, UTF-16 or Windows-874, any delimiter of , ; tab; headers in Thai or English in any order. Stored before 202, then planned and not yet taken in: follow GET /v1/imports/{id} until planned, read /rows, confirm at /confirmation (autoConfirm=true imports at once). The same file again doubles nothing.',
    },
  })
  upload(@Req() request: FastifyRequest) {
    return this.desk.upload(request);
  }

  @Endpoint({
    ...{ method: 'GET', tag: 'imports', order: 2, scope: 'imports:read', returns: ImportDto, list: true },
    summary: { th: 'ค้นหาการนำเข้าที่ผ่านมา ใหม่สุดก่อน', en: 'Imports, newest first' },
  })
  list(@Query() query: ImportsQuery) {
    return this.reader.list(query);
  }

  @Endpoint({
    ...{
      method: 'GET',
      path: ':id',
      tag: 'imports',
      order: 3,
      scope: 'imports:read',
      returns: ImportDetailDto,
    },
    summary: { th: 'ดูความคืบหน้า ผลรวม และสิ่งที่ต้องทำต่อ', en: 'Progress, counts and what to do next' },
  })
  read(@Param('id') id: string) {
    return this.reader.read(id);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id/rows', tag: 'imports', order: 4, scope: 'imports:read' },
    ...{ returns: ImportRowDto, list: true },
    summary: { th: 'ดูผลทีละแถว และแถวที่รอตรวจ', en: 'Rows and their outcomes' },
    description: {
      th: 'outcome=needs_review คือแถวที่ต้องให้เจ้าหน้าที่เลือก พร้อมเหตุผล (reasonText) ตัวเลือก (candidates) และสิ่งที่ตัดสินได้ (allowedActions) ซึ่งมี body ให้คัดลอก',
      en: 'outcome=needs_review is the review queue, with reasons, candidates and the bodies to send (allowedActions).',
    },
  })
  rows(@Param('id') id: string, @Query() query: ImportRowsQuery) {
    return this.rowList.rows(id, query);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/confirmation', tag: 'imports', order: 5, scope: 'imports:write' },
    ...{ returns: ImportDto, status: 202, idempotent: true, location: '/v1/imports/{id}' },
    errors: confirmationErrors,
    summary: { th: 'ยืนยันแผน ให้นำเข้าจริง', en: 'Confirm the plan of an import' },
    description: {
      th: 'ส่ง planHash ของแผนที่อ่านแล้ว (หน้านี้เติมให้เมื่อเปิดดูการนำเข้าที่ status เป็น planned) หากข้อมูลเปลี่ยนหลังวางแผนจนผลต่างไป จะตอบ 409 พร้อมแผนใหม่ ไฟล์ใหญ่อาจตอบ 202 ขณะกำลังเทียบแผน (confirmation.state = checking) แล้วเริ่มเองเมื่อแผนเหมือนเดิม',
      en: 'Names the plan you have read. If the facts moved so that the plan differs: 409 with the new one. A large file may answer 202 while plans are compared (confirmation.state = checking) and begins by itself when they agree.',
    },
  })
  confirm(@Param('id') id: string, @Body() { planHash }: ConfirmationDto) {
    return this.confirmations.confirm(id, planHash);
  }

  @Endpoint({
    ...{
      method: 'POST',
      path: ':id/rows/:row/resolution',
      tag: 'imports',
      order: 11,
      scope: 'imports:write',
    },
    ...{
      returns: ImportRowDto,
      status: 200,
      idempotent: true,
      examples: { request: importExamples.resolution },
      errors: resolutionErrors,
    },
    summary: { th: 'ตัดสินแถวที่รอตรวจ', en: 'Decide about a row that waits' },
    description: {
      th: 'เลือกตัวอย่างในช่อง Examples แล้วแก้เลข candidate หากไม่ใช่ตัวเลือกที่ 1 หรือคัดลอก body จาก allowedActions ของแถว หากไม่มีตัวเลือก ให้ค้นหาสหกรณ์ที่ GET /v1/cooperatives?query=… แล้วใช้ตัวอย่าง “สหกรณ์อื่น”: choose เลือกสหกรณ์หรือชื่อ · merge เป็นผู้ขายรายเดิม · create เป็นคนใหม่ · skip ข้าม หากยังมีข้อสงสัยอื่น แถวจะรอตรวจต่อ',
      en: 'Take an example, or a body from the row’s allowedActions; with no candidate look the cooperative up with GET /v1/cooperatives?query=… and send its cooperativeId: choose a cooperative or name, merge into a seller, create a new one, or skip. With another doubt left, the row waits again.',
    },
  })
  resolve(@Param('id') id: string, @Param('row', rowNumber) row: number, @Body() body: ResolutionDto) {
    return this.review.resolve(id, row, body);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id/rejected.csv', tag: 'imports', order: 16, scope: 'sellers:read-personal' },
    produces: 'text/csv',
    errors: expiredErrors,
    summary: { th: 'ดาวน์โหลดแถวที่ไม่ผ่าน พร้อมเหตุผล เพื่อแก้ไข', en: 'The rows that failed, with reasons' },
    description: {
      th: 'แก้ไขในไฟล์นี้แล้วอัปโหลดใหม่ได้ ข้อมูลไม่ซ้ำ',
      en: 'Mend this file and upload it again; nothing doubles.',
    },
  })
  @Header('Content-Disposition', 'attachment; filename="rejected.csv"')
  rejected(@Param('id') id: string) {
    return csv(this.reader.rejectedCsv(id));
  }

  @Endpoint({
    ...{
      method: 'GET',
      path: ':id/usernames.csv',
      tag: 'imports',
      order: 15,
      scope: 'sellers:read-personal',
    },
    produces: 'text/csv',
    summary: {
      th: 'ดาวน์โหลดชื่อผู้ใช้งานของผู้ขายใหม่ พร้อมข้อความแจ้ง',
      en: 'Usernames of new sellers, with what to tell them',
    },
  })
  @Header('Content-Disposition', 'attachment; filename="usernames.csv"')
  usernames(@Param('id') id: string) {
    return csv(this.reader.usernamesCsv(id));
  }
}
