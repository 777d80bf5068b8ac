import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { SellerFilter } from './seller-filter.js';
import type { Seller, SellerVersion } from './seller.js';

/** Pages of sellers, narrowed by a filter. */
@Injectable()
export class SellerListRepository {
  constructor(private readonly database: Database) {}

  /** Who is on one page in the order of ids, after `afterId`. */
  page(filter: SellerFilter, afterId: string | undefined, limit: number): Promise<SellerVersion[]> {
    const { conditions, values } = conditionsOf(filter, afterId);
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    return this.database.all(`SELECT id, version FROM seller ${where} ORDER BY id LIMIT ?`, [
      ...values,
      limit,
    ]);
  }

  async named(ids: readonly string[]): Promise<NamedSeller[]> {
    const found: NamedSeller[] = [];
    for (let from = 0; from < ids.length; from += askedAtOnce) {
      const asked = ids.slice(from, from + askedAtOnce);
      const marks = asked.map(() => '?').join(',');
      found.push(
        ...(await this.database.all<NamedSeller>(
          `SELECT ${named} FROM seller WHERE id IN (${marks})`,
          asked,
        )),
      );
    }
    return found;
  }

  /** Sellers of one cooperative who have a username, after `afterId`. */
  namedOf(cooperativeId: string, afterId: string, limit: number): Promise<NamedSeller[]> {
    const sql = `SELECT ${named} FROM seller WHERE cooperativeId = ? AND id > ? AND username IS NOT NULL ORDER BY id LIMIT ?`;
    return this.database.all(sql, [cooperativeId, afterId, limit]);
  }

  /** Active sellers registered until `until`, after `afterId`. */
  namedActive(afterId: string, until: string, limit: number): Promise<NamedSeller[]> {
    const sql = `SELECT ${named} FROM seller WHERE status = 'active' AND id > ? AND registeredAt <= ? ORDER BY id LIMIT ?`;
    return this.database.all(sql, [afterId, until, limit]);
  }

  async countActive(): Promise<number> {
    const sql = "SELECT COUNT(*) AS total FROM seller WHERE status = 'active'";
    return Number((await this.database.one<{ total: number }>(sql))!.total);
  }
}

/** What tells one seller's nickname from another's. */
export type NamedSeller = Pick<Seller, 'id' | 'status' | 'username' | 'usernameKey' | 'cooperativeId'>;

const named = 'id, status, username, usernameKey, cooperativeId';
const askedAtOnce = 500;

/** Greater than every text that begins with the prefix, on every engine: comparison goes by code point. */
const endOf = (prefix: string): string => `${prefix}\u{10ffff}`;

function conditionsOf(filter: SellerFilter, afterId?: string) {
  const conditions: string[] = [];
  const values: string[] = [];
  const add = (condition: string, ...more: string[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  if (afterId !== undefined) add('id > ?', afterId);
  if (filter.status) add('status = ?', filter.status);
  if (filter.usernameKey) add('usernameKey = ?', filter.usernameKey);
  if (filter.registeredFrom) add('registeredAt >= ?', filter.registeredFrom);
  if (filter.registeredTo) add('registeredAt < ?', filter.registeredTo);
  if (filter.category)
    add('id IN (SELECT sellerId FROM seller_category WHERE category = ?)', filter.category);
  if (filter.cooperativeIds) {
    const marks = filter.cooperativeIds.map(() => '?').join(',');
    add(marks ? `cooperativeId IN (${marks})` : '1 = 0', ...filter.cooperativeIds);
  }
  addSearch(filter, add);
  return { conditions, values };
}

function addSearch(
  { namePrefix, phone }: SellerFilter,
  add: (condition: string, ...values: string[]) => void,
): void {
  if (namePrefix === undefined && phone === undefined) return;
  const alternatives: string[] = [];
  const values: string[] = [];
  if (namePrefix !== undefined) {
    for (const column of ['firstNameFolded', 'lastNameFolded', 'usernameKey']) {
      alternatives.push(`(${column} >= ? AND ${column} < ?)`);
      values.push(namePrefix, endOf(namePrefix));
    }
  }
  if (phone !== undefined) {
    alternatives.push('phone = ?');
    values.push(phone);
  }
  add(`(${alternatives.join(' OR ')})`, ...values);
}
