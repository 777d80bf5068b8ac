import { Readable } from 'node:stream';
import { Body, Controller, Header, Param, ParseIntPipe, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { ImportDesk } from './import-desk.service.js';
import { ImportReader } from './import-reader.service.js';
import { importExamples } from './imports.examples.js';
import {
  ImportDto,
  ImportRowDto,
  ImportRowsQuery,
  ImportsQuery,
  ResolutionDto,
  UploadForm,
} from './imports.dto.js';

const importErrors = [
  {
    status: 400,
    code: 'COLUMNS_MISSING',
    when: { th: 'ไม่มีคอลัมน์ชื่อหรือสหกรณ์', en: 'No column holds the name or the cooperative.' },
  },
  {
    status: 400,
    code: 'CONSENT_BASIS_REQUIRED',
    when: {
      th: 'แบบฟอร์มไม่มีคำถามความยินยอม',
      en: 'The form does not ask for consent and no basis was stated.',
    },
  },
];

const csv = async (text: Promise<AsyncGenerator<string>>) =>
  new StreamableFile(Readable.from(await text), { type: 'text/csv; charset=utf-8' });

@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly desk: ImportDesk,
    private readonly reader: ImportReader,
  ) {}

  @Endpoint({
    ...{ method: 'POST', tag: 'imports', order: 1, scope: 'imports:write', returns: ImportDto, status: 202 },
    ...{
      idempotent: true,
      body: 'multipart',
      form: UploadForm,
      location: '/v1/imports/{id}',
      errors: importErrors,
    },
    summary: { th: 'อัปโหลดไฟล์คำตอบ Google Form (CSV)', en: 'Upload a form export (CSV)' },
    description: {
      th: 'รับ CSV แบบ UTF-8, UTF-16 หรือ Windows-874 คั่นด้วย , ; หรือแท็บ หัวตารางไทยหรืออังกฤษเรียงอย่างไรก็ได้ ไฟล์ถูกเก็บก่อนตอบ 202 แล้วทำงานต่อเบื้องหลัง ดูความคืบหน้าที่ GET /v1/imports/{id} อัปโหลดซ้ำไม่ทำให้ข้อมูลซ้ำ',
      en: 'CSV in UTF-8, UTF-16 or Windows-874, any delimiter of , ; tab, headers in Thai or English in any order. Stored before 202, then worked on; follow GET /v1/imports/{id}. The same file again doubles nothing.',
    },
  })
  upload(@Req() request: FastifyRequest) {
    return this.desk.upload(request);
  }

  @Endpoint({
    ...{ method: 'GET', tag: 'imports', order: 2, scope: 'imports:read', returns: ImportDto, list: true },
    summary: { th: 'รายการนำเข้า ใหม่สุดก่อน', en: 'Imports, newest first' },
  })
  list(@Query() query: ImportsQuery) {
    return this.reader.list(query);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id', tag: 'imports', order: 3, scope: 'imports:read', returns: ImportDto },
    summary: { th: 'ดูความคืบหน้าและผลรวม', en: 'Progress and counts' },
  })
  read(@Param('id') id: string) {
    return this.reader.read(id);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id/rows', tag: 'imports', order: 4, scope: 'imports:read' },
    ...{ returns: ImportRowDto, list: true },
    summary: { th: 'ผลรายแถว และแถวที่รอตรวจ', en: 'Rows and their outcomes' },
    description: {
      th: 'outcome=needs_review คือแถวที่ต้องให้เจ้าหน้าที่เลือก พร้อมเหตุผลและตัวเลือก (candidates)',
      en: 'outcome=needs_review is the review queue, with reasons and candidates.',
    },
  })
  rows(@Param('id') id: string, @Query() query: ImportRowsQuery) {
    return this.reader.rows(id, query);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/rows/:row/resolution', tag: 'imports', order: 5, scope: 'imports:write' },
    ...{
      returns: ImportRowDto,
      status: 200,
      idempotent: true,
      examples: { request: importExamples.resolution },
    },
    summary: { th: 'ตัดสินแถวที่รอตรวจ', en: 'Decide about a row that waits' },
    description: {
      th: 'choose เลือกสหกรณ์หรือชื่อจากตัวเลือก · merge เป็นผู้ขายรายเดิม · create เป็นคนใหม่ · skip ข้าม หากยังมีข้อสงสัยอื่น แถวจะรอตรวจต่อ',
      en: 'choose a cooperative or name, merge into a seller, create a new one, or skip. With another doubt left, the row waits again.',
    },
  })
  resolve(@Param('id') id: string, @Param('row', ParseIntPipe) row: number, @Body() body: ResolutionDto) {
    return this.desk.resolve(id, row, body);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id/rejected.csv', tag: 'imports', order: 6, scope: 'sellers:read-personal' },
    produces: 'text/csv',
    summary: { th: 'แถวที่ไม่ผ่าน พร้อมเหตุผล', en: 'The rows that failed, with reasons' },
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
    ...{ method: 'GET', path: ':id/usernames.csv', tag: 'imports', order: 7, scope: 'sellers:read-personal' },
    produces: 'text/csv',
    summary: {
      th: 'ชื่อผู้ใช้งานของผู้ขายใหม่ พร้อมข้อความแจ้ง',
      en: 'Usernames of new sellers, with what to tell them',
    },
  })
  @Header('Content-Disposition', 'attachment; filename="usernames.csv"')
  usernames(@Param('id') id: string) {
    return csv(this.reader.usernamesCsv(id));
  }
}
