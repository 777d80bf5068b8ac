import { Readable } from 'node:stream';
import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { IfMatch } from '../platform/http/if-match.js';
import { readSmallUpload } from '../platform/http/small-upload.js';
import { tableErrors } from '../platform/tabular/table-errors.js';
import { validated } from '../platform/http/validation.pipe.js';
import {
  ChangedCooperativeDto,
  CooperativeDto,
  CooperativesQuery,
  CreateCooperativeDto,
  FoundCooperativeDto,
  PatchCooperativeDto,
} from './cooperative.dto.js';
import { cooperativeExamples, numberTaken } from './cooperative.examples.js';
import { CooperativeSearch } from './cooperative-search.service.js';
import { Cooperatives } from './cooperatives.service.js';
import {
  DirectoryImportDto,
  DirectoryImportForm,
  DirectoryImportOptionsDto,
} from './directory-import.dto.js';
import { DirectoryImport } from './directory-import.service.js';

const largestFile = 10 * 1_048_576;

@Controller('v1/cooperatives')
export class CooperativesController {
  constructor(
    private readonly search: CooperativeSearch,
    private readonly cooperatives: Cooperatives,
    private readonly imports: DirectoryImport,
  ) {}

  @Endpoint({
    ...{ method: 'GET', tag: 'cooperatives', order: 2, scope: 'cooperatives:read' },
    ...{ returns: FoundCooperativeDto, list: true },
    summary: { th: 'ค้นหาสหกรณ์ พิมพ์ผิดเล็กน้อยก็พบ', en: 'List and search cooperatives' },
    description: {
      th: 'query รับชื่อเต็ม ชื่อย่อ ชื่อเรียกอื่น หรือเลขทะเบียน ผลเรียงจากตรงที่สุด พร้อมเหตุที่พบและจำนวนตัวอักษรที่ต่าง',
      en: 'query takes a full, short or further name or a number; best first, with why it was found and how many letters differ.',
    },
  })
  list(@Query() query: CooperativesQuery) {
    return this.search.list(query);
  }

  @Endpoint({
    ...{ method: 'POST', tag: 'cooperatives', order: 3, scope: 'cooperatives:write' },
    ...{ returns: ChangedCooperativeDto, idempotent: true, errors: [numberTaken] },
    summary: { th: 'เพิ่มสหกรณ์', en: 'Add a cooperative' },
    description: {
      th: 'หากไม่ระบุ shortName ระบบเสนอจากชื่อเต็ม ข้อควรตรวจอยู่ใน warnings',
      en: 'Without shortName one is proposed from the full name; warnings tell what is worth a look.',
    },
    examples: { request: cooperativeExamples.create },
  })
  create(@Body() body: CreateCooperativeDto) {
    return this.cooperatives.create(body);
  }

  @Endpoint({
    ...{ method: 'POST', path: 'imports', tag: 'cooperatives', order: 4, scope: 'cooperatives:write' },
    ...{ returns: DirectoryImportDto, status: 200, idempotent: true },
    ...{ body: 'multipart', form: DirectoryImportForm, errors: tableErrors },
    summary: { th: 'นำเข้ารายชื่อสหกรณ์จากไฟล์ CSV หรือ XLSX', en: 'Import the member list as CSV or XLSX' },
    description: {
      th: 'ต้องมีเลขทะเบียน ชื่อสหกรณ์ และเขตพื้นที่หรือจังหวัด ชื่อหัวตารางไทยหรืออังกฤษ เรียงอย่างไรก็ได้ ตอบผลทีละแถว ช่องว่างไม่ลบข้อมูลเดิม นำเข้าไฟล์เดิมซ้ำไม่เปลี่ยนอะไร',
      en: 'Needs number, name, and area or province; headers in Thai or English, any order. One outcome per row; an empty cell clears nothing; the same file again changes nothing.',
    },
  })
  async import(@Req() request: FastifyRequest) {
    const { file, fields } = await readSmallUpload(request, largestFile);
    const { shortNameHasMarker } = validated(DirectoryImportOptionsDto, fields);
    return this.imports.importDirectory(() => Readable.from([file]), shortNameHasMarker);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id', tag: 'cooperatives', order: 5, scope: 'cooperatives:read' },
    returns: CooperativeDto,
    summary: { th: 'ดูข้อมูลสหกรณ์', en: 'Read a cooperative' },
  })
  read(@Param('id') id: string) {
    return this.search.read(id);
  }

  @Endpoint({
    ...{ method: 'PATCH', path: ':id', tag: 'cooperatives', order: 6, scope: 'cooperatives:write' },
    ...{ returns: ChangedCooperativeDto, ifMatch: 'required', errors: [numberTaken] },
    summary: { th: 'แก้ไขข้อมูลสหกรณ์', en: 'Correct a cooperative' },
    description: {
      th: 'ส่งเฉพาะช่องที่ต้องการแก้ ชื่อผู้ใช้งานของผู้ขายไม่เปลี่ยนตาม หากเปลี่ยนเขต เลข หรือชื่อย่อ จะแจ้งรายชื่อผู้ขายที่เกี่ยวข้องใน affectedSellers',
      en: 'JSON Merge Patch. Usernames never change with it: affectedSellers lists whose would read differently now.',
    },
    examples: { request: cooperativeExamples.patch },
  })
  change(@Param('id') id: string, @Body() body: PatchCooperativeDto, @IfMatch() expectedVersion?: number) {
    return this.cooperatives.change(id, body, expectedVersion);
  }
}
