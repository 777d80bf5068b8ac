/**
 * What a newer answer changes about a registered seller: a new telephone number, from 0812345678 to 0898765432.
 * A question left empty changes nothing.
 */
import type { Offering } from '../../sellers/registration-rules.js';
import type { Clearable } from '../columns/form-fields.js';
import { oneLine } from '../reading/cell-text.js';
import type { FormAnswer } from '../reading/form-row.js';
import type { PersonReading } from '../reading/form-person.js';

export interface SellerDetails {
  cooperativeId: string;
  title: string;
  firstName: string;
  lastName: string;
  phone?: string | null;
  email?: string | null;
  lineId?: string | null;
  /** Whether the answer's member number has the hash that is kept; absent if there is none to compare. */
  memberNumberSame?: boolean;
  offerings: readonly Offering[];
  publicListingConsent: boolean;
}

export type DiffField =
  | 'title'
  | 'firstName'
  | 'lastName'
  | 'phone'
  | 'email'
  | 'lineId'
  | 'memberNumber'
  | 'offerings'
  | 'publicListingConsent';

export interface FieldChange {
  field: DiffField;
  /** Absent for the member number, of which only a hash is kept. */
  from?: unknown;
  to?: unknown;
}

/** `person` is the reading decided upon. */
export function sellerDiff(now: SellerDetails, answer: FormAnswer, person: PersonReading): FieldChange[] {
  const changes: FieldChange[] = [];
  const compare = (field: DiffField, from: string | null | undefined, to: string | undefined): void => {
    if (to && oneLine(from ?? '') !== to) changes.push({ field, from: from ?? '', to });
  };
  compare('title', now.title, person.title);
  compare('firstName', now.firstName, person.firstName);
  compare('lastName', now.lastName, person.lastName);
  compare('phone', now.phone, answer.phone);
  compare('email', now.email, answer.email);
  compare('lineId', now.lineId, answer.lineId);
  if (answer.memberNumber && now.memberNumberSame === false) changes.push({ field: 'memberNumber' });
  if (answer.offerings.length > 0 && asText(now.offerings) !== asText(answer.offerings)) {
    changes.push({ field: 'offerings', from: now.offerings, to: answer.offerings });
  }
  for (const field of answer.cleared ?? []) {
    const to = taken[field];
    if (asJson(now[field] ?? null) !== asJson(to)) changes.push({ field, from: now[field], to });
  }
  if (answer.publicListingConsent && !now.publicListingConsent) {
    changes.push({ field: 'publicListingConsent', from: false, to: true });
  }
  return changes;
}

/** What an answer that was taken away leaves. */
const taken: Record<Clearable, unknown> = {
  ...{ phone: null, email: null, lineId: null, offerings: [], publicListingConsent: false },
};

const asJson = (value: unknown): string => JSON.stringify(value === '' ? null : value);

const asText = (offerings: readonly Offering[]): string =>
  JSON.stringify(offerings.map(({ category, description }) => [category, description]));
