import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Identities } from './identities.service.js';
import type { Seller } from './seller.js';
import { SellersRepository } from './sellers.repository.js';

const atOnce = 500;

/** Gives sellers of before the hash of name and member number that tells them now; done before anybody is answered. */
@Injectable()
export class MemberKeys implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly repository: SellersRepository,
    private readonly identities: Identities,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (;;) {
      const marked = await this.repository.withOldMemberKey(atOnce);
      if (marked.length === 0) return;
      await this.database.transaction(() => this.giveAll(marked));
    }
  }

  /** Of two who were made one person by a rename, the first keeps the key. */
  private async giveAll(sellers: readonly Seller[]): Promise<void> {
    const keyed = sellers.map((seller) => {
      const { sameMember } = this.identities.keysOf(seller, undefined, seller.memberNumberHash);
      return { id: seller.id, key: sameMember! };
    });
    const holders = await this.repository.findByMember(keyed.map(({ key }) => key));
    const taken = new Set(holders.map(({ sameMember }) => sameMember));
    for (const { id, key } of keyed) {
      await this.repository.giveMemberKey(id, taken.has(key) ? null : key);
      taken.add(key);
    }
  }
}
