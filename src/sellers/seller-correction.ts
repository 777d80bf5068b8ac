/**
 * What a correction changes in a seller's row; the username stays as it is, whatever changes.
 * ตัวอย่าง: แก้เบอร์โทรศัพท์แล้ว ชื่อผู้ใช้งานยังคงเดิม
 */
import type { FieldError } from '../platform/errors.js';
import type { Message } from '../platform/message.js';
import { readContacts, readPerson, type ReadPerson, type TypedDetails } from './application-reading.js';
import { doubtsLeft, isReachable, type Offering, type PendingReason } from './registration-rules.js';
import { foldName, whoKeyOf } from './same-person.js';
import type { Seller } from './seller.js';

/** Members as sent; undefined keeps, null clears. */
export interface Correction extends TypedDetails {
  offerings?: readonly Offering[];
  publicListingConsent?: boolean;
  externalReference?: string | null;
  /** Kept as a keyed hash only; see `SellerDesk`. */
  memberNumber?: string;
  /** The last way to reach the seller stays; what sellers take away in their own form may go. */
  keepsContact?: boolean;
}

type Change = Partial<Seller>;

/** The members that are different from now; every field that is wrong goes into `errors`. */
export function changeOf(seller: Seller, correction: Correction, errors: FieldError[]): Change {
  const person = correctedName(seller, correction, errors);
  const wanted: Change = {
    ...readContacts(correction, errors),
    ...(person && nameMembers(seller, person)),
    ...(correction.offerings && { offerings: JSON.stringify(correction.offerings) }),
    ...(correction.externalReference !== undefined && { externalReference: correction.externalReference }),
    ...(correction.publicListingConsent !== undefined && {
      publicListingConsent: correction.publicListingConsent ? 1 : 0,
    }),
  };
  const change = differing(seller, wanted);
  if (correction.keepsContact) refuseLastContact(seller, change, correction, errors);
  if (seller.status !== 'pending') return change;
  const before = JSON.parse(seller.pendingReasons) as PendingReason[];
  const after = { ...seller, ...change, ...numberOf(seller, correction) };
  const pendingReasons = JSON.stringify(doubtsLeft(before, after, person?.doubtful));
  return { ...change, ...differing(seller, { pendingReasons }) };
}

const differing = (seller: Seller, wanted: Change): Change =>
  Object.fromEntries(
    Object.entries(wanted).filter(([member, value]) => value !== seller[member as keyof Seller]),
  );

/** A member number given now is hashed later; here it only matters that there is one. */
const numberOf = ({ memberNumberHash }: Seller, { memberNumber }: Correction) => ({
  memberNumberHash: memberNumber ?? memberNumberHash,
});

/** Nobody could tell an active seller anything any more; a registration like that would wait for a person. */
function refuseLastContact(
  seller: Seller,
  change: Change,
  correction: Correction,
  errors: FieldError[],
): void {
  if (seller.status !== 'active' || !isReachable(seller)) return;
  if (isReachable({ ...seller, ...change, ...numberOf(seller, correction) })) return;
  const cleared = (['phone', 'email', 'lineId'] as const).filter((field) => change[field] === null);
  for (const field of cleared)
    errors.push({ pointer: `/${field}`, code: 'LAST_CONTACT', message: lastContact });
}

const lastContact: Message = {
  th: 'ลบไม่ได้ เพราะเป็นช่องทางติดต่อสุดท้ายของผู้ขาย กรุณาใส่เบอร์โทรศัพท์ อีเมล หรือไอดีไลน์อื่นในคำขอเดียวกัน',
  en: 'This is the last way to reach the seller; give another telephone, e-mail or LINE id in the same request.',
};

/** The name as it is to be; undefined where the correction is about something else. */
function correctedName(
  seller: Seller,
  { title, firstName, lastName }: Correction,
  errors: FieldError[],
): ReadPerson | undefined {
  if (title === undefined && firstName === undefined && lastName === undefined) return undefined;
  const parts = {
    title: title === undefined ? seller.title : title,
    firstName: firstName ?? seller.firstName,
    lastName: lastName === undefined ? seller.lastName : lastName,
  };
  return readPerson(parts, errors);
}

const nameMembers = (seller: Seller, { title, firstName, lastName }: ReadPerson): Change => ({
  ...{ title, firstName, lastName },
  ...{ firstNameFolded: foldName(firstName), lastNameFolded: foldName(lastName) },
  whoKey: whoKeyOf({ ...seller, firstName, lastName }),
});
