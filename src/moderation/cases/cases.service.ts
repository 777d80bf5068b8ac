import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import { CaseDesk } from './case-desk.service.js';
import { CaseListRepository } from './case-list.repository.js';
import type { CaseDto, CasesQuery, CaseSummaryDto } from './case.dto.js';
import type { Case } from './case.js';
import { CaseView } from './case-view.service.js';

/** Cases before somebody decides: finding, claiming, handing back. */
@Injectable()
export class Cases {
  constructor(
    private readonly database: Database,
    private readonly desk: CaseDesk,
    private readonly view: CaseView,
    private readonly pages: CaseListRepository,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async read(id: string): Promise<CaseDto> {
    return this.view.whole(await this.desk.find(id));
  }

  async list({ limit = 50, cursor, ...query }: CasesQuery): Promise<Page<CaseSummaryDto>> {
    const actor = currentActor();
    const { claimedBy, from, to, ...rest } = query;
    const filter = {
      ...{
        ...rest,
        now: this.clock.now(),
        cooperativeIds: actor.cooperativeIds && [...actor.cooperativeIds],
      },
      ...{ claimedBy: claimedBy && actorRef(actor), from: instant(from), to: instant(to) },
    };
    const [before] = this.cursors.open(cursor, query) ?? [];
    const rows = await this.pages.page(filter, before as string | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ id }) => [id], query);
    return { items: await this.view.summaries(page.items), nextCursor: page.nextCursor };
  }

  claimNext(): Promise<CaseDto> {
    return this.answer(() => this.desk.claimNext());
  }

  claim(id: string, expectedVersion?: number): Promise<CaseDto> {
    return this.answer(() => this.desk.claimOne(id, expectedVersion));
  }

  release(id: string, expectedVersion?: number): Promise<CaseDto> {
    return this.answer(async () => this.desk.take('release', await this.desk.lock(id, expectedVersion)));
  }

  returnToQueue(id: string, expectedVersion?: number): Promise<CaseDto> {
    return this.answer(async () => this.desk.take('return', await this.desk.lock(id, expectedVersion)));
  }

  private answer(change: () => Promise<Case>): Promise<CaseDto> {
    return this.database.transaction(async () => this.view.forKeeping(await change()));
  }
}

const instant = (text: string | undefined): string | undefined => text && new Date(text).toISOString();
