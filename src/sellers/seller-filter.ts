/**
 * What a list of sellers may be narrowed to, as conditions on the seller table; names are found by their beginning:
 * "สมชา" finds สมชาย and สมชาติ.
 */
import type { SellerStatus } from './seller-status.js';

export interface SellerFilter {
  /** Beginning of the folded first name, surname or username key. */
  namePrefix?: string;
  /** Exact, for callers who may see telephone numbers. */
  phone?: string;
  usernameKey?: string;
  /** Undefined means every cooperative, an empty list none. */
  cooperativeIds?: readonly string[];
  status?: SellerStatus;
  category?: string;
  registeredFrom?: string;
  /** Exclusive. */
  registeredTo?: string;
}

/** Greater than every text that begins with the prefix, on every engine: comparison goes by code point. */
const endOf = (prefix: string): string => `${prefix}\u{10ffff}`;

export function conditionsOf(filter: SellerFilter, afterId?: string) {
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
