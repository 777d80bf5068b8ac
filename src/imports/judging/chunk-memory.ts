/**
 * What is known while the rows of a chunk are judged one after another: what the database said before them, and what the
 * rows so far will do. แถวที่ 7 ที่มีเบอร์โทรเดียวกับแถวที่ 3 เห็นผู้ขายที่แถวที่ 3 กำลังจะสร้าง
 */
import type { KnownPeople, Person, PersonKeys } from '../../sellers/known-people.js';
import type { Offering } from '../../sellers/registration-rules.js';
import type { Seller } from '../../sellers/seller.js';
import type { CooperativeMatch } from '../reading/cooperative-match.js';
import type { PersonReading } from '../reading/form-person.js';
import type { FormRow } from '../reading/form-row.js';
import type { EarlierRow, KnownSeller, Resolution, RowFacts, RowVerdict } from './row-verdict.js';
import type { Outcome } from '../rows/outcome-counts.js';

/** One row ready to be judged: what it says, which cooperative it means, what it is known by. */
export interface ReadRow {
  row: FormRow;
  cells: readonly string[];
  match: CooperativeMatch;
  /** Keyed hashes, strongest first. */
  keyHashes: string[];
  rowHash: string;
  /** Absent where cooperative or name is not known. */
  who?: { person: Person; keys: PersonKeys };
}

/** The newest row known under a key. */
export interface KeyedRow {
  importId: string;
  rowNo: number;
  outcome: Outcome;
  rowHash: string;
  submittedAt: string | null;
  sellerId: string | null;
}

export class ChunkMemory {
  private readonly rows: Map<string, KeyedRow>;

  /** `stored` is what the database keeps under the keys of the rows. */
  constructor(
    private readonly importId: string,
    private readonly stored: ReadonlyMap<string, KeyedRow>,
    private readonly people: KnownPeople,
  ) {
    this.rows = new Map(stored);
  }

  /** Whether the database kept something under this key before. */
  stood(keyHash: string): boolean {
    return this.stored.has(keyHash);
  }

  /** Of the registry, or as rows of this chunk will leave them. */
  seller(id: string): Seller | undefined {
    return this.people.get(id);
  }

  /** The keys of the new seller a row makes, if nobody else has them. */
  freeKeys({ who }: ReadRow, { firstName, lastName }: PersonReading): PersonKeys | undefined {
    if (who?.person.firstName !== firstName || who.person.lastName !== lastName) return undefined;
    return this.people.holdersOf(who.keys).length > 0 ? undefined : who.keys;
  }

  /** The id of somebody else who is the very person a seller is to become. */
  otherThan({ id, samePhone, sameMember }: Seller): string | undefined {
    return this.people.holdersOf({ samePhone, sameMember }).find((holder) => holder.id !== id)?.id;
  }

  /** The ids of all sellers a row may be about or may be mistaken for. */
  sellersNear(read: ReadRow): Set<string> {
    const ids = new Set<string>();
    const earlier = this.newest(read)?.sellerId;
    if (earlier) ids.add(earlier);
    if (!read.who) return ids;
    const { same, alike } = this.people.recognise(read.who.person, read.who.keys);
    for (const { id } of same ? [same, ...alike] : alike) ids.add(id);
    return ids;
  }

  factsOf(read: ReadRow, resolution?: Resolution): RowFacts {
    const { row, match, who } = read;
    const earlier = this.newest(read);
    const { same, alike } = who ? this.people.recognise(who.person, who.keys) : { alike: [] };
    const seller = (earlier?.sellerId ? this.people.get(earlier.sellerId) : undefined) ?? same;
    return {
      row,
      match,
      resolution,
      earlier: earlier && this.earlierRow(earlier, read),
      seller: seller && knownSeller(seller, who?.keys),
      alike: alike.filter(({ id }) => id !== seller?.id).map((each) => knownSeller(each, who?.keys)),
    };
  }

  /** From now on the rows behind know what becomes of this one, and of the seller it makes or changes. */
  remember(read: ReadRow, verdict: RowVerdict, seller?: Seller): void {
    if (seller) this.people.put(seller);
    if (!leadsItsKeys(verdict)) return;
    const sellerId = seller?.id ?? ('sellerId' in verdict ? verdict.sellerId : undefined);
    const { rowHash, row } = read;
    const known = {
      importId: this.importId,
      rowNo: row.row,
      outcome: verdict.outcome,
      rowHash,
      submittedAt: row.answer.submittedAt ?? null,
      sellerId: sellerId ?? null,
    };
    for (const hash of read.keyHashes) this.rows.set(hash, known);
  }

  /** Rows of earlier imports that wait under these of its keys with an answer this row brings again, or a newer one of it. */
  waitingCopies({ row }: ReadRow, keyHashes: readonly string[]): KeyedRow[] {
    const { submittedAt } = row.answer;
    const waiting = keyHashes
      .flatMap((hash) => this.stored.get(hash) ?? [])
      .filter(({ outcome, importId }) => outcome === 'needs_review' && importId !== this.importId)
      .filter((each) => !submittedAt || (each.submittedAt ?? '') <= submittedAt);
    return [...new Map(waiting.map((each) => [`${each.importId} ${each.rowNo}`, each])).values()];
  }

  private newest({ keyHashes, row }: ReadRow): KeyedRow | undefined {
    let best: KeyedRow | undefined;
    for (const hash of keyHashes) {
      const found = this.rows.get(hash);
      if (!found || (found.importId === this.importId && found.rowNo === row.row)) continue;
      if (!best || (best.submittedAt ?? '') < (found.submittedAt ?? '')) best = found;
    }
    return best;
  }

  private earlierRow(before: KeyedRow, read: ReadRow): EarlierRow {
    return {
      row: before.rowNo,
      sameImport: before.importId === this.importId,
      outcome: before.outcome,
      sameContent: before.rowHash === read.rowHash,
      submittedAt: before.submittedAt ?? undefined,
      sellerId: before.sellerId ?? undefined,
    };
  }
}

/** A row that says nothing new leaves the keys with the row that said it. */
export const leadsItsKeys = ({ outcome }: RowVerdict): boolean =>
  outcome !== 'duplicate' && outcome !== 'unchanged';

export function knownSeller(seller: Seller, keys: PersonKeys | undefined): KnownSeller {
  const { id: sellerId, status, cooperativeId, title, firstName, lastName, phone, email, lineId } = seller;
  const comparable = keys?.memberNumberHash && seller.memberNumberHash;
  return {
    ...{ sellerId, status, cooperativeId, title, firstName, lastName, phone, email, lineId },
    memberNumberSame: comparable ? keys.memberNumberHash === seller.memberNumberHash : undefined,
    offerings: JSON.parse(seller.offerings) as Offering[],
    publicListingConsent: seller.publicListingConsent === 1,
  };
}
