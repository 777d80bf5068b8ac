import fc from 'fast-check';
import { OUTCOMES, addTallies, importCounts, tally } from '../../../src/imports/rows/outcome-counts.js';
import { headerFingerprint, proposeMapping } from '../../../src/imports/columns/column-mapping.js';
import { rejectedHeader, rejectedRow } from '../../../src/imports/rows/rejected-file.js';
import { usernamesHeader, usernamesRow } from '../../../src/imports/rows/usernames-file.js';
import { csvRows } from '../../../src/platform/tabular/csv-writer.js';
import { openTable } from '../../../src/platform/tabular/open-table.js';
import { readHeader } from '../../../src/platform/tabular/header.js';
import { readRow } from './form.js';

describe('the counts of an import', () => {
  it('add up to the rows, however they are chunked (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...OUTCOMES))), fc.nat(100), (chunks, waiting) => {
        const rows = chunks.flat().length;
        const counts = importCounts(rows + waiting, chunks.map(tally).reduce(addTallies, tally([])));
        const { created, updated, unchanged, duplicate, needsReview, rejected, skipped } = counts;
        expect(created + updated + unchanged + duplicate + needsReview + rejected + skipped).toBe(rows);
        expect(counts).toMatchObject({ total: rows + waiting, processed: rows, waiting });
        expect(tally(chunks.flat())).toEqual(chunks.map(tally).reduce(addTallies, tally([])));
      }),
    );
  });
});

describe('rejected.csv', () => {
  const headers = ['ชื่อ', 'เบอร์โทร', 'หมายเหตุ'];
  const { issues } = readRow({ เบอร์โทรศัพท์: '08123', ความยินยอม: '', 'LINE ID': 'สมชาย' });

  it('gives the row back with what keeps it out', () => {
    expect(rejectedHeader(headers)).toEqual([...headers, '_row', '_code', '_message_th', '_suggestion']);
    expect(rejectedRow(headers, { row: 7, cells: ['=1', '08123', ''], issues })).toEqual([
      '=1',
      '08123',
      '',
      '7',
      'PHONE_UNREADABLE | CONSENT_MISSING',
      expect.stringMatching(/^เบอร์โทรศัพท์: .+ \| ความยินยอม: .+$/),
      'เบอร์โทรศัพท์: ถามเบอร์จากผู้ขาย หรือเว้นว่างหากมีช่องทางอื่น | ความยินยอม: ให้ผู้ขายตอบเอง เจ้าหน้าที่ตอบแทนไม่ได้',
    ]);
  });

  it('proposes a text only where the row itself tells it', () => {
    const told = readRow({ เบอร์โทรศัพท์: '812345678', ความยินยอม: 'ไม่แน่ใจ', 'ชื่อ-นามสกุล': 'ร้านป้าแดง' });
    const suggestion = rejectedRow(headers, { row: 1, cells: [], issues: told.issues }).at(-1);
    expect(suggestion).toContain('เบอร์โทรศัพท์: 0812345678');
    expect(suggestion).not.toMatch(/ความยินยอม: ยินยอม|สมชาย/);
    const asked = readRow({
      เบอร์โทรศัพท์: '08123',
      อีเมล: 'x@',
      ชื่อสหกรณ์: '',
      เลขทะเบียนสหกรณ์: '',
      ความยินยอม: '',
    });
    const words = rejectedRow(headers, { row: 1, cells: [], issues: asked.issues }).at(-1);
    expect(words).not.toMatch(/0812345678|example\.com|อยู่ดีกินดี/);
    expect(words!.split(' | ')).toHaveLength(4);
  });

  it('keeps cells to the right of the header behind its own columns', () => {
    const cells = ['ก', '0812345678', '', 'เกิน', '', 'อีก'];
    const row = rejectedRow(headers, { row: 7, cells, issues });
    expect(row.slice(7)).toEqual(['เกิน', '', 'อีก']);
    const again = rejectedHeader(headers);
    expect(rejectedRow(again, { row: 1, cells: row, issues })).toEqual([
      'ก',
      '0812345678',
      '',
      '1',
      ...row.slice(4),
    ]);
  });

  it('comes back as the same form, and goes out again with one set of our columns', async () => {
    const again = rejectedHeader(headers);
    const text = csvRows([
      again,
      rejectedRow(headers, { row: 7, cells: ['=1', '+66812345678', 'ก\nข'], issues }),
    ]);
    const table = await openTable(async function* () {
      yield Buffer.from(text);
    });
    for await (const [row] of table.chunks(10)) {
      expect(row!.cells.slice(0, 3)).toEqual(['=1', '+66812345678', 'ก\nข']);
      expect(rejectedRow(again, { row: 1, cells: row!.cells, issues })).toHaveLength(7);
    }
    expect(rejectedHeader(again)).toEqual(again);
    expect(headerFingerprint(table.header.columns)).toBe(headerFingerprint(readHeader(headers).columns));
    expect(
      proposeMapping(table.header.columns)
        .columns.slice(3)
        .every(({ why }) => why === 'ignored'),
    ).toBe(true);
  });
});

describe('usernames.csv', () => {
  const seller = {
    id: '01M80ZE1YE001ZEM2PGCSXV7GR',
    title: 'นาย',
    firstName: 'ออมทรัพย์',
    lastName: 'ใจดี',
    username: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี',
    phone: '0812345678',
    lineId: 'omsap',
  };

  it('lists who waits for approval with what staff must do first', () => {
    const row = usernamesRow({ ...seller, username: null }, {});
    expect(row[2]).toBe('');
    expect(row[3]).toMatch(/^ยังไม่ต้องแจ้ง: รออนุมัติ .+01M80ZE1YE001ZEM2PGCSXV7GR\/approval$/);
  });

  it('tells each seller what to do next', () => {
    const row = usernamesRow(seller, { openChatUrl: 'https://line.example/g', helpContact: '02 000 0000' });
    expect(row).toHaveLength(usernamesHeader.length);
    expect(row.slice(0, 3)).toEqual(['นายออมทรัพย์ ใจดี', '0812345678, LINE omsap', 'A1650ออมทรัพย์สอ.อยู่ดีกินดี']);
    expect(row[3]).toContain('ตั้งชื่อว่า A1650ออมทรัพย์สอ.อยู่ดีกินดี');
    expect(row[3]).toContain('https://line.example/g');
    expect(row[3]).toContain('02 000 0000');
    expect(row[3]).not.toContain('undefined');
  });
});
