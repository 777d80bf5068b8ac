import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { currentRehearsal } from '../platform/database/rehearsal.js';
import { rehearsedSellers } from './rehearsed-seller.entity.js';
import type { Seller } from './seller.js';

/** A column sellers are looked up by. */
export type SoughtBy = 'id' | 'phone' | 'whoKey' | 'samePhone' | 'sameMember';

const askedAtOnce = 500;
const marksFor = (values: readonly unknown[]) => values.map(() => '?').join(',');

/** Sellers that a rehearsal added or changed, beside those of the registry. */
@Injectable()
export class RehearsedSellersRepository {
  constructor(private readonly database: Database) {}

  /** `found` as the rehearsal at hand would have it: a changed seller is found by the new details only. */
  async overlay<T extends Pick<Seller, 'id'>>(
    found: readonly T[],
    column: SoughtBy,
    asked: readonly string[],
  ): Promise<readonly T[]> {
    const rehearsal = currentRehearsal();
    if (rehearsal === undefined || asked.length === 0) return found;
    const ids = found.map(({ id }) => id);
    const changed = column === 'id' ? [] : await this.sought(rehearsal, 'id', ids);
    const fitting = await this.sought(rehearsal, column, asked);
    const replaced = new Set([...changed, ...fitting].map(({ id }) => id));
    return [...found.filter(({ id }) => !replaced.has(id)), ...(fitting as unknown as T[])];
  }

  /** Puts them in place of what the rehearsal knew of them. */
  async keep(rehearsalId: string, sellers: readonly Seller[]): Promise<void> {
    for (let from = 0; from < sellers.length; from += askedAtOnce) {
      const part = sellers.slice(from, from + askedAtOnce);
      await this.database.run(
        `DELETE FROM rehearsed_seller WHERE rehearsalId = ? AND id IN (${marksFor(part)})`,
        [rehearsalId, ...part.map(({ id }) => id)],
      );
      const rows = part.map((seller) => {
        const { id, phone, whoKey, samePhone, sameMember } = seller;
        return { rehearsalId, id, phone, whoKey, samePhone, sameMember, snapshot: JSON.stringify(seller) };
      });
      await this.database.insert(rehearsedSellers, rows);
    }
  }

  /** Forgets up to so many; answers how many. */
  async discardSome(rehearsalId: string, limit: number): Promise<number> {
    const some = await this.database.all<{ id: string }>(
      'SELECT id FROM rehearsed_seller WHERE rehearsalId = ? LIMIT ?',
      [rehearsalId, limit],
    );
    if (some.length === 0) return 0;
    return this.database.run(
      `DELETE FROM rehearsed_seller WHERE rehearsalId = ? AND id IN (${marksFor(some)})`,
      [rehearsalId, ...some.map(({ id }) => id)],
    );
  }

  private async sought(rehearsal: string, column: SoughtBy, asked: readonly string[]): Promise<Seller[]> {
    const found: Seller[] = [];
    for (let from = 0; from < asked.length; from += askedAtOnce) {
      const part = asked.slice(from, from + askedAtOnce);
      const rows = await this.database.all<{ snapshot: string }>(
        `SELECT snapshot FROM rehearsed_seller WHERE rehearsalId = ? AND ${column} IN (${marksFor(part)})`,
        [rehearsal, ...part],
      );
      found.push(...rows.map(({ snapshot }) => JSON.parse(snapshot) as Seller));
    }
    return found;
  }
}
