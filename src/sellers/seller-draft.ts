/**
 * The row a new registration becomes: active with its username, or pending with a proposed one and the reasons.
 * ตัวอย่าง: ออมทรัพย์ ใจดี → A1650ออมทรัพย์สอ.อยู่ดีกินดี
 */
import { usernameKey } from '../usernames/username.js';
import { doubtsAbout, type Application } from './registration-rules.js';
import { foldName, whoKeyOf } from './same-person.js';
import type { Seller } from './seller.js';

export type SellerKeys = Pick<Seller, 'samePhone' | 'sameMember' | 'memberNumberHash'>;

export function draftSeller(
  id: string,
  application: Application,
  keys: SellerKeys,
  username: string,
  now: string,
): Seller {
  const { title, firstName, lastName, phone, email, lineId, externalReference, source } = application;
  const reasons = doubtsAbout(application);
  const active = reasons.length === 0;
  return {
    ...{
      id,
      status: active ? 'active' : 'pending',
      cooperativeId: application.cooperative.id,
      title,
      firstName,
      lastName,
    },
    ...{ firstNameFolded: foldName(firstName), lastNameFolded: foldName(lastName) },
    whoKey: whoKeyOf({ ...application, cooperativeId: application.cooperative.id }),
    importId: application.importId ?? null,
    username: active ? username : null,
    usernameKey: active ? usernameKey(username) : null,
    proposedUsername: active ? null : username,
    ...{ phone: phone ?? null, email: email ?? null, lineId: lineId ?? null, ...keys },
    offerings: JSON.stringify(application.offerings),
    pendingReasons: JSON.stringify(reasons),
    statusReason: null,
    consentAt: application.consentAt ?? now,
    consentTextVersion: application.consentTextVersion,
    publicListingConsent: application.publicListingConsent ? 1 : 0,
    ...{ externalReference: externalReference ?? null, source, registeredAt: now },
    ...{ activatedAt: active ? now : null, updatedAt: now, version: 1 },
  };
}
