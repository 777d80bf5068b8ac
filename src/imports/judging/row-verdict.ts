/**
 * What becomes of one row: a clear one makes a seller, an edited answer changes one, and whatever is doubtful
 * waits for a person. Two rows of นายสมชาย ใจดี with one telephone number are never two sellers.
 */
import type { SellerStatus } from '../../sellers/seller-status.js';
import { hasErrors, type CellIssue } from '../reading/cell-issue.js';
import type { CooperativeMatch, MatchDoubt } from '../reading/cooperative-match.js';
import type { PersonReading } from '../reading/form-person.js';
import type { FormAnswer, FormRow } from '../reading/form-row.js';
import type { Outcome } from '../rows/outcome-counts.js';
import { likenessOf, type SellerLikeness } from './seller-likeness.js';
import { sellerDiff, type FieldChange, type SellerDetails } from './seller-diff.js';

export type ReviewReason =
  | MatchDoubt
  | 'doubtful_name'
  | 'same_person_other_details'
  | 'removed_before'
  | 'cooperative_changed'
  | 'inactive_cooperative'
  | 'no_contact';

export type Candidate =
  | { type: 'cooperative'; cooperativeId: string; reason: string; edits: number }
  | { type: 'name'; name: PersonReading }
  | { type: 'seller'; sellerId: string; reason?: SellerLikeness; edits?: number };

/** `same_answer`: it waited while another copy of the same answer became this seller. */
export type UnchangedReason = 'same_content' | 'older_answer' | 'same_details' | 'same_answer';

export type RowVerdict =
  | { outcome: 'created'; cooperativeId: string; person: PersonReading }
  | { outcome: 'updated'; sellerId: string; diff: FieldChange[]; reopen: boolean; person: PersonReading }
  | { outcome: 'unchanged'; sellerId?: string; because: UnchangedReason }
  | { outcome: 'duplicate'; ofRow: number; sellerId?: string }
  | { outcome: 'needs_review'; reason: ReviewReason; candidates: Candidate[] }
  | { outcome: 'rejected'; issues: CellIssue[] }
  | { outcome: 'skipped' };

/** The newest row known under one of the same keys. */
export interface EarlierRow {
  row: number;
  /** It stands in the same file. */
  sameImport: boolean;
  outcome: Outcome;
  sameContent: boolean;
  submittedAt?: string;
  /** Whom it made or is about. */
  sellerId?: string;
}

export interface KnownSeller extends SellerDetails {
  sellerId: string;
  status: SellerStatus;
}

/** What a person said about a row that waited for them. */
export interface Resolution {
  skip?: boolean;
  cooperativeId?: string;
  name?: PersonReading;
  /** This is that seller. */
  mergeInto?: KnownSeller;
  /** It is somebody new: none of `notThese`, however alike. */
  createAnyway?: boolean;
  /** The sellers the person was shown and ruled out. */
  notThese?: string[];
}

export interface RowFacts {
  row: FormRow;
  match: CooperativeMatch;
  earlier?: EarlierRow;
  /** Made from the earlier row, or the same person: same cooperative, name, and telephone or member number. */
  seller?: KnownSeller;
  /** Sellers of the same cooperative with the same name or the same telephone, but not both. */
  alike: readonly KnownSeller[];
  resolution?: Resolution;
}

/** Decides one row. Pure: the same facts always give the same verdict, in a dry run as in a real one. */
export function judgeRow(facts: RowFacts): RowVerdict {
  const { row, resolution } = facts;
  if (resolution?.skip) return { outcome: 'skipped' };
  const repeated = resolution ? judgeCopy(facts) : judgeRepetition(facts);
  if (repeated) return repeated;
  if (hasErrors(row.issues)) return { outcome: 'rejected', issues: row.issues };

  const person = resolution?.name ?? clearReading(facts);
  const cooperativeId = resolution?.cooperativeId ?? facts.match.cooperative?.id;
  if (cooperativeId === undefined) return unclearCooperative(facts.match);
  if (person === undefined) return doubtfulName(row.answer);
  const seller = resolution?.mergeInto ?? (ruledOut(facts.seller, resolution) ? undefined : facts.seller);
  if (seller && stays(seller)) {
    return judgeKnown(seller, row.answer, person, cooperativeId, resolution);
  }
  return judgeNew(facts, person, cooperativeId);
}

/** Rows settled before; rejected ones and those that waited for a person are judged anew in a new file. */
function judgeRepetition({ row, earlier, seller }: RowFacts): RowVerdict | undefined {
  if (!earlier) return undefined;
  const settled = earlier.outcome !== 'rejected' && earlier.outcome !== 'needs_review';
  const { submittedAt } = row.answer;
  const older =
    submittedAt !== undefined && earlier.submittedAt !== undefined && submittedAt < earlier.submittedAt;
  if (!earlier.sameContent && !older) return undefined;
  const sellerId = seller && { sellerId: seller.sellerId };
  if (earlier.sameImport) return { outcome: 'duplicate', ofRow: earlier.row, ...sellerId };
  if (!settled) return undefined;
  return {
    outcome: 'unchanged',
    because: earlier.sameContent ? 'same_content' : 'older_answer',
    ...sellerId,
  };
}

/** While the row waited, another copy of the same answer became a seller: the decision has nothing left to make. */
function judgeCopy({ earlier, seller, resolution }: RowFacts): RowVerdict | undefined {
  if (resolution?.mergeInto || !earlier?.sameContent || !seller || !stays(seller)) return undefined;
  if (earlier.sellerId !== seller.sellerId) return undefined;
  return { outcome: 'unchanged', because: 'same_answer', sellerId: seller.sellerId };
}

/** Whoever says “somebody new” says it of those they were shown, not of one who came in meanwhile. */
const ruledOut = (seller: KnownSeller | undefined, resolution: Resolution | undefined): boolean =>
  seller !== undefined &&
  resolution?.createAnyway === true &&
  (resolution.notThese ?? []).includes(seller.sellerId);

const stays = ({ status }: KnownSeller): boolean => status !== 'erased' && status !== 'rejected';

/**
 * The only reading, or the one a person already decided upon for this seller. Without a surname สมชายใจดี may be one
 * name or two, and a username is for ever, so a person looks.
 */
function clearReading({ row, seller }: RowFacts): PersonReading | undefined {
  const { doubtful, readings } = row.answer.person;
  if (!doubtful && readings[0]!.lastName !== '') return readings[0];
  return seller && readings.find((reading) => sameName(reading, seller));
}

const sameName = (a: PersonReading, b: PersonReading): boolean =>
  a.firstName === b.firstName && a.lastName === b.lastName;

function unclearCooperative({ doubt = 'unknown_cooperative', candidates }: CooperativeMatch): RowVerdict {
  return {
    outcome: 'needs_review',
    reason: doubt,
    candidates: candidates.map(({ cooperative, reason, edits }) => ({
      type: 'cooperative',
      cooperativeId: cooperative.id,
      reason,
      edits,
    })),
  };
}

function doubtfulName({ person }: FormAnswer): RowVerdict {
  const candidates = person.readings.map((name): Candidate => ({ type: 'name', name }));
  return { outcome: 'needs_review', reason: 'doubtful_name', candidates };
}

function judgeKnown(
  seller: KnownSeller,
  answer: FormAnswer,
  person: PersonReading,
  cooperativeId: string,
  resolution: Resolution | undefined,
): RowVerdict {
  const candidates: Candidate[] = [
    { type: 'seller', sellerId: seller.sellerId, ...likenessOf(answer, person, seller) },
  ];
  if (seller.status === 'removed') return { outcome: 'needs_review', reason: 'removed_before', candidates };
  if (seller.cooperativeId !== cooperativeId && !resolution?.mergeInto) {
    return { outcome: 'needs_review', reason: 'cooperative_changed', candidates };
  }
  const diff = sellerDiff(seller, answer, person);
  const reopen = seller.status === 'withdrawn';
  const { sellerId } = seller;
  if (diff.length === 0 && !reopen) return { outcome: 'unchanged', sellerId, because: 'same_details' };
  return { outcome: 'updated', sellerId, diff, reopen, person };
}

function judgeNew(
  { row, alike: found, resolution }: RowFacts,
  person: PersonReading,
  cooperativeId: string,
): RowVerdict {
  const alike = found.filter((each) => !ruledOut(each, resolution));
  if (alike.length > 0) {
    const reason = alike.some(({ status }) => status === 'removed')
      ? 'removed_before'
      : 'same_person_other_details';
    return {
      outcome: 'needs_review',
      reason,
      candidates: alike.map((each) => ({
        ...{ type: 'seller' as const, sellerId: each.sellerId },
        ...likenessOf(row.answer, person, each),
      })),
    };
  }
  const { phone, email, lineId, memberNumber } = row.answer;
  const reachable = phone ?? email ?? lineId ?? memberNumber;
  if (!reachable && !resolution?.createAnyway)
    return { outcome: 'needs_review', reason: 'no_contact', candidates: [] };
  return { outcome: 'created', cooperativeId, person };
}
