import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import { TaskDesk } from './task-desk.service.js';
import type { TaskDto, TasksQuery } from './task.dto.js';
import { TaskView } from './task-view.service.js';
import { TasksRepository } from './tasks.repository.js';

/** What is still to be done in LINE, and what was. */
@Injectable()
export class TaskList {
  constructor(
    private readonly repository: TasksRepository,
    private readonly desk: TaskDesk,
    private readonly view: TaskView,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** The oldest first. */
  async list({ limit = 50, cursor, ...query }: TasksQuery): Promise<Page<TaskDto>> {
    const [after] = this.cursors.open(cursor, query) ?? [];
    const { overdue, mine, ...equal } = query;
    const actor = currentActor();
    const filter = {
      ...equal,
      ...(mine && { claimedBy: actorRef(actor) }),
      ...(overdue && { dueBefore: this.clock.now() }),
      ...(actor.cooperativeIds && { cooperativeIds: [...actor.cooperativeIds] }),
    };
    const rows = await this.repository.page(filter, after as string | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ id }) => [id], query);
    return { items: await this.view.many(page.items), nextCursor: page.nextCursor };
  }

  /** Line by line, as it is pasted into LINE. Throws NotFound where there is none or the caller may not read it. */
  async message(id: string): Promise<string> {
    const { readyMessage } = await this.read(id);
    if (readyMessage?.th) return readyMessage.th;
    throw new NotFound(withoutMessage, 'TASK_WITHOUT_MESSAGE');
  }

  async read(id: string): Promise<TaskDto> {
    return this.view.one(await this.desk.find(id));
  }
}

const withoutMessage = {
  th: 'งานนี้ไม่มีข้อความให้ส่ง หรือท่านไม่มีสิทธิ์อ่าน ดูวิธีทำใน steps ของงาน',
  en: 'This task has no message, or you may not read it; see its steps.',
};
