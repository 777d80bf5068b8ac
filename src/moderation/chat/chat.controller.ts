import { Body, Controller } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { pastedLimit } from '../../platform/http/http.options.js';
import { BatchReportsDto } from '../reports/report.dto.js';
import { chatExamples } from './chat.examples.js';
import { ChatReadingDto, ChatReportsDto, ChatTextDto } from './chat.dto.js';
import { ChatReadings } from './chat-readings.service.js';

@Controller('v1/moderation')
export class ChatController {
  constructor(private readonly chats: ChatReadings) {}

  @Endpoint({
    ...{ method: 'POST', path: 'chat-readings', tag: 'reports', order: 3, scope: 'moderation:write' },
    bodyLimit: pastedLimit,
    ...{ returns: ChatReadingDto, status: 200, examples: { request: chatExamples.reading } },
    summary: { th: 'อ่านแชทที่คัดลอกมาหรือไฟล์จาก LINE', en: "Read copied chat or LINE's text file" },
    description: {
      th: 'แยกเป็นข้อความพร้อมผู้ส่ง เวลา และคำแนะนำจากการตรวจ ยังไม่บันทึกสิ่งใด บรรทัดที่อ่านไม่ได้แจ้งไว้ใน unread เลือกข้อความแล้วแจ้งที่ reports/from-chat',
      en: 'Messages with author, time and what screening suggests; nothing is kept. Lines that cannot be read are in unread. Pick some and report them with reports/from-chat.',
    },
  })
  read(@Body() { text }: ChatTextDto) {
    return this.chats.read(text);
  }

  @Endpoint({
    ...{ method: 'POST', path: 'reports/from-chat', tag: 'reports', order: 4, scope: 'moderation:write' },
    bodyLimit: pastedLimit,
    ...{
      returns: BatchReportsDto,
      status: 200,
      idempotent: true,
      examples: { request: chatExamples.reports },
    },
    summary: { th: 'แจ้งข้อความจากแชทที่คัดลอกมา', en: 'Report messages of copied chat' },
    description: {
      th: 'ส่งข้อความแชทเดิมพร้อมเลขข้อความ หากไม่ระบุเลข แจ้งทุกข้อความที่การตรวจแนะนำและทราบผู้ส่งแน่ชัด reference ในคำตอบคือเลขข้อความ',
      en: 'The same text with the numbers; without numbers all that screening suggests and whose author is sure. reference is the number.',
    },
  })
  report(@Body() body: ChatReportsDto) {
    return this.chats.report(body);
  }
}
