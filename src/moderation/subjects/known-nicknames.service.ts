import { Injectable } from '@nestjs/common';
import { ShownSellers } from '../../sellers/shown-sellers.service.js';
import type { ShownSeller } from '../../sellers/seller.js';
import { Reservations } from '../../usernames/reservation.service.js';

/** Who a nickname is known to be. */
export interface KnownAs {
  sellerId: string;
  cooperativeId: string;
}

/** Which sellers hold, or held before, the names people carry in the group. */
@Injectable()
export class KnownNicknames {
  constructor(
    private readonly reservations: Reservations,
    private readonly sellers: ShownSellers,
  ) {}

  /** By the nickname asked for; few queries, however many. */
  async holdersOf(nicknames: readonly string[]): Promise<Map<string, KnownAs>> {
    const holders = await this.reservations.holdersOf(nicknames);
    const sellers = await this.sellers.byIds([...new Set(holders.values())]);
    return new Map(
      [...holders].flatMap(([nickname, sellerId]) => {
        const seller = sellers.get(sellerId);
        return seller ? [[nickname, { sellerId, cooperativeId: seller.cooperativeId }] as const] : [];
      }),
    );
  }

  /** Every username the seller holds or held; forgotten ones are missing. */
  async namesOf(sellerId: string): Promise<string[]> {
    const history = await this.reservations.historyOf(sellerId);
    return history.flatMap(({ username }) => username ?? []);
  }

  async seller(id: string): Promise<(KnownAs & Pick<ShownSeller, 'username'>) | undefined> {
    const seller = await this.sellers.byId(id);
    return seller && { sellerId: id, cooperativeId: seller.cooperativeId, username: seller.username };
  }
}
