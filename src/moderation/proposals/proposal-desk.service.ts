import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import type { EndedProposalDto, ProposalDto, ProposalsQuery } from './proposal.dto.js';
import type { ProposalStep } from './proposal.js';
import { ProposalView } from './proposal-view.service.js';
import { Proposals } from './proposals.service.js';
import { ProposalsRepository } from './proposals.repository.js';

/** Proposals as callers of the API meet them. */
@Injectable()
export class ProposalDesk {
  constructor(
    private readonly database: Database,
    private readonly proposals: Proposals,
    private readonly repository: ProposalsRepository,
    private readonly view: ProposalView,
    private readonly cursors: Cursors,
  ) {}

  /** The oldest first. */
  async list({ limit = 50, cursor, ...filter }: ProposalsQuery): Promise<Page<ProposalDto>> {
    const [after] = this.cursors.open(cursor, filter) ?? [];
    const { cooperativeIds } = currentActor();
    const reach = cooperativeIds && { cooperativeIds: [...cooperativeIds] };
    const rows = await this.repository.page({ ...filter, ...reach }, after as string | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ id }) => [id], filter);
    return { items: await this.view.all(page.items), nextCursor: page.nextCursor };
  }

  async read(id: string): Promise<ProposalDto> {
    return this.view.one(await this.proposals.find(id));
  }

  take(step: ProposalStep, id: string, expectedVersion?: number): Promise<EndedProposalDto> {
    return this.database.transaction(async () => {
      const { proposal, created } = await this.proposals.take(step, id, expectedVersion);
      return { ...(await this.view.forKeeping(proposal)), created };
    });
  }
}
