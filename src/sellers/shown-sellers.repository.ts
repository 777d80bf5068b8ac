import { Injectable } from '@nestjs/common';
import { askedTogether } from '../platform/database/asked-together.js';
import { Database } from '../platform/database/database.js';
import { shownMembers, type SellerVersion, type ShownSeller } from './seller.js';

type Key = 'id' | 'usernameKey';
type Keyed<T> = T & Record<Key, string>;

const shown = shownMembers.join(', ');
const askedAtOnce = 500;

/** What reading sellers asks the database; those who read at the same time share a question. */
@Injectable()
export class ShownSellersRepository {
  readonly byId = this.together<ShownSeller>('id', shown);
  readonly byUsernameKey = this.together<ShownSeller>('usernameKey', `usernameKey, ${shown}`);
  readonly versionById = this.together<SellerVersion>('id', 'id, version');
  readonly versionByUsernameKey = this.together<SellerVersion>('usernameKey', 'usernameKey, id, version');

  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<ShownSeller[]> {
    const found: ShownSeller[] = [];
    for (let from = 0; from < ids.length; from += askedAtOnce)
      found.push(...(await this.find<ShownSeller>('id', shown, ids.slice(from, from + askedAtOnce))));
    return found;
  }

  private together<T>(key: Key, members: string) {
    return askedTogether<T>(this.database, async (values) => {
      const found = await this.find<Keyed<T>>(key, members, values);
      return new Map(found.map((seller) => [seller[key], seller]));
    });
  }

  private find<T>(key: Key, members: string, values: readonly string[]): Promise<T[]> {
    const marks = values.map(() => '?').join(',');
    return this.database.all<T>(`SELECT ${members} FROM seller WHERE ${key} IN (${marks})`, values);
  }
}
