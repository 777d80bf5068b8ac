import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Conflict, Stale } from '../../platform/errors.js';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import { nicknameKeys } from './nickname.js';
import type { SubjectDto, SubjectRefDto, SubjectsQuery } from './subject.dto.js';
import { SubjectLinking } from './subject-linking.service.js';
import { SubjectListRepository } from './subject-list.repository.js';
import { SubjectView } from './subject-view.service.js';
import type { Subject } from './subject.js';
import { Subjects } from './subjects.service.js';

/** Finding people of the group, and saying who they are. */
@Injectable()
export class SubjectDesk {
  constructor(
    private readonly database: Database,
    private readonly subjects: Subjects,
    private readonly pages: SubjectListRepository,
    private readonly view: SubjectView,
    private readonly linking: SubjectLinking,
    private readonly cursors: Cursors,
  ) {}

  async read(id: string): Promise<SubjectDto> {
    return this.view.whole(await this.subjects.find(id));
  }

  async list({ limit = 50, cursor, ...query }: SubjectsQuery): Promise<Page<SubjectRefDto>> {
    const { cooperativeIds } = currentActor();
    const keys = query.nickname === undefined ? undefined : nicknameKeys(query.nickname);
    if (query.nickname !== undefined && !keys) return { items: [], nextCursor: null };
    const filter = {
      ...{ nickname: keys, sellerId: query.sellerId },
      cooperativeIds: cooperativeIds && [...cooperativeIds],
    };
    const [after] = this.cursors.open(cursor, query) ?? [];
    const rows = await this.pages.page(filter, after as string | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ id }) => [id], query);
    return { items: page.items.map((each) => this.view.ref(each)), nextCursor: page.nextCursor };
  }

  /** Says by hand which seller a name belongs to. */
  link(id: string, sellerId: string, expectedVersion?: number): Promise<SubjectDto> {
    return this.database.transaction(async () => {
      const subject = await this.subjects.find(id);
      if (expectedVersion !== undefined && expectedVersion !== subject.version)
        throw new Stale(subject.version);
      if (subject.sellerId === sellerId) return this.view.whole(subject);
      const linked = subject.sellerId ? subject : await this.linking.link(subject, sellerId);
      if (linked.sellerId !== sellerId) throw alreadyLinked(linked);
      return this.view.whole(linked);
    });
  }
}

const alreadyLinked = ({ id, sellerId }: Subject): Conflict =>
  new Conflict(
    'SUBJECT_LINKED',
    {
      th: 'ชื่อนี้เชื่อมกับผู้ขายรายอื่นแล้ว กรุณาตรวจสอบผู้ขายตาม sellerId',
      en: 'This name is known to be another seller; see sellerId.',
    },
    { subjectId: id, sellerId },
  );
