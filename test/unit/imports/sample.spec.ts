import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { DirectoryIndex, type DirectoryCooperative } from '../../../src/cooperatives/directory-index.js';
import { compact } from '../../../src/cooperatives/cooperative-name.js';
import { proposeMapping } from '../../../src/imports/columns/column-mapping.js';
import { cooperativeMatcher } from '../../../src/imports/reading/cooperative-match.js';
import { FormReader } from '../../../src/imports/reading/form-row.js';
import { mappingOf } from '../../../src/imports/columns/mapping-proposal.js';
import { rowHashInput, rowKeys } from '../../../src/imports/judging/row-identity.js';
import {
  judgeRow,
  type EarlierRow,
  type KnownSeller,
  type RowVerdict,
} from '../../../src/imports/judging/row-verdict.js';
import { openTable } from '../../../src/platform/tabular/open-table.js';
import type { TableSource } from '../../../src/platform/tabular/table.js';

const sample =
  (name: string): TableSource =>
  () =>
    createReadStream(join(__dirname, '../../../sample', name));

async function directory(): Promise<DirectoryIndex> {
  const table = await openTable(sample('cooperatives.csv'));
  const cooperatives: DirectoryCooperative[] = [];
  for await (const rows of table.chunks(500)) {
    for (const { cells } of rows) {
      const [registrationNumber = '', fullName = '', shortName = '', regionCode, , aliases = ''] = cells;
      cooperatives.push({
        ...{ id: registrationNumber, registrationNumber, fullName, shortName },
        ...{
          regionCode: regionCode as DirectoryCooperative['regionCode'],
          aliases: aliases.split('|').filter(Boolean),
        },
      });
    }
  }
  return new DirectoryIndex(cooperatives);
}

/** A registry in a few lines, so that the rules can be seen at work without a database. */
class TinyRegistry {
  private readonly rows = new Map<string, EarlierRow & { hash: string; file: number; sellerId?: string }>();
  readonly sellers: KnownSeller[] = [];

  async import(open: TableSource, index: DirectoryIndex, file: number): Promise<RowVerdict[]> {
    const table = await openTable(open);
    const headers = table.header.columns.map(({ header }) => header);
    const reader = new FormReader(mappingOf(proposeMapping(table.header.columns)), { headers });
    const match = cooperativeMatcher(index);
    const verdicts: RowVerdict[] = [];
    for await (const rows of table.chunks(7)) {
      for (const tableRow of rows) {
        const row = reader.read(tableRow);
        const { answer } = row;
        const keys = rowKeys('sample', answer).map(({ text }) => text);
        const hash = rowHashInput(answer);
        const known = keys.map((key) => this.rows.get(key)).find((each) => each !== undefined);
        const found = match(answer.cooperativeText, answer.registrationNumber);
        const name = compact(answer.person.firstName + answer.person.lastName);
        const inCooperative = this.sellers.filter(
          ({ cooperativeId }) => cooperativeId === found.cooperative?.id,
        );
        const named = inCooperative.filter((each) => compact(each.firstName + each.lastName) === name);
        const same = named.find((each) => each.phone !== undefined && each.phone === answer.phone);
        const seller = this.sellers.find(({ sellerId }) => sellerId === known?.sellerId) ?? same;
        const verdict = judgeRow({
          row,
          match: found,
          ...(known && {
            earlier: { ...known, sameImport: known.file === file, sameContent: known.hash === hash },
          }),
          ...(seller && { seller }),
          alike: seller ? [] : named,
        });
        verdicts.push(verdict);
        const sellerId = this.apply(verdict, answer);
        const { submittedAt } = answer;
        for (const key of keys) {
          this.rows.set(key, {
            ...{ row: row.row, outcome: verdict.outcome, hash, file, sameImport: false, sameContent: false },
            ...(submittedAt && { submittedAt }),
            ...(sellerId && { sellerId }),
          });
        }
      }
    }
    return verdicts;
  }

  private apply(verdict: RowVerdict, answer: ReturnType<FormReader['read']>['answer']): string | undefined {
    if (verdict.outcome === 'updated') {
      const seller = this.sellers.find(({ sellerId }) => sellerId === verdict.sellerId)!;
      for (const { field, to } of verdict.diff) Object.assign(seller, { [field]: to });
    }
    if (verdict.outcome === 'created') {
      const { phone, email, lineId, offerings, publicListingConsent } = answer;
      const sellerId = `s${this.sellers.length + 1}`;
      this.sellers.push({
        sellerId,
        status: 'active',
        cooperativeId: verdict.cooperativeId,
        ...verdict.person,
        phone,
        email,
        lineId,
        offerings,
        publicListingConsent,
      });
      return sellerId;
    }
    return 'sellerId' in verdict ? verdict.sellerId : undefined;
  }
}

const short = (verdict: RowVerdict): string => ('reason' in verdict ? verdict.reason : verdict.outcome);

describe('the sample form', () => {
  let index: DirectoryIndex;
  beforeAll(async () => void (index = await directory()));

  it('has something of everything', async () => {
    const verdicts = await new TinyRegistry().import(sample('form-responses.csv'), index, 1);
    const rejectedFor = verdicts.map((each) =>
      'issues' in each ? each.issues.find(({ severity }) => severity === 'error')!.code : short(each),
    );
    expect(rejectedFor).toEqual([
      ...Array<string>(26).fill('created'),
      'duplicate',
      'updated',
      'unknown_cooperative',
      'ambiguous_cooperative',
      'number_name_disagree',
      'doubtful_name',
      'same_person_other_details',
      'no_contact',
      'CONSENT_REFUSED',
      'CONSENT_MISSING',
      'FORMULA',
      'NAME_MISSING',
      'PHONE_UNREADABLE',
      'COOPERATIVE_MISSING',
      'created',
    ]);
  });

  it('changes nothing the second time', async () => {
    const registry = new TinyRegistry();
    const first = await registry.import(sample('form-responses.csv'), index, 1);
    const before = structuredClone(registry.sellers);
    const second = await registry.import(sample('form-responses.csv'), index, 2);
    expect(registry.sellers).toEqual(before);
    const settled = (verdict: RowVerdict) => !['needs_review', 'rejected'].includes(verdict.outcome);
    second.forEach((verdict, i) => {
      if (settled(first[i]!)) expect(['unchanged', 'duplicate']).toContain(verdict.outcome);
      else expect(short(verdict)).toBe(short(first[i]!));
    });
  });

  it('makes the same sellers from any encoding and delimiter', async () => {
    const parts: Buffer[] = [];
    for await (const part of sample('form-responses.csv')()) parts.push(Buffer.from(part));
    // Windows-874 has no emoji.
    const text = Buffer.concat(parts).toString().replaceAll('🌧️ ', '');
    const sellersOf = async (bytes: Buffer) => {
      const registry = new TinyRegistry();
      await registry.import(
        async function* () {
          yield bytes;
        },
        index,
        1,
      );
      return registry.sellers;
    };
    const expected = await sellersOf(Buffer.from(text));
    expect(expected).toHaveLength(27);
    expect(await sellersOf(iconv.encode(text.replaceAll('\u200b', ''), 'cp874'))).toEqual(expected);
    expect(await sellersOf(Buffer.from('\ufeff' + text))).toEqual(expected);
    expect(await sellersOf(Buffer.from('\ufeff' + text, 'utf16le'))).toEqual(expected);
    expect(await sellersOf(Buffer.from('\ufeff' + text, 'utf16le').swap16())).toEqual(expected);
  });
});
