/**
 * What a correction changes in a seller's row; the username stays as it is, whatever changes.
 * ตัวอย่าง: แก้เบอร์โทรศัพท์แล้ว ชื่อผู้ใช้งานยังคงเดิม
 */
import type { FieldError } from '../platform/errors.js';
import { readContacts, readPerson, type TypedDetails } from './application-reading.js';
import type { Offering } from './registration-rules.js';
import { foldName, whoKeyOf } from './same-person.js';
import type { Seller } from './seller.js';

/** Members as sent; undefined keeps, null clears. */
export interface Correction extends TypedDetails {
  offerings?: readonly Offering[];
  publicListingConsent?: boolean;
  externalReference?: string | null;
  /** Kept as a keyed hash only; see `SellerDesk`. */
  memberNumber?: string;
}

type Change = Partial<Seller>;

/** The members that are different from now; every field that is wrong goes into `errors`. */
export function changeOf(seller: Seller, correction: Correction, errors: FieldError[]): Change {
  const wanted: Change = {
    ...readContacts(correction, errors),
    ...nameChange(seller, correction, errors),
    ...(correction.offerings && { offerings: JSON.stringify(correction.offerings) }),
    ...(correction.externalReference !== undefined && { externalReference: correction.externalReference }),
    ...(correction.publicListingConsent !== undefined && {
      publicListingConsent: correction.publicListingConsent ? 1 : 0,
    }),
  };
  const different = Object.entries(wanted).filter(
    ([member, value]) => value !== seller[member as keyof Seller],
  );
  return Object.fromEntries(different) as Change;
}

function nameChange(
  seller: Seller,
  { title, firstName, lastName }: Correction,
  errors: FieldError[],
): Change {
  if (title === undefined && firstName === undefined && lastName === undefined) return {};
  const parts = {
    title: title === undefined ? seller.title : title,
    firstName: firstName ?? seller.firstName,
    lastName: lastName === undefined ? seller.lastName : lastName,
  };
  const person = readPerson(parts, errors);
  if (!person) return {};
  return {
    ...{ title: person.title, firstName: person.firstName, lastName: person.lastName },
    ...{ firstNameFolded: foldName(person.firstName), lastNameFolded: foldName(person.lastName) },
    whoKey: whoKeyOf({ ...seller, ...person }),
  };
}
