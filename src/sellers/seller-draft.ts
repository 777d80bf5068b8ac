/**
 * The row a new registration becomes: active with its username, or pending with a proposed one and the reasons.
 * ตัวอย่าง: ออมทรัพย์ ใจดี → A1650ออมทรัพย์สอ.อยู่ดีกินดี
 */
import { usernameKey } from '../usernames/username.js';
import { doubtsAbout, type Application, type PendingReason } from './registration-rules.js';
import type { PersonKeys } from './known-people.js';
import { foldName } from './same-person.js';
import type { Seller } from './seller.js';

/** Members are written out one by one: this runs for every row of every import. */
export function draftSeller(
  id: string,
  application: Application,
  keys: PersonKeys,
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
    whoKey: keys.whoKey,
    importId: application.importId ?? null,
    username: active ? username : null,
    usernameKey: active ? usernameKey(username) : null,
    proposedUsername: active ? null : username,
    phone: application.phone ?? null,
    email: application.email ?? null,
    lineId: application.lineId ?? null,
    memberNumberHash: keys.memberNumberHash,
    samePhone: keys.samePhone,
    sameMember: keys.sameMember,
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

const namesOf = ({ title, firstName, lastName }: Application) => ({
  title,
  firstName,
  lastName,
  firstNameFolded: foldName(firstName),
  lastNameFolded: foldName(lastName),
});

const consentOf = ({ consentAt, consentTextVersion, publicListingConsent }: Application, now: string) => ({
  consentAt: consentAt ?? now,
  consentTextVersion,
  publicListingConsent: publicListingConsent ? 1 : 0,
});

/** The draft, to wait for a person for this reason too. */
export const withDoubt = (draft: Seller, reason: PendingReason): Seller => ({
  ...draft,
  ...{ status: 'pending', username: null, usernameKey: null, activatedAt: null },
  pendingReasons: JSON.stringify([...(JSON.parse(draft.pendingReasons) as PendingReason[]), reason]),
});

/** The draft with its username; everything else is as it was. */
export function withUsername(draft: Seller, username: string): Seller {
  if (draft.status !== 'active') return { ...draft, proposedUsername: username };
  return { ...draft, username, usernameKey: usernameKey(username) };
}
