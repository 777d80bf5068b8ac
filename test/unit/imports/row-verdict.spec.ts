import { cooperativeMatcher } from '../../../src/imports/reading/cooperative-match.js';
import { judgeRow, type KnownSeller, type RowFacts } from '../../../src/imports/judging/row-verdict.js';
import { directory, readRow } from './form.js';

const match = cooperativeMatcher(directory);

const facts = (cells: Record<string, string> = {}, more: Partial<RowFacts> = {}): RowFacts => {
  const row = readRow(cells);
  return { row, match: match(row.answer.cooperativeText, row.answer.registrationNumber), alike: [], ...more };
};
const omsap = (changed: Partial<KnownSeller> = {}): KnownSeller => ({
  sellerId: 's-1',
  status: 'active',
  cooperativeId: 'c-101650',
  title: 'นาย',
  firstName: 'ออมทรัพย์',
  lastName: 'ใจดี',
  phone: '0812345678',
  offerings: [{ category: 'food', description: 'น้ำพริก' }],
  publicListingConsent: false,
  ...changed,
});

describe('the verdict on a row', () => {
  const verdict = (cells?: Record<string, string>, more?: Partial<RowFacts>) => judgeRow(facts(cells, more));

  it('a clear row makes a seller', () => {
    expect(verdict()).toEqual({
      outcome: 'created',
      cooperativeId: 'c-101650',
      person: { title: 'นาย', firstName: 'ออมทรัพย์', lastName: 'ใจดี' },
    });
  });

  it('errors reject, and say why', () => {
    expect(verdict({ ความยินยอม: 'ไม่ยินยอม' })).toMatchObject({
      outcome: 'rejected',
      issues: [{ code: 'CONSENT_REFUSED' }],
    });
  });

  it.each<[string, Record<string, string>, Partial<RowFacts>, object]>([
    [
      'an unknown cooperative',
      { ชื่อสหกรณ์: 'ดาวเคราะห์น้อย', เลขทะเบียนสหกรณ์: '' },
      {},
      { reason: 'unknown_cooperative', candidates: [] },
    ],
    [
      'two possible cooperatives',
      { ชื่อสหกรณ์: 'บ้านรีทอง', เลขทะเบียนสหกรณ์: '' },
      {},
      {
        reason: 'ambiguous_cooperative',
        candidates: [{ cooperativeId: 'c-111650' }, { cooperativeId: 'c-101301' }],
      },
    ],
    ['number and name that disagree', { ชื่อสหกรณ์: 'ครูตาก' }, {}, { reason: 'number_name_disagree' }],
    [
      'a doubtful name',
      { 'ชื่อ-นามสกุล': 'นางนวล แก้วใส' },
      {},
      { reason: 'doubtful_name', candidates: [{ type: 'name' }, { type: 'name' }] },
    ],
    [
      'a name that may be two glued together',
      { 'ชื่อ-นามสกุล': 'นายสมชายใจดี' },
      {},
      { reason: 'doubtful_name', candidates: [{ name: { firstName: 'สมชายใจดี', lastName: '' } }] },
    ],
    [
      'a person under other details',
      {},
      { alike: [omsap({ phone: '0899999999' })] },
      { reason: 'same_person_other_details', candidates: [{ type: 'seller', sellerId: 's-1' }] },
    ],
    ['a person removed before', {}, { seller: omsap({ status: 'removed' }) }, { reason: 'removed_before' }],
    [
      'somebody like a person removed before',
      {},
      { alike: [omsap({ status: 'removed' })] },
      { reason: 'removed_before' },
    ],
    [
      'a seller who moved',
      {},
      { seller: omsap({ cooperativeId: 'c-100801' }) },
      { reason: 'cooperative_changed' },
    ],
    ['nobody to reach', { เบอร์โทรศัพท์: '' }, {}, { reason: 'no_contact' }],
  ])('%s waits for a person', (_, cells, more, expected) => {
    expect(verdict(cells, more)).toMatchObject({ outcome: 'needs_review', ...expected });
  });

  it('a known seller is updated by what differs, and by nothing else', () => {
    const changed = { เบอร์โทรศัพท์: '0898765432', รายละเอียดสินค้า: 'น้ำพริกเผา', อีเมล: '' };
    const seller = omsap({ email: 'omsap@example.com', phone: '0812345678' });
    expect(verdict(changed, { seller })).toEqual({
      outcome: 'updated',
      sellerId: 's-1',
      reopen: false,
      person: { title: 'นาย', firstName: 'ออมทรัพย์', lastName: 'ใจดี' },
      diff: [
        { field: 'phone', from: '0812345678', to: '0898765432' },
        { field: 'offerings', from: seller.offerings, to: [{ category: 'food', description: 'น้ำพริกเผา' }] },
      ],
    });
    expect(verdict({}, { seller: omsap() })).toEqual({
      outcome: 'unchanged',
      sellerId: 's-1',
      because: 'same_details',
    });
    expect(verdict({ เลขสมาชิก: '12' }, { seller: omsap({ memberNumberSame: false }) })).toMatchObject({
      diff: [{ field: 'memberNumber' }],
    });
    expect(verdict({ เลขสมาชิก: '12' }, { seller: omsap({ memberNumberSame: true }) })).toMatchObject({
      outcome: 'unchanged',
    });
  });

  it('a withdrawn seller is reopened; rejected and erased ones are new', () => {
    expect(verdict({}, { seller: omsap({ status: 'withdrawn' }) })).toMatchObject({
      outcome: 'updated',
      reopen: true,
      diff: [],
    });
    expect(verdict({}, { seller: omsap({ status: 'rejected' }) })).toMatchObject({ outcome: 'created' });
  });

  it('a doubtful name decided before is not asked again', () => {
    const row = { 'ชื่อ-นามสกุล': 'นางนวล แก้วใส' };
    const [reading] = readRow(row).answer.person.readings;
    expect(verdict(row, { seller: omsap({ ...reading! }) })).toMatchObject({ outcome: 'unchanged' });
  });

  const earlier = { row: 3, sameImport: false, outcome: 'created' as const, sameContent: true };
  it.each<[string, Partial<RowFacts['earlier'] & object>, object]>([
    ['the same again in a new file', {}, { outcome: 'unchanged', because: 'same_content', sellerId: 's-1' }],
    ['the same again in one file', { sameImport: true }, { outcome: 'duplicate', ofRow: 3 }],
    ['the same again, skipped before', { outcome: 'skipped' }, { outcome: 'unchanged' }],
    [
      'an older answer after a newer one',
      { sameContent: false, submittedAt: '2026-08-05T00:00:00.000Z' },
      { outcome: 'unchanged', because: 'older_answer' },
    ],
    [
      'an older answer in one file',
      { sameContent: false, sameImport: true, submittedAt: '2026-08-05T00:00:00.000Z' },
      { outcome: 'duplicate', ofRow: 3 },
    ],
    [
      'a newer answer',
      { sameContent: false, submittedAt: '2026-08-03T00:00:00.000Z' },
      { outcome: 'updated', sellerId: 's-1' },
    ],
    ['a newer answer in one file', { sameContent: false, sameImport: true }, { outcome: 'updated' }],
  ])('%s', (_, changed, expected) => {
    expect(
      verdict({ รายละเอียดสินค้า: 'น้ำปลา' }, { earlier: { ...earlier, ...changed }, seller: omsap() }),
    ).toMatchObject(expected);
  });

  it.each(['rejected', 'needs_review'] as const)('what was %s is judged anew in a new file', (outcome) => {
    expect(verdict({}, { earlier: { ...earlier, outcome } })).toMatchObject({ outcome: 'created' });
  });

  describe('resolved by a person', () => {
    it.each<[string, Record<string, string>, Partial<RowFacts>, object]>([
      ['skip', { ความยินยอม: '' }, { resolution: { skip: true } }, { outcome: 'skipped' }],
      [
        'choose the cooperative',
        { ชื่อสหกรณ์: 'ดาวเคราะห์น้อย' },
        { resolution: { cooperativeId: 'c-100801' } },
        { outcome: 'created', cooperativeId: 'c-100801' },
      ],
      [
        'choose the name',
        { 'ชื่อ-นามสกุล': 'นางนวล แก้วใส' },
        { resolution: { name: { title: 'นาง', firstName: 'นวล', lastName: 'แก้วใส' } } },
        { outcome: 'created', person: { firstName: 'นวล' } },
      ],
      [
        'merge',
        { เบอร์โทรศัพท์: '0898765432' },
        { alike: [omsap()], resolution: { mergeInto: omsap() } },
        { outcome: 'updated', sellerId: 's-1' },
      ],
      [
        'create: none of those shown',
        {},
        { alike: [omsap()], resolution: { createAnyway: true, notThese: ['s-1'] } },
        { outcome: 'created' },
      ],
      [
        'create, while somebody alike came in whom the person was not shown',
        {},
        { alike: [omsap({ sellerId: 's-2' })], resolution: { createAnyway: true, notThese: ['s-1'] } },
        { outcome: 'needs_review', candidates: [{ sellerId: 's-2' }] },
      ],
      [
        'create, while a copy of the answer became a seller',
        {},
        { earlier: { ...earlier, sellerId: 's-1' }, seller: omsap(), resolution: { createAnyway: true } },
        { outcome: 'unchanged', because: 'same_answer', sellerId: 's-1' },
      ],
      [
        'choose another cooperative, while a copy of the answer became a seller',
        {},
        {
          ...{ earlier: { ...earlier, sellerId: 's-1' }, seller: omsap() },
          resolution: { cooperativeId: 'c-100801' },
        },
        { outcome: 'unchanged', because: 'same_answer' },
      ],
      [
        'a row that waited goes on although it was seen',
        {},
        {
          earlier: { ...earlier, sameImport: true, outcome: 'needs_review' },
          resolution: { createAnyway: true },
        },
        { outcome: 'created' },
      ],
      [
        'but not without consent',
        { ความยินยอม: '' },
        { resolution: { createAnyway: true } },
        { outcome: 'rejected' },
      ],
      [
        'nor into a removed seller',
        {},
        { resolution: { mergeInto: omsap({ status: 'removed' }) } },
        { outcome: 'needs_review', reason: 'removed_before' },
      ],
    ])('%s', (_, cells, more, expected) => expect(verdict(cells, more)).toMatchObject(expected));
  });
});
