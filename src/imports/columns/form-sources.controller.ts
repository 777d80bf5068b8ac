import { Body, Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { IfMatch } from '../../platform/http/if-match.js';
import type { DocumentedError } from '../../platform/http/route.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { FormSourceDto, PatchFormSourceDto } from './form-source.dto.js';
import { FormSources } from './form-sources.service.js';
import { importExamples } from '../imports.examples.js';

/** These stand in `errors` of a VALIDATION_FAILED. */
const columnErrors: DocumentedError[] = [
  {
    status: 400,
    code: 'COLUMN_UNKNOWN',
    when: { th: '(ใน errors) ไม่มีคอลัมน์นี้', en: '(in errors) There is no such column.' },
  },
  {
    status: 400,
    code: 'COLUMN_OF_THE_FORM',
    when: {
      th: '(ใน errors) คอลัมน์รหัสคำตอบและประทับเวลาใช้เป็นข้อมูลผู้ขายไม่ได้',
      en: '(in errors) The columns of the response id and of the time hold nothing of the seller.',
    },
  },
];

@Controller('v1/form-sources')
export class FormSourcesController {
  constructor(private readonly forms: FormSources) {}

  @Endpoint({
    ...{
      method: 'GET',
      tag: 'imports',
      order: 40,
      scope: 'imports:read',
      returns: FormSourceDto,
      list: true,
    },
    summary: { th: 'แบบฟอร์มที่ระบบจำคอลัมน์ไว้', en: 'Forms whose columns are remembered' },
    description: {
      th: 'แบบฟอร์มแยกตาม formId ที่ส่งตอนอัปโหลด หรือตามหัวตาราง ไฟล์ครั้งต่อไปของแบบฟอร์มเดียวกันใช้คอลัมน์ที่เจ้าหน้าที่ยืนยันไว้ (confirmed)',
      en: 'A form is told by the formId of the upload, else by its header. Its next file is read with the columns people confirmed.',
    },
  })
  list(@Query() query: PageQuery) {
    return this.forms.list(query);
  }

  @Endpoint({
    ...{
      method: 'GET',
      path: ':id',
      tag: 'imports',
      order: 41,
      scope: 'imports:read',
      returns: FormSourceDto,
    },
    summary: { th: 'ดูคอลัมน์ที่จำไว้ของแบบฟอร์ม', en: 'What is remembered of a form' },
  })
  read(@Param('id') id: string) {
    return this.forms.read(id);
  }

  @Endpoint({
    ...{ method: 'PATCH', path: ':id', tag: 'imports', order: 42, scope: 'imports:write' },
    ...{ returns: FormSourceDto, ifMatch: 'required', examples: { request: importExamples.formSource } },
    errors: columnErrors,
    summary: { th: 'แก้ชื่อหรือคอลัมน์ที่จำไว้', en: 'Correct what is remembered of a form' },
    description: {
      th: 'มีผลกับไฟล์ครั้งต่อไป ไฟล์ที่นำเข้าแล้วไม่เปลี่ยน เปิด GET /v1/form-sources/{id} ก่อน หน้านี้จะเติม id และ If-Match ให้ แล้วคัดลอก header ของคอลัมน์จากคำตอบนั้น',
      en: 'For files to come; what was imported stays as it is. Read the form first: this page then fills in id and If-Match; take the header of the column from that answer.',
    },
  })
  change(@Param('id') id: string, @Body() body: PatchFormSourceDto, @IfMatch() expectedVersion?: number) {
    return this.forms.change(id, body, expectedVersion);
  }

  @Endpoint({
    ...{ method: 'DELETE', path: ':id', tag: 'imports', order: 43, scope: 'imports:write' },
    summary: { th: 'ลืมแบบฟอร์มนี้', en: 'Forget a form' },
    description: {
      th: 'ไฟล์ครั้งต่อไปจะถูกอ่านเหมือนครั้งแรก',
      en: 'Its next file is read as if it were the first.',
    },
  })
  forget(@Param('id') id: string) {
    return this.forms.forget(id);
  }
}
