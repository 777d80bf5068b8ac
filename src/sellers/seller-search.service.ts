import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import { may, mayReach, type Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { Cursors } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { currentActor } from '../platform/request-context.js';
import { Reservations } from '../usernames/reservation.service.js';
import { usernameKey } from '../usernames/username.js';
import { normalizePhone } from './contact.js';
import { foldName } from './same-person.js';
import type { SellersQuery } from './seller-input.dto.js';
import type { InvitationDto, SellerDto, SellerSummaryDto } from './seller.dto.js';
import type { ShownSeller } from './seller.js';
import { SellerListRepository } from './seller-list.repository.js';
import type { SellerFilter } from './seller-filter.js';
import { SellerView } from './seller-view.service.js';
import { SellersRepository } from './sellers.repository.js';

/** Finding sellers; who is out of the caller's reach is not there. */
@Injectable()
export class SellerSearch {
  constructor(
    private readonly repository: SellersRepository,
    private readonly reservations: Reservations,
    private readonly directory: CooperativeDirectory,
    private readonly pages: SellerListRepository,
    private readonly view: SellerView,
    private readonly cursors: Cursors,
  ) {}

  async read(id: string): Promise<SellerDto> {
    return this.show(await this.repository.show(id));
  }

  /** What to tell the seller. */
  async invitation(id: string): Promise<InvitationDto> {
    return this.view.invitation(this.reachable(await this.repository.show(id)));
  }

  /** By the username of today, or by one the seller held before. */
  async readByUsername(username: string): Promise<SellerDto> {
    const current = await this.repository.showByUsernameKey(usernameKey(username));
    if (current) return this.show(current);
    const holder = (await this.reservations.holdersOf([username])).get(username);
    return this.show(holder ? await this.repository.show(holder) : undefined);
  }

  async list(query: SellersQuery): Promise<Page<SellerSummaryDto>> {
    const actor = currentActor();
    const { limit = 50, cursor, ...filter } = query;
    const [after] = this.cursors.open(cursor, filter) ?? [];
    const rows = await this.pages.page(this.filterOf(query, actor), after as string | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ id }) => [id], filter);
    return {
      items: page.items.map((seller) => this.view.summary(seller, actor)),
      nextCursor: page.nextCursor,
    };
  }

  private show(seller: ShownSeller | undefined): SellerDto {
    return this.view.whole(this.reachable(seller), currentActor());
  }

  private reachable(seller: ShownSeller | undefined): ShownSeller {
    if (!seller || !mayReach(currentActor(), seller.cooperativeId)) throw new NotFound();
    return seller;
  }

  private filterOf({ query, username, status, category, ...rest }: SellersQuery, actor: Actor): SellerFilter {
    const phone = query && may(actor, 'sellers:read-personal') ? normalizePhone(query) : undefined;
    return {
      ...{ status, category, phone },
      namePrefix: query && !phone ? foldName(query) : undefined,
      usernameKey: username && usernameKey(username),
      cooperativeIds: this.cooperativesOf(rest, actor),
      registeredFrom: instant(rest.registeredFrom),
      registeredTo: instant(rest.registeredTo),
    };
  }

  private cooperativesOf({ cooperativeId, regionCode }: SellersQuery, actor: Actor): string[] | undefined {
    if (!cooperativeId && !regionCode && !actor.cooperativeIds) return undefined;
    return this.directory
      .current()
      .cooperatives.filter(
        (each) =>
          (!cooperativeId || each.id === cooperativeId) &&
          (!regionCode || each.regionCode === regionCode) &&
          mayReach(actor, each.id),
      )
      .map(({ id }) => id);
  }
}

const instant = (text: string | undefined): string | undefined => text && new Date(text).toISOString();
