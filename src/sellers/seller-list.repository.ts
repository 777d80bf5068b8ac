import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { SellerFilter } from './seller-filter.js';
import type { SellerVersion } from './seller.js';

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
}

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
