import fc from 'fast-check';
import { recogniseColumns } from '../../../src/cooperatives/directory-columns.js';
import { readList } from '../../../src/cooperatives/directory-list.js';
import { decideRow } from '../../../src/cooperatives/directory-plan.js';
import { carriesMarker, readRow } from '../../../src/cooperatives/directory-row.js';
import { readHeader } from '../../../src/platform/tabular/header.js';

const columnsOf = (...titles: string[]) =>
  Object.fromEntries(
    Object.entries(recogniseColumns(readHeader(titles).columns)).map(([fact, { index }]) => [fact, index]),
  );

describe('recogniseColumns', () => {
  it.each([
    ['เลขทะเบียนสหกรณ์สมาชิก', 'ชื่อสหกรณ์', 'เขตพื้นที่'],
    ['1. เลขทะเบียน *', '2) ชื่อเต็ม :', '3. ภาค'],
    ['เลขทะเบียน (6 หลัก)', 'ชื่อสหกรณ์ตามใบอนุญาต', 'จังหวัด'],
    ['registration_number', 'full_name', 'region_code'],
    ['Registration No.', 'Cooperative Name', 'Zone'],
    ['fsctNo', 'name', 'Province'],
  ])('knows %s, %s and %s', (number, name, place) => {
    const found = columnsOf(place, name, number);
    expect(found).toMatchObject({ registrationNumber: 2, fullName: 1 });
    expect(found['regionCode'] ?? found['province']).toBe(0);
  });

  it('tells short from full names and takes the exact header of two', () => {
    const titles = [
      'ที่',
      'ชื่อย่อ (ไม่มี สอ.)',
      'ชื่อสหกรณ์ (ไทย)',
      'ชื่อสหกรณ์',
      'เลขทะเบียน',
      'เขต',
      'ชื่อเดิม',
      'หมายเหตุ',
    ];
    expect(columnsOf(...titles)).toEqual({
      ...{ shortName: 1, fullName: 3, registrationNumber: 4, regionCode: 5, aliases: 6 },
    });
  });

  it.each([
    [['ชื่อสหกรณ์', 'เขต'], 'เลขทะเบียนสหกรณ์'],
    [['เลขทะเบียน', 'เขต'], 'ชื่อสหกรณ์'],
    [['เลขทะเบียน', 'ชื่อสหกรณ์'], 'เขตพื้นที่'],
  ])('names the missing column of %p', (titles, missing) => {
    expect(() => columnsOf(...titles)).toThrow(expect.objectContaining({ code: 'COLUMNS_MISSING' }));
    expect(() => columnsOf(...titles)).toThrow(
      expect.objectContaining({ text: { th: expect.stringContaining(missing), en: expect.any(String) } }),
    );
  });
});

describe('carriesMarker', () => {
  it.each([
    [['สอ.ก', 'สอ. ข', 'ค'], true],
    [['สอ.ก', 'ข'], false],
    [['', '', 'ส.อ.ก'], true],
    [['สอาด', 'สอง'], false],
    [[], false],
  ])('of %p is %s', (names, expected) => {
    expect(carriesMarker(names, 'auto')).toBe(expected);
    expect(carriesMarker(names, 'yes')).toBe(true);
    expect(carriesMarker(names, 'no')).toBe(false);
  });
});

const titles = ['เลขทะเบียน', 'ชื่อสหกรณ์', 'ชื่อย่อ', 'เขต', 'จังหวัด', 'ประเภท', 'สถานะ', 'ชื่ออื่น'];
const columns = recogniseColumns(readHeader(titles).columns);
const rowOf = (cells: string[]) => readRow(cells, columns, true);
const good = ['101650', 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด', 'สอ.อยู่ดีกินดี', 'A', '', '', '', ''];
const withCell = (index: number, text: string) => good.map((cell, i) => (i === index ? text : cell));

describe('decideRow', () => {
  it.each([
    [5, 'ร้านสหกรณ์', { kind: 'store' }],
    [5, 'เครดิตยูเนี่ยน', { kind: 'credit_union' }],
    [5, 'Savings', { kind: 'savings' }],
    [6, 'พ้นสภาพ', { status: 'inactive' }],
    [7, 'อยู่ดี | กินดี;มีสุข', { aliases: ['อยู่ดี', 'กินดี', 'มีสุข'] }],
    [2, 'สอ.สอ.รฝ.', { shortName: 'สอ.รฝ.' }],
    [2, 'ส.อ.', { shortName: 'ส.อ.' }],
  ])('reads cell %i %s', (index, text, facts) => {
    const decision = decideRow(rowOf(withCell(index, text)), undefined);
    expect(decision.outcome).toBe('created');
    expect(decision.facts).toMatchObject(facts);
  });

  it('warns of a kind or status it does not know and goes on', () => {
    const decision = decideRow(rowOf(['101650', good[1]!, '', 'A', '', 'อะไรสักอย่าง', 'รอผล', '']), undefined);
    expect(decision.outcome).toBe('created');
    expect(decision.facts).toMatchObject({ kind: 'savings', status: 'active' });
    expect(decision.issues.map(({ code }) => code)).toEqual(['KIND_UNKNOWN', 'STATUS_UNKNOWN']);
  });

  it('keeps what a row does not say, above all an attested short name', () => {
    const known = { ...decideRow(rowOf(good), undefined).facts!, shortName: 'อยด.', aliases: ['อยู่ดี'] };
    const row = rowOf(['101650', 'สหกรณ์ออมทรัพย์อยู่ดีกินดีมีสุข จำกัด', '', '', '', '', '', 'มีสุข']);
    const decision = decideRow(row, known);
    expect(decision).toMatchObject({ outcome: 'updated', changed: ['fullName', 'aliases'] });
    expect(decision.facts).toMatchObject({ shortName: 'อยด.', regionCode: 'A', aliases: ['อยู่ดี', 'มีสุข'] });
  });

  it('refuses an area it cannot read even of a cooperative it knows', () => {
    const known = decideRow(rowOf(good), undefined).facts;
    expect(decideRow(rowOf(withCell(3, 'กทม.')), known)).toMatchObject({ outcome: 'rejected' });
  });

  it('decides the same row again as unchanged, whatever it says', () => {
    const cell = fc.oneof(
      fc.constantFrom(...good, 'NE', 'ตาก', 'บุรีรัมย์', 'เลิก', 'ครู|ครู ตาก;ตาก', 'สอ.ครูตาก', 'นํ้า', '๑๐๐๒๐๑', ''),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'กขคอส.ำํ่้าเแ  จัด,|;๑1'), maxLength: 12 }),
    );
    const seed = 20_260_131;
    let kept = 0;
    fc.assert(
      fc.property(fc.array(cell, { minLength: 8, maxLength: 8 }), fc.boolean(), (cells, sound) => {
        const row = rowOf(
          sound ? cells.map((text, i) => (i < 2 || i === 3 || i === 4 ? good[i]! : text)) : cells,
        );
        const first = decideRow(row, undefined);
        if (first.facts === undefined) return expect(first.issues.length).toBeGreaterThan(0);
        kept++;
        expect(decideRow(row, first.facts).outcome).toBe('unchanged');
      }),
      { seed, numRuns: 2_000 },
    );
    expect(kept).toBeGreaterThan(100);
  });
});

describe('readList', () => {
  it('counts a number once, in whatever digits it is written', () => {
    const rows = [good, withCell(0, '๑๐๑๖๕๐'), withCell(0, ''), withCell(0, '')].map((cells, i) => ({
      ...{ row: i + 1, firstLine: i + 2, lastLine: i + 2, cells },
    }));
    const { rows: read, shortNameHasMarker } = readList(readHeader(titles).columns, rows, 'auto');
    expect(shortNameHasMarker).toBe(true);
    expect(read.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      [],
      ['NUMBER_TWICE_IN_FILE'],
      [],
      [],
    ]);
    expect(decideRow(read[1]!, undefined).outcome).toBe('rejected');
  });
});
