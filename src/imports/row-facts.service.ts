import { Injectable } from '@nestjs/common';
import { Recognition, type Person } from '../sellers/recognition.service.js';
import type { Offering } from '../sellers/registration-rules.js';
import type { Seller } from '../sellers/seller.js';
import { DataSecret } from '../platform/secret.js';
import type { CooperativeMatch } from './cooperative-match.js';
import type { FormRow } from './form-row.js';
import { ImportRowsRepository, type KeyedRow } from './import-rows.repository.js';
import { rowHashInput, rowKeys } from './row-identity.js';
import type { EarlierRow, KnownSeller, Resolution, RowFacts } from './row-verdict.js';

/** One row ready to be judged: what it says, which cooperative it means, what it is known by. */
export interface ReadRow {
  row: FormRow;
  cells: readonly string[];
  match: CooperativeMatch;
  /** Keyed hashes, strongest first. */
  keyHashes: string[];
  rowHash: string;
  person?: Person;
}

/** Gathers what must be known to judge rows; few queries however many rows. */
@Injectable()
export class RowFactsGatherer {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly recognition: Recognition,
    private readonly secret: DataSecret,
  ) {}

  read(
    source: string,
    row: FormRow,
    cells: readonly string[],
    match: CooperativeMatch,
    chosen?: Resolution,
  ): ReadRow {
    const { answer } = row;
    const hash = (text: string) => this.secret.hash('form-row', text);
    const cooperativeId = chosen?.cooperativeId ?? match.cooperative?.id;
    const { firstName, lastName } = chosen?.name ?? answer.person;
    const { phone, memberNumber } = answer;
    const known = cooperativeId !== undefined && firstName !== '';
    return {
      ...{ row, cells, match, rowHash: hash(rowHashInput(answer)) },
      keyHashes: rowKeys(source, answer).map(({ text }) => hash(text)),
      person: known ? { cooperativeId, firstName, lastName, phone, memberNumber } : undefined,
    };
  }

  /** In the order of `reads`. `importId` tells rows of the same file; a row is never its own earlier row. */
  async gather(importId: string, reads: readonly ReadRow[], chosen?: Resolution): Promise<RowFacts[]> {
    const keyed = await this.rows.findByKeys(reads.flatMap(({ keyHashes }) => keyHashes));
    const byKey = new Map(keyed.map((row) => [row.keyHash, row]));
    const earlier = reads.map((read) => newest(read, byKey, importId));
    const ids = earlier.flatMap((row) => row?.sellerId ?? []);
    const sellers = new Map(
      (await this.recognition.findByIds([...new Set(ids)])).map((each) => [each.id, each]),
    );
    const recognised = await this.recognition.ofAll(reads.map(({ person }) => person));
    return reads.map((read, i) => {
      const before = earlier[i];
      const seller = (before?.sellerId ? sellers.get(before.sellerId) : undefined) ?? recognised[i]!.same;
      const alike = recognised[i]!.alike.filter(({ id }) => id !== seller?.id);
      return {
        ...{ row: read.row, match: read.match, resolution: chosen },
        earlier: before && earlierRow(before, read, importId),
        seller: seller && this.known(seller, read.person),
        alike: alike.map((each) => this.known(each, read.person)),
      };
    });
  }

  /** A seller a person named in a resolution. */
  async findSeller(id: string, person?: Person): Promise<KnownSeller | undefined> {
    const [seller] = await this.recognition.findByIds([id]);
    return seller && this.known(seller, person);
  }

  private known(seller: Seller, person: Person | undefined): KnownSeller {
    const { id: sellerId, status, cooperativeId, title, firstName, lastName, phone, email, lineId } = seller;
    return {
      ...{ sellerId, status, cooperativeId, title, firstName, lastName, phone, email, lineId },
      memberNumberSame: person && this.recognition.memberNumberSame(seller, person),
      offerings: JSON.parse(seller.offerings) as Offering[],
      publicListingConsent: seller.publicListingConsent === 1,
    };
  }
}

function newest(read: ReadRow, byKey: Map<string, KeyedRow>, importId: string): KeyedRow | undefined {
  const found = read.keyHashes
    .flatMap((hash) => byKey.get(hash) ?? [])
    .filter((row) => row.importId !== importId || row.rowNo !== read.row.row);
  return found.reduce<KeyedRow | undefined>(
    (best, row) => (best && (best.submittedAt ?? '') >= (row.submittedAt ?? '') ? best : row),
    undefined,
  );
}

const earlierRow = (before: KeyedRow, read: ReadRow, importId: string): EarlierRow => ({
  row: before.rowNo,
  sameImport: before.importId === importId,
  outcome: before.outcome,
  sameContent: before.rowHash === read.rowHash,
  submittedAt: before.submittedAt ?? undefined,
});
