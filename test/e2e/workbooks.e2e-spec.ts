import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { evilWorkbooks } from '../factories/evil-workbooks.js';
import { workbookFile, type Cell } from '../factories/workbook-file.js';
import type { TestApp } from '../setup/app.js';
import { clerk, type Clerk } from '../setup/clerk.js';
import type { Client } from '../setup/clients.js';
import { sellersOf, startSampleMarket } from '../setup/sample-market.js';

const csv = readFileSync('sample/form-responses.csv', 'utf8').replace(/^\ufeff/, '');
const rows: string[][] = parse(csv);
const expected = {
  total: 41,
  created: 27,
  updated: 1,
  duplicate: 1,
  needsReview: 6,
  rejected: 6,
  unchanged: 0,
};
const withTexts = workbookFile({ sheets: [{ name: 'การตอบแบบฟอร์ม 1', rows }], shared: true });

const [REGISTRATION_NUMBER, PHONE] = [4, 6];

/** Stamps as days since 1900, registration and telephone numbers as numbers, as a spreadsheet keeps them. */
function asSpreadsheet(): Buffer {
  const formats = ['d/m/yyyy, h:mm:ss'];
  const cells = (row: string[], line: number): Cell[] =>
    row.map((cell, column) => {
      const stamp = /^(\d+)\/(\d+)\/(\d{4}), (\d+):(\d+):(\d+)$/.exec(cell);
      const isNumber = [REGISTRATION_NUMBER, PHONE].includes(column) && /^\d{3,10}$/.test(cell);
      if (line === 0 || !(stamp || isNumber)) return cell;
      if (!stamp)
        return { xml: `<c r="${String.fromCharCode(65 + column)}${line + 1}"><v>${Number(cell)}</v></c>` };
      const [day, month, year, hour, minute, second] = stamp.slice(1).map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const western = year >= 2400 ? year - 543 : year;
      const ms = Date.UTC(western, month - 1, day, hour, minute, second) - Date.UTC(1899, 11, 30);
      return { xml: `<c r="A${line + 1}" s="1"><v>${ms / 86_400_000}</v></c>` };
    });
  return workbookFile({ sheets: [{ rows: rows.map(cells) }], shared: true, formats });
}

describe('a workbook, from upload to sellers', () => {
  let market: TestApp;
  let registrar: Client;
  let desk: Clerk;
  let first: Awaited<ReturnType<Clerk['import']>>;

  beforeAll(async () => {
    market = await startSampleMarket();
    registrar = await market.asStaff('registrar');
    desk = clerk(registrar);
    first = await desk.import(withTexts, 'แบบฟอร์ม.xlsx');
  });
  afterAll(() => market.close());

  it('gives every row its outcome, and says what was read', () => {
    expect(first.counts).toMatchObject(expected);
    expect(first).toMatchObject({
      format: 'xlsx',
      sheet: 'การตอบแบบฟอร์ม 1',
      encoding: null,
      delimiter: null,
    });
  });

  it.each([
    ['CSV', () => Buffer.from(csv), 'csv'],
    ['XLSX with serial dates and numbers, named .csv', asSpreadsheet, 'xlsx'],
  ])('is unchanged when it comes again as %s', async (_what, make, format) => {
    const before = await sellersOf(market);
    const again = await desk.import(make(), 'again.csv');
    expect(again).toMatchObject({ format });
    expect(again.counts).toMatchObject({ created: 0, updated: 0, rejected: 6, needsReview: 6 });
    expect(again.counts.unchanged + again.counts.duplicate).toBe(29);
    expect(await sellersOf(market)).toEqual(before);
  });

  it('makes the sellers that CSV makes, with numbers that lost their zeros', async () => {
    const other = await startSampleMarket();
    try {
      const client = await other.asStaff('registrar');
      const run = await clerk(client).import(asSpreadsheet(), 'form.xlsx');
      expect(run.counts).toMatchObject(expected);
      expect(await sellersOf(other)).toEqual(await sellersOf(market));
    } finally {
      await other.close();
    }
  });

  it('proposes the zeros that a spreadsheet took, as with CSV', async () => {
    const header = ['ประทับเวลา', 'ชื่อ-นามสกุล', 'เลขทะเบียนสหกรณ์สมาชิก', 'เบอร์โทรศัพท์', 'ยินยอม'];
    const row: Cell[] = [
      { xml: '<c r="A2" s="1"><v>46023.5</v></c>' },
      'นายทวีศักดิ์ ศูนย์หาย',
      { xml: '<c r="C2"><v>450</v></c>' },
      { xml: '<c r="D2"><v>8.99999999E8</v></c>' },
      'ยินยอม',
    ];
    const run = await desk.import(
      workbookFile({ sheets: [{ rows: [header, row] }], formats: ['d/m/bbbb h:mm'] }),
      'x.xlsx',
    );
    const { body } = await registrar.get(`/v1/imports/${run.id}/rows`).expect(200);
    const issues: { code: string; suggestion?: string }[] = body.items[0].issues;
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'PHONE_LOST_ZERO', suggestion: '0899999999' }),
    );
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'REGISTRATION_NUMBER_LOST_ZEROS', suggestion: '000450' }),
    );
    expect(issues.map(({ code }) => code)).not.toContain('TIMESTAMP_UNREADABLE');
  });

  it('names the sheet it read where several hold data', async () => {
    const sheets = [
      { name: 'คำตอบ', rows },
      { name: 'สรุป', rows: [['รวม', '41']] },
    ];
    const run = await desk.import(workbookFile({ sheets }), 'two.xlsx');
    const { body } = await registrar.get(`/v1/imports/${run.id}`).expect(200);
    expect(body.notices).toContainEqual(expect.objectContaining({ code: 'SEVERAL_SHEETS' }));
  });
});

describe('the directory', () => {
  it('comes as a workbook too', async () => {
    const market = await startSampleMarket();
    try {
      const admin = await market.asStaff('admin');
      const list: string[][] = parse(readFileSync('sample/cooperatives.csv', 'utf8').replace(/^\ufeff/, ''));
      const { body } = await admin
        .post('/v1/cooperatives/imports')
        .attach('file', workbookFile({ sheets: [{ rows: list }] }), 'list.xlsx')
        .expect(200);
      expect(body.counts).toMatchObject({ unchanged: list.length - 1 });
    } finally {
      await market.close();
    }
  });
});

describe('the worst workbooks', () => {
  let market: TestApp;
  let registrar: Client;

  beforeAll(async () => {
    market = await startSampleMarket({ XLSX_UNPACKED_MB: '300', XLSX_MEMORY_MB: '32' });
    registrar = await market.asStaff('registrar');
  });
  afterAll(() => market.close());

  it.each(evilWorkbooks)('%s: refused in both languages, nothing left behind', async (_what, make, code) => {
    const { body } = await registrar.post('/v1/imports').attach('file', make(), 'data.xlsx').expect(400);
    expect(body).toMatchObject({
      code,
      messages: { th: expect.stringMatching(/[ก-๙]/), en: expect.stringMatching(/[a-z]/) },
    });
    const [left] = await market.database.all<{ many: number }>(
      'SELECT COUNT(*) AS many FROM import_file_chunk',
    );
    expect(Number(left!.many)).toBe(0);
  });
});

describe('reading that takes long', () => {
  const numbers = Array.from({ length: 250_000 }, (_, i) => `<row><c><v>${Math.sin(i)}</v></c></row>`).join(
    '',
  );

  it('leaves the service to everybody else', async () => {
    const market = await startSampleMarket();
    try {
      const registrar = await market.asStaff('registrar');
      let over = false;
      const upload = registrar
        .post('/v1/imports')
        .attach('file', workbookFile({ sheets: [{ data: numbers }] }), 'long.xlsx')
        .expect(400)
        .then(() => (over = true));
      let answered = 0;
      for (; !over; answered++) await registrar.get('/v1/cooperatives').query({ limit: 5 }).expect(200);
      await upload;
      expect(answered).toBeGreaterThan(20);
    } finally {
      await market.close();
    }
  });

  it('is ended when its time is over', async () => {
    const market = await startSampleMarket({ XLSX_SECONDS: '1' });
    try {
      const registrar = await market.asStaff('registrar');
      const file = workbookFile({ sheets: [{ data: numbers.repeat(8) }] });
      const { body } = await registrar.post('/v1/imports').attach('file', file, 'long.xlsx').expect(400);
      expect(body.code).toBe('WORKBOOK_TOO_SLOW');
    } finally {
      await market.close();
    }
  });
});
