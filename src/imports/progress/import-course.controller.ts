import { Body, Controller, Header, Param, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { ImportCourse } from './import-course.service.js';
import { CancellationDto } from './import-progress.dto.js';
import { ImportDto } from '../imports.dto.js';

const followErrors = [
  {
    status: 429,
    code: 'EVENT_STREAMS_OPEN',
    when: { th: 'บัญชีหรือคีย์นี้ติดตามครบ 10 รายการแล้ว', en: 'This account or key follows 10 streams already.' },
  },
  {
    status: 503,
    code: 'EVENT_STREAMS_FULL',
    when: { th: 'มีผู้ติดตามเต็มจำนวน', en: 'As many follow as this service allows.' },
  },
];

const cancelErrors = [
  {
    status: 409,
    code: 'IMPORT_OVER',
    when: { th: 'การนำเข้าจบแล้ว ดู currentStatus', en: 'The import is over; see currentStatus.' },
  },
];

const cancellationExamples = {
  wrongFile: { summary: 'เลือกไฟล์ผิด', value: { reason: 'เลือกไฟล์ผิด' } },
};

@Controller('v1/imports')
export class ImportCourseController {
  constructor(private readonly course: ImportCourse) {}

  @Endpoint({
    ...{ method: 'GET', path: ':id/events', tag: 'imports', order: 9, scope: 'imports:read' },
    ...{ produces: 'text/event-stream', errors: followErrors },
    summary: { th: 'ติดตามความคืบหน้าสด (SSE)', en: 'Follow an import live (server-sent events)' },
    description: {
      th: 'ส่งเหตุการณ์ progress เมื่อมีความคืบหน้า (ไม่เกินวินาทีละครั้ง) และ done เมื่อจบ แล้วปิดสาย data เป็น JSON: id, status, progress, counts, planHash หน้านี้แสดงสายสดได้ไม่ดี ให้ใช้ curl -N -H "Authorization: Bearer …" …/v1/imports/{id}/events หรือดู GET /v1/imports/{id} เป็นระยะ สายปิดเมื่อคีย์ถูกเพิกถอนหรือระบบปิดปรับปรุง ต่อใหม่ได้ทันที',
      en: 'An event progress whenever something moved, once a second at most, and done at the end, which closes the stream. data is JSON: id, status, progress, counts, planHash. This page shows a live stream poorly: use curl -N -H "Authorization: Bearer …" …/v1/imports/{id}/events, or ask GET /v1/imports/{id} now and then. The stream also closes when the credential is revoked or the service stops; connect again.',
    },
  })
  @Header('X-Accel-Buffering', 'no')
  async events(@Param('id') id: string, @Req() request: FastifyRequest) {
    return new StreamableFile(await this.course.follow(id, request), {
      type: 'text/event-stream; charset=utf-8',
    });
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/cancellation', tag: 'imports', order: 10, scope: 'imports:write' },
    ...{ returns: ImportDto, status: 200, idempotent: true, errors: cancelErrors },
    examples: { request: cancellationExamples },
    summary: { th: 'ยกเลิกการนำเข้า', en: 'Cancel an import' },
    description: {
      th: 'หยุดระหว่างชุดแถว (ชุดละไม่เกิน 250 แถว) แถวที่ทำแล้วคงอยู่ แถวที่เหลือยังนับเป็น waiting ยกเลิกซ้ำได้ผลเดิม อัปโหลดไฟล์เดิมอีกครั้งเพื่อทำต่อจากเดิม ข้อมูลไม่ซ้ำ',
      en: 'Stops between chunks. Rows that are done stay, the others are still counted as waiting. Cancelling again changes nothing. Upload the same file again to go on where it was; nothing doubles.',
    },
  })
  cancel(@Param('id') id: string, @Body() body: CancellationDto) {
    return this.course.cancel(id, body);
  }
}
