import { Injectable } from '@nestjs/common';
import { NotFound } from '../platform/errors.js';
import { Cursors } from '../platform/http/cursor.js';
import type { Page, PageQuery } from '../platform/http/page.dto.js';
import { currentActor } from '../platform/request-context.js';
import { NicknameHolders } from '../sellers/nickname-holders.service.js';
import { SellerSearch } from '../sellers/seller-search.service.js';
import type {
  MissingSellerDto,
  RosterAuditDto,
  RosterEntriesQuery,
  RosterEntryDto,
  SellerPresenceDto,
} from './roster.dto.js';
import type { RosterAuditEntity } from './roster.entity.js';
import { RosterRepository } from './roster.repository.js';
import { RosterView } from './roster-view.service.js';

const lookedAtOnce = 500;

/** Reading what roster audits found. */
@Injectable()
export class RosterReports {
  constructor(
    private readonly repository: RosterRepository,
    private readonly holders: NicknameHolders,
    private readonly search: SellerSearch,
    private readonly cursors: Cursors,
    private readonly view: RosterView,
  ) {}

  async list({ limit = 50, cursor }: PageQuery): Promise<Page<RosterAuditDto>> {
    if (currentActor().cooperativeIds) return { items: [], nextCursor: null };
    const [before] = this.cursors.open(cursor, 'roster-audits') ?? [];
    const rows = await this.repository.page(before as string | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ id }) => [id], 'roster-audits');
    return { ...page, items: await this.view.audits(page.items) };
  }

  async read(id: string): Promise<RosterAuditDto> {
    return this.view.audit(await this.find(id));
  }

  async entries(
    id: string,
    { verdict, limit = 50, cursor }: RosterEntriesQuery,
  ): Promise<Page<RosterEntryDto>> {
    await this.find(id);
    const binding = ['roster-entries', id, verdict ?? null];
    const [after = 0] = this.cursors.open(cursor, binding) ?? [];
    const rows = await this.repository.entries(id, verdict, Number(after), limit + 1);
    const page = this.cursors.page(rows, limit, ({ line }) => [line], binding);
    return { ...page, items: page.items.map((entry) => this.view.entry(entry)) };
  }

  /** Sellers who were active at the time of the audit and are now, and are not on the list. */
  async missing(id: string, { limit = 50, cursor }: PageQuery): Promise<Page<MissingSellerDto>> {
    const audit = await this.find(id);
    const binding = ['roster-missing', id];
    const [after = ''] = this.cursors.open(cursor, binding) ?? [];
    const rows = await this.missingAfter(audit, String(after), limit + 1);
    return this.cursors.page(rows, limit, ({ sellerId }) => [sellerId], binding);
  }

  async presence(sellerId: string): Promise<SellerPresenceDto> {
    await this.search.find(sellerId);
    const known = await this.repository.presenceOf(sellerId);
    if (!known) return { sellerId, present: null, observedAt: null, auditId: null };
    const { present, observedAt, auditId } = known;
    return { sellerId, present: present === 1, observedAt, auditId };
  }

  /** A key limited to cooperatives sees none: the nicknames are everybody's. */
  async find(id: string): Promise<RosterAuditEntity> {
    const audit = await this.repository.find(id);
    if (!audit || currentActor().cooperativeIds) throw new NotFound();
    return audit;
  }

  private async missingAfter(
    { id, createdAt }: RosterAuditEntity,
    after: string,
    wanted: number,
  ): Promise<MissingSellerDto[]> {
    const missing: MissingSellerDto[] = [];
    for (let from = after; missing.length < wanted;) {
      const sellers = await this.holders.activePage(from, createdAt, lookedAtOnce);
      if (sellers.length === 0) break;
      const ids = sellers.map((seller) => seller.id);
      const seen = await this.repository.seen(id, ids);
      for (const { id: sellerId, username, cooperativeId } of sellers)
        if (!seen.has(sellerId)) missing.push({ sellerId, username: username!, cooperativeId });
      from = ids.at(-1)!;
    }
    return missing.slice(0, wanted);
  }
}
