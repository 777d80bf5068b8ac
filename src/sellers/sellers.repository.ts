import { Injectable } from '@nestjs/common';
import type { AffectedSeller, AffectedSellers } from '../cooperatives/cooperative-dependants.service.js';
import { Database } from '../platform/database/database.js';
import type { SqlValue } from '../platform/database/connection.js';
import { shownMembers, type Seller, type ShownSeller } from './seller.js';
import { sellerCategories, sellers, type SellerCategoryEntity } from './seller.entity.js';

const columns = sellers.columns.join(', ');
const readById = `SELECT ${columns} FROM seller WHERE id = ?`;
const showById = `SELECT ${shownMembers.join(', ')} FROM seller WHERE id = ?`;
const showByKey = `SELECT ${shownMembers.join(', ')} FROM seller WHERE usernameKey = ?`;
const askedAtOnce = 500;

/** What is known of a person who may be registering again. */
export type KnownPerson = Pick<Seller, 'id' | 'status' | 'version' | 'samePhone' | 'sameMember' | 'username'>;

@Injectable()
export class SellersRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<Seller | undefined> {
    return this.database.one<Seller>(readById, [id]);
  }

  show(id: string): Promise<ShownSeller | undefined> {
    return this.database.one<ShownSeller>(showById, [id]);
  }

  showByUsernameKey(usernameKey: string): Promise<ShownSeller | undefined> {
    return this.database.one<ShownSeller>(showByKey, [usernameKey]);
  }

  async findByIds(ids: readonly string[]): Promise<Seller[]> {
    return this.inParts(ids, (marks) => `SELECT ${columns} FROM seller WHERE id IN (${marks})`);
  }

  /** The seller, kept from other writers until the transaction ends. */
  lock(id: string): Promise<Seller | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one<Seller>(readById + lock, [id]);
  }

  /** People with one of these hashes of name and telephone or member number. */
  async findPersons(samePhone: readonly string[], sameMember: readonly string[]): Promise<KnownPerson[]> {
    const select = 'SELECT id, status, version, samePhone, sameMember, username FROM seller WHERE';
    const byPhone = await this.inParts<KnownPerson>(
      samePhone,
      (marks) => `${select} samePhone IN (${marks})`,
    );
    const byMember = await this.inParts<KnownPerson>(
      sameMember,
      (marks) => `${select} sameMember IN (${marks})`,
    );
    return [...byPhone, ...byMember];
  }

  /** Sellers with one of these keys of cooperative and name, or one of these telephone numbers. */
  async findAlike(whoKeys: readonly string[], phones: readonly string[]): Promise<Seller[]> {
    const select = `SELECT ${columns} FROM seller WHERE`;
    const byName = await this.inParts(whoKeys, (marks) => `${select} whoKey IN (${marks})`);
    const byPhone = await this.inParts(phones, (marks) => `${select} phone IN (${marks})`);
    return [...new Map([...byName, ...byPhone].map((seller) => [seller.id, seller])).values()];
  }

  /** Whole rows of people with one of these hashes. */
  async findSame(samePhone: readonly string[], sameMember: readonly string[]): Promise<Seller[]> {
    const select = `SELECT ${columns} FROM seller WHERE`;
    const byPhone = await this.inParts(samePhone, (marks) => `${select} samePhone IN (${marks})`);
    return [...byPhone, ...(await this.inParts(sameMember, (marks) => `${select} sameMember IN (${marks})`))];
  }

  /** Sellers of these cooperatives who hold a username. */
  async affectedBy(cooperativeIds: readonly string[], limit: number): Promise<AffectedSellers> {
    const marks = cooperativeIds.map(() => '?').join(',');
    const from = `FROM seller WHERE cooperativeId IN (${marks}) AND username IS NOT NULL`;
    const counted = await this.database.one<{ total: number }>(
      `SELECT COUNT(*) AS total ${from}`,
      cooperativeIds,
    );
    const sql = `SELECT id, username ${from} ORDER BY id LIMIT ?`;
    return {
      total: Number(counted!.total),
      sellers: await this.database.all<AffectedSeller>(sql, [...cooperativeIds, limit]),
    };
  }

  async insert(rows: Seller[]): Promise<void> {
    await this.database.insert(sellers, rows);
    await this.database.insert(sellerCategories, rows.flatMap(categoriesOf));
  }

  /** Writes the changed members; false if the version is no longer the one that was read. */
  async update(id: string, version: number, change: Partial<Seller>): Promise<boolean> {
    const entries = Object.entries({ ...change, version: version + 1 }) as [string, SqlValue][];
    const assignments = entries.map(([column]) => `${column} = ?`).join(', ');
    const matched = await this.database.run(`UPDATE seller SET ${assignments} WHERE id = ? AND version = ?`, [
      ...entries.map(([, value]) => value),
      ...[id, version],
    ]);
    if (matched === 1 && change.offerings !== undefined) await this.replaceCategories(id, change.offerings);
    return matched === 1;
  }

  private async replaceCategories(id: string, offerings: string): Promise<void> {
    await this.database.run('DELETE FROM seller_category WHERE sellerId = ?', [id]);
    await this.database.insert(sellerCategories, categoriesOf({ id, offerings }));
  }

  private async inParts<T = Seller>(asked: readonly string[], sql: (marks: string) => string): Promise<T[]> {
    const found: T[] = [];
    for (let from = 0; from < asked.length; from += askedAtOnce) {
      const part = asked.slice(from, from + askedAtOnce);
      found.push(...(await this.database.all<T>(sql(part.map(() => '?').join(',')), part)));
    }
    return found;
  }
}

function categoriesOf({ id, offerings }: Pick<Seller, 'id' | 'offerings'>): SellerCategoryEntity[] {
  const codes = new Set((JSON.parse(offerings) as { category: string }[]).map(({ category }) => category));
  return [...codes].map((category) => ({ sellerId: id, category }));
}
