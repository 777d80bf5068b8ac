import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Recent } from '../platform/recent.js';
import type { SellerVersion, ShownSeller } from './seller.js';
import { ShownSellersRepository } from './shown-sellers.repository.js';

/** Sellers kept at most: some 20 MB with what is rendered of them. */
const mostKept = 4_000;

/**
 * Sellers as they are shown, those asked for lately from memory. What is kept is used only after the database has
 * told the seller's present version, so nobody is ever shown yesterday's; asking for a version costs a sixth of
 * reading the whole.
 */
@Injectable()
export class ShownSellers {
  private readonly kept = new Recent<string, ShownSeller>(mostKept);
  private readonly idsByKey = new Recent<string, string>(mostKept);

  constructor(
    private readonly database: Database,
    private readonly repository: ShownSellersRepository,
  ) {}

  async byId(id: string): Promise<ShownSeller | undefined> {
    const kept = this.kept.get(id);
    if (kept && (await this.repository.versionById(id))?.version === kept.version) return kept;
    return this.keep(await this.repository.byId(id));
  }

  async byUsernameKey(key: string): Promise<ShownSeller | undefined> {
    const kept = this.kept.get(this.idsByKey.get(key) ?? '');
    if (kept) {
      const found = await this.repository.versionByUsernameKey(key);
      if (found?.id === kept.id && found.version === kept.version) return kept;
    }
    const seller = this.keep(await this.repository.byUsernameKey(key));
    if (seller && !this.database.inTransaction) this.idsByKey.set(key, seller.id);
    return seller;
  }

  /** By id; few queries, however many. */
  async byIds(ids: readonly string[]): Promise<Map<string, ShownSeller>> {
    const found = ids.length > 0 ? await this.repository.byIds(ids) : [];
    return new Map(found.map((seller) => [seller.id, this.keep(seller)!]));
  }

  /** In the order given. */
  async ofVersions(versions: readonly SellerVersion[]): Promise<ShownSeller[]> {
    const current = new Map<string, ShownSeller>();
    const missing: string[] = [];
    for (const { id, version } of versions) {
      const kept = this.kept.get(id);
      if (kept?.version === version) current.set(id, kept);
      else missing.push(id);
    }
    for (const seller of missing.length > 0 ? await this.repository.byIds(missing) : [])
      current.set(seller.id, this.keep(seller)!);
    return versions.flatMap(({ id }) => current.get(id) ?? []);
  }

  /** What a transaction sees may never come to be. */
  private keep(seller: ShownSeller | undefined): ShownSeller | undefined {
    if (seller && !this.database.inTransaction) this.kept.set(seller.id, seller);
    return seller;
  }
}
