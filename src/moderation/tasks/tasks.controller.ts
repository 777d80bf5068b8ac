import { Body, Controller, Param, Query, Header } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { IfMatch } from '../../platform/http/if-match.js';
import type { DocumentedError } from '../../platform/http/route.js';
import { TaskDesk } from './task-desk.service.js';
import { TaskList } from './task-list.service.js';
import { CompletionDto, TaskDto, TasksQuery } from './task.dto.js';

const errors: DocumentedError[] = [
  {
    ...{ status: 409, code: 'TASK_CLAIMED' },
    when: { th: 'ผู้ดูแลอีกคนรับงานนี้ไว้', en: 'Another moderator has taken it.' },
  },
  {
    ...{ status: 409, code: 'TASK_WRONG_STATUS' },
    when: { th: 'สถานะของงานทำขั้นตอนนี้ไม่ได้', en: 'The status does not allow it.' },
  },
];

@Controller('v1/moderation/tasks')
export class TasksController {
  constructor(
    private readonly desk: TaskDesk,
    private readonly tasks: TaskList,
  ) {}

  @Endpoint({
    ...{ method: 'GET', tag: 'tasks', order: 1, scope: 'moderation:read', returns: TaskDto, list: true },
    summary: { th: 'งานที่ต้องทำใน LINE', en: 'What is to be done in LINE' },
    description: {
      th: 'status=open คือสิ่งที่ตัดสินแล้วแต่ยังไม่มีใครทำ แต่ละงานบอกวิธีทำทีละขั้น ทำกับใคร และข้อความพร้อมส่ง overdue=true คือเลยกำหนด mine=true คือที่ท่านรับไว้',
      en: 'status=open is what was decided and not yet done. Each says step by step what to do, with whom, and what to send.',
    },
  })
  list(@Query() query: TasksQuery) {
    return this.tasks.list(query);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id', tag: 'tasks', order: 2, scope: 'moderation:read', returns: TaskDto },
    summary: { th: 'ดูงานและวิธีทำ', en: 'Read a task' },
  })
  read(@Param('id') id: string) {
    return this.tasks.read(id);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id/message', tag: 'tasks', order: 2, scope: 'moderation:read' },
    produces: 'text/plain',
    summary: { th: 'ข้อความพร้อมส่งของงาน คัดลอกไปวางใน LINE ได้ทันที', en: 'The message of a task, as it is sent' },
    errors: [
      {
        status: 404,
        code: 'TASK_WITHOUT_MESSAGE',
        when: { th: 'งานนี้ไม่มีข้อความให้ส่ง หรือท่านไม่มีสิทธิ์อ่าน', en: 'No message, or not for this caller.' },
      },
    ],
  })
  @Header('Content-Type', 'text/plain; charset=utf-8')
  message(@Param('id') id: string) {
    return this.tasks.message(id);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/claim', tag: 'tasks', order: 3, scope: 'moderation:write' },
    ...{ returns: TaskDto, status: 200, idempotent: true, ifMatch: 'optional', errors },
    summary: { th: 'รับงาน', en: 'Take a task' },
    description: { th: 'เป็นของท่าน 30 นาที รับซ้ำเพื่อต่อเวลาได้', en: 'Yours for 30 minutes; again for 30 more.' },
  })
  claim(@Param('id') id: string, @IfMatch() version?: number) {
    return this.desk.claim(id, version);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/release', tag: 'tasks', order: 4, scope: 'moderation:write' },
    ...{ returns: TaskDto, status: 200, idempotent: true, ifMatch: 'optional', errors },
    summary: { th: 'คืนงาน', en: 'Give a task back' },
  })
  release(@Param('id') id: string, @IfMatch() version?: number) {
    return this.desk.release(id, version);
  }

  @Endpoint({
    ...{ method: 'POST', path: ':id/completion', tag: 'tasks', order: 5, scope: 'moderation:write' },
    ...{ returns: TaskDto, status: 200, idempotent: true, ifMatch: 'optional', errors },
    examples: {
      request: {
        done: { summary: 'ทำแล้ว · done', value: { outcome: 'done', proof: 'ลบข้อความแล้วเมื่อ 10.15 น.' } },
        notPossible: {
          summary: 'ทำไม่ได้ · not possible',
          value: { outcome: 'not_possible', proof: 'ผู้นั้นออกจากกลุ่มไปแล้ว' },
        },
      },
    },
    summary: { th: 'บันทึกผลของงาน', en: 'Say how a task went' },
    description: {
      th: 'บันทึกเมื่อทำใน LINE แล้ว หากทำไม่ได้ต้องบอกเหตุใน proof เวลาที่แจ้งผลสำเร็จเริ่มนับสิทธิอุทธรณ์ เมื่องานของเรื่องเสร็จครบ เรื่องจะปิด',
      en: 'Once it is done in LINE; not_possible needs the reason in proof. A notice delivered starts the time for an appeal. With the last task over the case is closed.',
    },
  })
  complete(@Param('id') id: string, @Body() body: CompletionDto, @IfMatch() version?: number) {
    return this.desk.complete(id, body, version);
  }
}
