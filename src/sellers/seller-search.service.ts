import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import { may, mayReach, type Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { Cursors } from '../platform/http/cursor.js';
import { pageOf, type JsonBytes } from '../platform/http/json-bytes.js';
import { currentActor } from '../platform/request-context.js';
import { Reservations } from '../usernames/reservation.service.js';
import { usernameKey } from '../usernames/username.js';
import { normalizePhone } from './contact.js';
import { foldName } from './same-person.js';
import type { SellersQuery } from './seller-input.dto.js';
import type { ShownSeller } from './seller.js';
import { SellerListRepository } from './seller-list.repository.js';
import type { SellerFilter } from './seller-filter.js';
import { RenderedSellers } from './rendered-sellers.service.js';
import { ShownSellers } from './shown-sellers.service.js';

/** Finding sellers; who is out of the caller's reach is not there. */
@Injectable()
export class SellerSearch {
  constructor(
    private readonly sellers: ShownSellers,
    private readonly rendered: RenderedSellers,
    private readonly reservations: Reservations,
    private readonly directory: CooperativeDirectory,
    private readonly pages: SellerListRepository,
    private readonly cursors: Cursors,
  ) {}

  async read(id: string): Promise<JsonBytes> {
    return this.show(await this.sellers.byId(id));
  }

  /** Throws NotFound for a seller out of the caller's reach. */
  async find(id: string): Promise<ShownSeller> {
    return this.reachable(await this.sellers.byId(id));
  }

  /** By the username of today, or by one the seller held before. */
  async readByUsername(username: string): Promise<JsonBytes> {
    const current = await this.sellers.byUsernameKey(usernameKey(username));
    if (current) return this.show(current);
    const holder = (await this.reservations.holdersOf([username])).get(username);
    return this.show(holder ? await this.sellers.byId(holder) : undefined);
  }

  async list(query: SellersQuery): Promise<JsonBytes> {
    const actor = currentActor();
    const { limit = 50, cursor, ...filter } = query;
    const [after] = this.cursors.open(cursor, filter) ?? [];
    const rows = await this.pages.page(this.filterOf(query, actor), after as string | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ id }) => [id], filter);
    const items = await this.sellers.ofVersions(page.items);
    return pageOf(
      items.map((seller) => this.rendered.summary(seller, actor)),
      page.nextCursor,
    );
  }

  private show(seller: ShownSeller | undefined): JsonBytes {
    return this.rendered.whole(this.reachable(seller), currentActor());
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
