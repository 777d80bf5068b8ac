import { Injectable } from '@nestjs/common';
import { DataSecret } from '../../platform/secret.js';
import { KnownPeople, type Person } from '../../sellers/known-people.js';
import { Recognition } from '../../sellers/recognition.service.js';
import { ChunkMemory, knownSeller, type KeyedRow, type ReadRow } from './chunk-memory.js';
import type { CooperativeMatch } from '../reading/cooperative-match.js';
import type { FormRow } from '../reading/form-row.js';
import { ImportRowsRepository } from '../rows/import-rows.repository.js';
import { rowHashInput, rowKeys, type RowKey } from './row-identity.js';
import type { KnownSeller, Resolution } from './row-verdict.js';

/** Gathers what must be known to judge rows; few queries however many rows. */
@Injectable()
export class RowFactsGatherer {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly recognition: Recognition,
    private readonly secret: DataSecret,
  ) {}

  read(
    source: string | readonly string[],
    row: FormRow,
    cells: readonly string[],
    match: CooperativeMatch,
    chosen?: Resolution,
  ): ReadRow {
    const { answer } = row;
    const content = rowHashInput(answer);
    const person = personOf(row, match, chosen);
    return {
      row,
      cells,
      match,
      rowHash: this.secret.hash('form-row', content),
      keyHashes: rowKeys(source, answer, content).map((key) => this.keyHash(key)),
      who: person && { person, keys: this.recognition.keysOf(person) },
    };
  }

  /** What the database knows about these rows; `importId` tells rows of the same file. */
  async gather(importId: string, reads: readonly ReadRow[]): Promise<ChunkMemory> {
    const asked = new Set(reads.flatMap(({ keyHashes }) => keyHashes));
    const [keyed, near] = await Promise.all([
      this.rows.findByKeys([...asked]),
      this.recognition.findNear(reads.flatMap(({ who }) => who ?? [])),
    ]);
    const rows = new Map<string, KeyedRow>(keyed.map((row) => [row.keyHash, row]));
    const found = new Set(near.map(({ id }) => id));
    const others = new Set(
      keyed.flatMap(({ sellerId }) => (sellerId && !found.has(sellerId) ? sellerId : [])),
    );
    const people = new KnownPeople([...near, ...(await this.recognition.findByIds([...others]))]);
    return new ChunkMemory(importId, rows, people);
  }

  /** A seller a person named in a resolution. */
  async findSeller(id: string): Promise<KnownSeller | undefined> {
    const [seller] = await this.recognition.findByIds([id]);
    return seller && knownSeller(seller, undefined);
  }

  private keyHash({ text, near }: RowKey): string {
    return near + this.secret.key('form-row', text).slice(near.length);
  }
}

function personOf({ answer }: FormRow, match: CooperativeMatch, chosen?: Resolution): Person | undefined {
  const cooperativeId = chosen?.cooperativeId ?? match.cooperative?.id;
  const { firstName, lastName } = chosen?.name ?? answer.person;
  if (cooperativeId === undefined || firstName === '') return undefined;
  const { phone, memberNumber } = answer;
  return { cooperativeId, firstName, lastName, phone, memberNumber };
}
