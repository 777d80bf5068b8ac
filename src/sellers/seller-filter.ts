/**
 * What a list of sellers may be narrowed to, names by their beginning:
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
