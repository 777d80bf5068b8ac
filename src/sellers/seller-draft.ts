/**
 * The row a new registration becomes: active with its username, or pending with a proposed one and the reasons.
 * ตัวอย่าง: ออมทรัพย์ ใจดี → A1650ออมทรัพย์สอ.อยู่ดีกินดี
 */
import { usernameKey } from '../usernames/username.js';
import { doubtsAbout, type Application } from './registration-rules.js';
import { foldName, whoKeyOf } from './same-person.js';
import type { Seller } from './seller.js';

export type SellerKeys = Pick<Seller, 'samePhone' | 'sameMember' | 'memberNumberHash'>;

/** Members are written out one by one: this runs for every row of every import. */
export function draftSeller(
  id: string,
  application: Application,
  keys: SellerKeys,
  username: string,
  now: string,
): Seller {
  const reasons = doubtsAbout(application);
  const active = reasons.length === 0;
  return {
    id,
    status: active ? 'active' : 'pending',
    cooperativeId: application.cooperative.id,
    ...namesOf(application),
    importId: application.importId ?? null,
    username: active ? username : null,
    usernameKey: active ? usernameKey(username) : null,
    proposedUsername: active ? null : username,
    phone: application.phone ?? null,
    email: application.email ?? null,
    lineId: application.lineId ?? null,
    ...keys,
    offerings: JSON.stringify(application.offerings),
    pendingReasons: JSON.stringify(reasons),
    statusReason: null,
    ...consentOf(application, now),
    externalReference: application.externalReference ?? null,
    source: application.source,
    registeredAt: now,
    activatedAt: active ? now : null,
    updatedAt: now,
    version: 1,
  };
}

const consentOf = ({ consentAt, consentTextVersion, publicListingConsent }: Application, now: string) => ({
  consentAt: consentAt ?? now,
  consentTextVersion,
  publicListingConsent: publicListingConsent ? 1 : 0,
});

const namesOf = ({ title, firstName, lastName, cooperative }: Application) => ({
  title,
  firstName,
  lastName,
  firstNameFolded: foldName(firstName),
  lastNameFolded: foldName(lastName),
  whoKey: whoKeyOf({ cooperativeId: cooperative.id, firstName, lastName }),
});
