/** Why a known seller may be the person of a row: same name, same telephone, or both. ชื่อเดียวกันแต่คนละเบอร์โทรศัพท์ */
import { distance } from 'fastest-levenshtein';
import { foldName } from '../../sellers/same-person.js';
import type { FormAnswer } from '../reading/form-row.js';
import type { PersonReading } from '../reading/form-person.js';
import type { SellerDetails } from './seller-diff.js';

export type SellerLikeness = 'same_person' | 'same_name' | 'same_phone' | 'same_answer';

/** `edits` are the letters by which the names differ; a seller who shares neither answered this very form before. */
export function likenessOf(
  { phone }: FormAnswer,
  person: PersonReading,
  seller: SellerDetails,
): { reason: SellerLikeness; edits: number } {
  const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) =>
    foldName(firstName + lastName);
  const edits = distance(nameOf(person), nameOf(seller));
  const samePhone = phone !== undefined && phone === seller.phone;
  if (edits === 0) return { reason: samePhone ? 'same_person' : 'same_name', edits };
  return { reason: samePhone ? 'same_phone' : 'same_answer', edits };
}
