import { Injectable } from '@nestjs/common';
import type { AffectedSeller, AffectedSellers } from '../cooperatives/cooperative-dependants.service.js';
import { Database } from '../platform/database/database.js';
import type { SqlValue } from '../platform/database/connection.js';
import { currentRehearsal } from '../platform/database/rehearsal.js';
import { RehearsedSellersRepository, type SoughtBy } from './rehearsed-sellers.repository.js';
import type { Seller } from './seller.js';
import { sellerCategories, sellers, type SellerCategoryEntity } from './seller.entity.js';

const columns = sellers.columns.join(', ');
const readAll = `SELECT ${columns} FROM seller WHERE`;
const readById = `${readAll} id = ?`;
const askedAtOnce = 500;

/** What is known of a person who may be registering again. */
export type KnownPerson = Pick<Seller, 'id' | 'status' | 'version' | 'samePhone' | 'sameMember' | 'username'>;

/** What a person is looked for by; null where the detail is missing. */
export type SoughtPerson = Pick<Seller, 'whoKey' | 'samePhone' | 'sameMember'>;

/** What somebody who was removed may be told by when they come back. */
export type RemovedSeller = Pick<Seller, 'id' | 'status' | 'whoKey' | 'phone'>;

@Injectable()
export class SellersRepository {
  constructor(
    private readonly database: Database,
    private readonly rehearsed: RehearsedSellersRepository,
  ) {}

  findById(id: string): Promise<Seller | undefined> {
    return this.byId(readById, id);
  }

  async findByIds(ids: readonly string[]): Promise<Seller[]> {
    return this.inParts(readAll, 'id', ids);
  }

  /** These sellers, kept from other writers until the transaction ends. */
  lockAll(ids: readonly string[]): Promise<Seller[]> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    // In one order for everybody, so that no two wait for each other.
    return this.inParts(readAll, 'id', ids, ` ORDER BY id${lock}`);
  }

  /** The seller, kept from other writers until the transaction ends. */
  lock(id: string): Promise<Seller | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.byId(readById + lock, id);
  }

  /** People with one of these hashes of name and telephone or member number. Who has that of the telephone has the name. */
  async findPersons(keys: readonly SoughtPerson[]): Promise<KnownPerson[]> {
    const select = 'SELECT id, status, version, samePhone, sameMember, username FROM seller WHERE';
    const phones = new Set(keys.flatMap(({ samePhone }) => samePhone ?? []));
    const names = new Set(keys.flatMap(({ whoKey, samePhone }) => (samePhone ? whoKey : [])));
    const members = new Set(keys.flatMap(({ sameMember }) => sameMember ?? []));
    const [byName, byMember] = await Promise.all([
      this.inParts<KnownPerson>(select, 'whoKey', [...names]),
      this.inParts<KnownPerson>(select, 'sameMember', [...members]),
    ]);
    return [...byName.filter(({ samePhone }) => samePhone && phones.has(samePhone)), ...byMember];
  }

  /** Sellers with one of these keys of cooperative and name, or one of these telephone numbers. */
  async findAlike(whoKeys: readonly string[], phones: readonly string[]): Promise<Seller[]> {
    const [byName, byPhone] = await Promise.all([
      this.inParts(readAll, 'whoKey', whoKeys),
      this.inParts(readAll, 'phone', phones),
    ]);
    return [...new Map([...byName, ...byPhone].map((seller) => [seller.id, seller])).values()];
  }

  /** Removed sellers with one of these keys of cooperative and name, or one of these telephone numbers. */
  async findRemovedAlike(whoKeys: readonly string[], phones: readonly string[]): Promise<RemovedSeller[]> {
    const select = 'SELECT id, status, whoKey, phone FROM seller WHERE';
    const [byName, byPhone] = await Promise.all([
      this.inParts<RemovedSeller>(select, 'whoKey', whoKeys),
      this.inParts<RemovedSeller>(select, 'phone', phones),
    ]);
    return [...byName, ...byPhone].filter(({ status }) => status === 'removed');
  }

  /** Sellers with one of these hashes of name and member number. */
  findByMember(sameMember: readonly string[]): Promise<Seller[]> {
    return this.inParts(readAll, 'sameMember', sameMember);
  }

  /** Sellers marked by a migration as having an old hash of name and member number. */
  async withOldMemberKey(limit: number): Promise<Seller[]> {
    const sql = `${readAll} sameMember >= 'remake:' AND sameMember < 'remake;' LIMIT ?`;
    return this.database.all<Seller>(sql, [limit]);
  }

  /** Needs a transaction. What callers are shown stays the same, and so does the version. */
  async giveMemberKey(id: string, sameMember: string | null): Promise<void> {
    const sql = 'UPDATE seller SET sameMember = ? WHERE id = ? AND sameMember = ?';
    await this.database.run(sql, [sameMember, id, `remake:${id}`]);
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
    const rehearsal = currentRehearsal();
    if (rehearsal !== undefined) return this.rehearsed.keep(rehearsal, rows);
    await this.database.insert(sellers, rows);
    await this.database.insert(sellerCategories, rows.flatMap(categoriesOf));
  }

  /** Writes the changed members; false if the version is no longer the one that was read. */
  async update(id: string, version: number, change: Partial<Seller>): Promise<boolean> {
    const whole = { ...change, version: version + 1 };
    const rehearsal = currentRehearsal();
    if (rehearsal !== undefined) return this.rehearseUpdate(rehearsal, id, version, whole);
    const entries = Object.entries(whole) as [string, SqlValue][];
    const assignments = entries.map(([column]) => `${column} = ?`).join(', ');
    const matched = await this.database.run(`UPDATE seller SET ${assignments} WHERE id = ? AND version = ?`, [
      ...entries.map(([, value]) => value),
      ...[id, version],
    ]);
    if (matched === 1 && change.offerings !== undefined) await this.replaceCategories(id, change.offerings);
    return matched === 1;
  }

  /** Writes these members of a seller who is kept from other writers; nobody waits for it. */
  async rewrite(seller: Seller, members: readonly (keyof Seller)[]): Promise<void> {
    const rehearsal = currentRehearsal();
    if (rehearsal !== undefined) return this.rehearsed.keep(rehearsal, [seller]);
    const assignments = members.map((member) => `${member} = ?`).join(', ');
    const values = members.map((member) => seller[member] as SqlValue);
    await this.database.tell(`UPDATE seller SET ${assignments} WHERE id = ?`, [...values, seller.id]);
    if (members.includes('offerings')) await this.replaceCategories(seller.id, seller.offerings);
  }

  /** Makes room for identities that change hands; write the right ones in the same transaction. */
  async clearIdentities(ids: readonly string[]): Promise<void> {
    // Rehearsed sellers need no room: nothing keeps their identities unique.
    if (currentRehearsal() !== undefined) return;
    for (const id of ids)
      await this.database.tell('UPDATE seller SET samePhone = NULL, sameMember = NULL WHERE id = ?', [id]);
  }

  private async replaceCategories(id: string, offerings: string): Promise<void> {
    await this.database.tell('DELETE FROM seller_category WHERE sellerId = ?', [id]);
    await this.database.insert(sellerCategories, categoriesOf({ id, offerings }));
  }

  private async rehearseUpdate(
    rehearsal: string,
    id: string,
    version: number,
    change: Partial<Seller>,
  ): Promise<boolean> {
    const seller = await this.findById(id);
    if (seller?.version !== version) return false;
    await this.rehearsed.keep(rehearsal, [{ ...seller, ...change }]);
    return true;
  }

  private async byId(sql: string, id: string): Promise<Seller | undefined> {
    const [seller] = await this.rehearsed.overlay(await this.database.all<Seller>(sql, [id]), 'id', [id]);
    return seller;
  }

  private async inParts<T extends Pick<Seller, 'id'> = Seller>(
    select: string,
    column: SoughtBy,
    asked: readonly string[],
    more = '',
  ): Promise<T[]> {
    const found: T[] = [];
    for (let from = 0; from < asked.length; from += askedAtOnce) {
      const part = asked.slice(from, from + askedAtOnce);
      const marks = part.map(() => '?').join(',');
      const rows = await this.database.all<T>(`${select} ${column} IN (${marks})${more}`, part);
      found.push(...(await this.rehearsed.overlay(rows, column, part)));
    }
    return found;
  }
}

function categoriesOf({ id, offerings }: Pick<Seller, 'id' | 'offerings'>): SellerCategoryEntity[] {
  const codes = new Set((JSON.parse(offerings) as { category: string }[]).map(({ category }) => category));
  return [...codes].map((category) => ({ sellerId: id, category }));
}
