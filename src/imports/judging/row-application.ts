/**
 * What a row asks of the registry: a new registration, or the changed members of one there is.
 * ตัวอย่าง: แถวใหม่ของนายสมชาย ใจดี เป็นคำขอลงทะเบียน; แถวที่แก้เบอร์โทรเป็นคำขอแก้ไข
 */
import type { DirectoryCooperative } from '../../cooperatives/directory-index.js';
import type { Application } from '../../sellers/registration-rules.js';
import type { Correction } from '../../sellers/seller-correction.js';
import type { FormAnswer } from '../reading/form-row.js';
import type { PersonReading } from '../reading/form-person.js';
import type { FieldChange } from './seller-diff.js';

/** What rows need to know of the import they belong to. */
export interface RowContext {
  id: string;
  consentTextVersion: string;
}

/** A clear row as a registration; who decided on the name has removed its doubt. */
export function applicationOf(
  answer: FormAnswer,
  person: PersonReading,
  cooperative: DirectoryCooperative,
  run: RowContext,
): Application {
  const { phone, email, lineId, memberNumber, offerings, publicListingConsent, submittedAt } = answer;
  return {
    cooperative,
    title: person.title,
    firstName: person.firstName,
    lastName: person.lastName,
    doubtfulName: false,
    phone,
    email,
    lineId,
    memberNumber,
    offerings,
    publicListingConsent,
    consentAt: submittedAt,
    consentTextVersion: run.consentTextVersion,
    source: 'import',
    importId: run.id,
  };
}

/** The members of an edited answer that differ. */
export function correctionOf(diff: readonly FieldChange[], { memberNumber }: FormAnswer): Correction {
  const members = diff
    .filter(({ field }) => field !== 'memberNumber')
    .map(({ field, to }) => [field, to] as const);
  const other = diff.some(({ field }) => field === 'memberNumber') ? { memberNumber } : {};
  return { ...(Object.fromEntries(members) as Correction), ...other };
}
