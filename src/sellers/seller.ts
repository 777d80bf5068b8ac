/**
 * A cooperative member registered to sell, as the registry keeps them: นายออมทรัพย์ ใจดี, A1650ออมทรัพย์สอ.อยู่ดีกินดี.
 */
import type { SellerStatus } from './seller-status.js';

export interface Seller {
  id: string;
  status: SellerStatus;
  cooperativeId: string;
  title: string;
  firstName: string;
  lastName: string;
  firstNameFolded: string;
  lastNameFolded: string;
  /** Cooperative and folded full name: who shares it may be the same person. */
  whoKey: string;
  /** The import that made the seller. */
  importId: string | null;
  /** Set when the seller becomes active; never changed by a change of other data. */
  username: string | null;
  usernameKey: string | null;
  proposedUsername: string | null;
  phone: string | null;
  email: string | null;
  lineId: string | null;
  /** Keyed hash; the number itself is never stored. */
  memberNumberHash: string | null;
  /** Keyed hashes of cooperative, name and phone or member number; null once rejected or erased. */
  samePhone: string | null;
  sameMember: string | null;
  /** JSON: [{ category, description }]. */
  offerings: string;
  /** JSON: why a person must look, as codes. */
  pendingReasons: string;
  statusReason: string | null;
  consentAt: string;
  consentTextVersion: string;
  publicListingConsent: number;
  externalReference: string | null;
  /** `api` or `import`. */
  source: string;
  registeredAt: string;
  activatedAt: string | null;
  updatedAt: string;
  version: number;
}

/** What callers are shown; reading no more than that is a third of the cost. */
export const shownMembers = [
  'id',
  'status',
  'cooperativeId',
  'title',
  'firstName',
  'lastName',
  'username',
  'proposedUsername',
  'phone',
  'email',
  'lineId',
  'offerings',
  'pendingReasons',
  'statusReason',
  'publicListingConsent',
  'externalReference',
  'source',
  'registeredAt',
  'updatedAt',
  'version',
] as const satisfies readonly (keyof Seller)[];

export type ShownSeller = Pick<Seller, (typeof shownMembers)[number]>;

/** Says whether what is known of a seller is still true: every change counts the version up. */
export type SellerVersion = Pick<Seller, 'id' | 'version'>;
