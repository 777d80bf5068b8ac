/**
 * Who is behind a nickname of the group: the seller it names letter by letter, a seller who typed it wrongly, somebody
 * removed before, or somebody who only looks like one of them. A1650ออมทรัพย์สอ.อยู่ดีกินดี is exact, a1650ออมทรัพย์ สอ
 * อยู่ดีกินดี a variant. Buyers sit in the group too and need no username.
 */
import type { Likeness } from '../sellers/likeness.js';
import type { SellerStatus } from '../sellers/seller-status.js';

export const rosterVerdicts = [
  'exact_seller',
  'variant_of_seller',
  'removed_before',
  'looks_like_seller',
  'looks_like_administrator',
  'inactive_seller',
  'not_registered',
  'malformed',
  'not_a_registered_seller',
] as const;
export type RosterVerdict = (typeof rosterVerdicts)[number];

/** A seller the nickname may belong to. */
export interface Holder {
  sellerId: string;
  username: string;
  status: SellerStatus;
  likeness: Likeness;
}

/** Somebody without registration who was removed. */
export interface RemovedStranger {
  subjectId: string;
  caseId: string | null;
  likeness: Likeness;
}

export interface RosterFacts {
  /** Best first. */
  holders: readonly Holder[];
  /** Sellers whose exact username is on the list itself. */
  present: ReadonlySet<string>;
  strangers: readonly RemovedStranger[];
  administrator: boolean;
  /** The username rules say it is well-formed. */
  wellFormed: boolean;
  /** It plainly tries to be a username. */
  triesToBe: boolean;
}

export interface RosterFinding {
  verdict: RosterVerdict;
  holder?: Holder;
  stranger?: RemovedStranger;
}

export function judgeMember(facts: RosterFacts): RosterFinding {
  const { holders, strangers, administrator } = facts;
  const exact = holders.find(({ likeness }) => likeness === 'same');
  if (exact) return ofExact(exact);
  const removed = holders.find(({ status }) => status === 'removed');
  if (removed && sure(removed)) return { verdict: 'removed_before', holder: removed };
  const stranger = strangers[0];
  if (stranger) return { verdict: 'removed_before', stranger };
  const active = holders.find(({ status }) => status === 'active');
  if (active && sure(active)) return ofAnother(active, facts.present);
  // A name of its own some letters away: a person has to look whether it is the removed one.
  if (removed) return { verdict: 'removed_before', holder: removed };
  if (active && !facts.wellFormed) return ofAnother(active, facts.present);
  if (administrator) return { verdict: 'looks_like_administrator' };
  const inactive = holders[0];
  if (inactive && sure(inactive)) return { verdict: 'inactive_seller', holder: inactive };
  if (facts.wellFormed) return { verdict: 'not_registered' };
  return { verdict: facts.triesToBe ? 'malformed' : 'not_a_registered_seller' };
}

/** Not merely a spelling some letters away. */
const sure = ({ likeness }: Holder): boolean => likeness !== 'near';

function ofExact(holder: Holder): RosterFinding {
  if (holder.status === 'active') return { verdict: 'exact_seller', holder };
  return { verdict: holder.status === 'removed' ? 'removed_before' : 'inactive_seller', holder };
}

/** The seller is there under the right name already: then this is somebody else who looks like them. */
function ofAnother(holder: Holder, present: ReadonlySet<string>): RosterFinding {
  const impostor = present.has(holder.sellerId) && holder.likeness !== 'former';
  return { verdict: impostor ? 'looks_like_seller' : 'variant_of_seller', holder };
}

/** What has to be done about it in LINE; nothing where a person must look first. */
export function taskFor(
  verdict: RosterVerdict,
  likeness: Likeness | null,
): 'rename' | 'remove_member' | undefined {
  if (likeness === 'near') return undefined;
  if (verdict === 'variant_of_seller') return 'rename';
  return verdict === 'removed_before' ? 'remove_member' : undefined;
}
