import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../../cooperatives/cooperative-directory.service.js';
import { Journal } from '../../journal/journal.service.js';
import { may } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page, PageQuery } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import type { ValueDecisionDto } from './value-decision.dto.js';
import type { ValueDecisionEntity } from './value-decision.entity.js';
import { ValueDecisionsRepository } from './value-decision.repository.js';

/** What was learned about texts in forms, for people to see and to forget. */
@Injectable()
export class ValueDecisions {
  constructor(
    private readonly database: Database,
    private readonly repository: ValueDecisionsRepository,
    private readonly directory: CooperativeDirectory,
    private readonly cursors: Cursors,
    private readonly journal: Journal,
  ) {}

  async list({ limit = 50, cursor }: PageQuery): Promise<Page<ValueDecisionDto>> {
    if (currentActor().cooperativeIds) return { items: [], nextCursor: null };
    const binding = ['value decisions'];
    const [before] = this.cursors.open(cursor, binding) ?? [];
    const decisions = await this.repository.page(before as string | undefined, limit + 1);
    const page = this.cursors.page(decisions, limit, ({ id }) => [id], binding);
    return { items: page.items.map((each) => this.view(each)), nextCursor: page.nextCursor };
  }

  /** The next row that says so waits for a person again. */
  forget(id: string): Promise<void> {
    if (currentActor().cooperativeIds) throw new NotFound();
    return this.database.transaction(async () => {
      if (!(await this.repository.delete(id))) throw new NotFound();
      this.journal.record({ action: 'value.forgotten', subject: { type: 'value', id } });
    });
  }

  private view({
    id,
    kind,
    text,
    number,
    cooperativeId,
    rowNo,
    ...rest
  }: ValueDecisionEntity): ValueDecisionDto {
    const cooperative = this.directory.get(cooperativeId);
    const { registrationNumber = '', fullName = '' } = cooperative ?? {};
    const { decidedBy, decidedAt, importId } = rest;
    // People write anything into a form, also their name and telephone number.
    const written = may(currentActor(), 'sellers:read-personal')
      ? { text, number }
      : { text: null, number: null };
    return {
      ...{ id, kind, ...written, cooperative: { id: cooperativeId, registrationNumber, fullName } },
      ...{ applies: cooperative?.status === 'active', decidedBy, decidedAt, importId, row: rowNo },
    };
  }
}
