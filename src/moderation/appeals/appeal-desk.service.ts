import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import type { Application } from './appeal-filing.service.js';
import { AppealHold } from './appeal-hold.service.js';
import type { AppealDto, AppealsQuery, AppealSummaryDto } from './appeals.dto.js';
import { AppealView } from './appeal-view.service.js';
import { AppealsRepository } from './appeals.repository.js';
import { Appeals } from './appeals.service.js';

type PlainStep = 'claim' | 'release' | 'withdraw';

/** Appeals as callers of the API meet them. */
@Injectable()
export class AppealDesk {
  constructor(
    private readonly database: Database,
    private readonly appeals: Appeals,
    private readonly hold: AppealHold,
    private readonly repository: AppealsRepository,
    private readonly view: AppealView,
    private readonly cursors: Cursors,
  ) {}

  file(application: Application): Promise<AppealDto> {
    return this.database.transaction(async () => this.view.forKeeping(await this.appeals.file(application)));
  }

  take(step: PlainStep, id: string, expectedVersion?: number): Promise<AppealDto> {
    return this.database.transaction(async () =>
      this.view.forKeeping(await this.appeals[step](id, expectedVersion)),
    );
  }

  async read(id: string): Promise<AppealDto> {
    return this.view.one(await this.hold.find(id));
  }

  /** The oldest first: who waits longest is heard first. */
  async list({ limit = 50, cursor, ...filter }: AppealsQuery): Promise<Page<AppealSummaryDto>> {
    const binding = { appeals: filter };
    const [after] = this.cursors.open(cursor, binding) ?? [];
    const { cooperativeIds } = currentActor();
    const reach = cooperativeIds && { cooperativeIds: [...cooperativeIds] };
    const rows = await this.repository.page({ ...filter, ...reach }, after as string | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ id }) => [id], binding);
    return { ...page, items: await this.view.all(page.items) };
  }
}
