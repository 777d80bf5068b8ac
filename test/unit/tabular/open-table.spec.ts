import iconv from 'iconv-lite';
import { openTable } from '../../../src/platform/tabular/open-table.js';
import type { Table } from '../../../src/platform/tabular/table.js';
import type { TableRow } from '../../../src/platform/tabular/csv-reader.js';

const source = (bytes: Buffer | string, size = 7) =>
  async function* () {
    const buffer = Buffer.from(bytes as string);
    for (let at = 0; at < buffer.length; at += size) yield buffer.subarray(at, at + size);
  };
const all = async (table: Table, size = 3, after = 0): Promise<TableRow[]> => {
  const rows: TableRow[] = [];
  for await (const chunk of table.chunks(size, after)) rows.push(...chunk);
  return rows;
};
const reasonOf = (bytes: Buffer | string) =>
  openTable(source(bytes)).then(
    async (table) => `opened with ${await table.count()}`,
    (error: { reason: string }) => error.reason,
  );

describe('a table from a file', () => {
  const header = ['ประทับเวลา', '1. ชื่อ-นามสกุล *', 'สหกรณ์ >>', '', 'สินค้า'];
  const rows = [
    ['4/8/2021, 18:34:26', 'นายสมชาย ใจดี', 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด', '', 'ผัก, ผลไม้; ของสด'],
    ['4/8/2564, 18:40', 'นางสาวน้ำฝน รักเรียน', 'สอ.อยู่ดีกินดี', 'x', 'ขนม\nหวาน'],
    ['', 'ว่าที่ ร.ต. "เอก" ๑', '007', '', '0812345678'],
  ];
  const asCsv = (delimiter: string): string =>
    [header, ...rows]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
      .join('\r\n');

  const encodings: [string, (text: string) => Buffer][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with mark', (text) => Buffer.from('\ufeff' + text)],
    ['Windows-874', (text) => iconv.encode(text, 'cp874')],
    ['UTF-16LE', (text) => Buffer.from('\ufeff' + text, 'utf16le')],
    ['UTF-16BE', (text) => Buffer.from('\ufeff' + text, 'utf16le').swap16()],
  ];

  it.each(encodings.flatMap(([name, encode]) => [',', ';', '\t'].map((d) => [name, d, encode] as const)))(
    'saved as %s with %j is the same table',
    async (_, delimiter, encode) => {
      const table = await openTable(source(encode(asCsv(delimiter))));
      expect(table.header.columns.map((column) => column.header)).toEqual(header);
      expect((await all(table)).map(({ cells }) => cells)).toEqual(rows);
      expect(await table.count()).toBe(3);
      expect(table.format).toMatchObject({ format: 'csv', delimiter });
    },
  );

  it('goes on after any row, in chunks of one size, without sniffing again', async () => {
    const text = 'ก,ข\n' + Array.from({ length: 10 }, (_, i) => `${i + 1},x`).join('\n\n');
    const { format } = await openTable(source(text));
    const table = await openTable(source(text), format);
    for (let after = 0; after <= 10; after++) {
      const numbers = (await all(table, 4, after)).map(({ row, cells }) => [row, cells[0]]);
      expect(numbers).toEqual(
        Array.from({ length: 10 - after }, (_, i) => [after + i + 1, `${after + i + 1}`]),
      );
    }
    const sizes: number[] = [];
    for await (const chunk of table.chunks(4)) sizes.push(chunk.length);
    expect(sizes).toEqual([4, 4, 2]);
    expect((await all(table))[9]).toMatchObject({ row: 10, firstLine: 20 });
  });

  it('fills short rows and marks long ones', async () => {
    const read = await all(await openTable(source('ก,ข,ค\n1\n1,2,3,,\n1,2,3,4\n')));
    expect(read.map(({ cells }) => cells)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
      ['1', '2', '3'],
    ]);
    expect(read.map(({ surplus }) => surplus)).toEqual([undefined, undefined, ['4']]);
    expect(read.map(({ problem }) => problem?.code)).toEqual([
      undefined,
      undefined,
      'MORE_CELLS_THAN_HEADER',
    ]);
  });

  it("takes Excel's line sep=; for what it is", async () => {
    const table = await openTable(source('sep=;\r\nก,ข;ค\r\n1;2\r\n'));
    expect(table.header.columns.map(({ header }) => header)).toEqual(['ก,ข', 'ค']);
    expect(await all(table)).toMatchObject([{ row: 1, firstLine: 3, cells: ['1', '2'] }]);
  });

  it.each([
    ['an empty file', '', 'FILE_EMPTY'],
    ['blank lines', '\ufeff\r\n \r\n,,\r\n', 'FILE_EMPTY'],
    ['a picture renamed .csv', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'FILE_NOT_TEXT'],
    ['a header alone', 'ชื่อ,สหกรณ์\r\n', 'opened with 0'],
    ['300 columns', Array(300).fill('ก').join(','), 'TOO_MANY_COLUMNS'],
    ['200 columns', Array(200).fill('ก').join(',') + '\n1', 'opened with 1'],
    ['NUL bytes', 'ชื่อ,สหกรณ์\nก\0,ข\n', 'NUL_BYTES'],
    ['an unclosed quote in the header', '"ชื่อ,สหกรณ์\nก,ข\n', 'QUOTE_NOT_CLOSED'],
  ])('answers %s clearly', async (_, bytes, reason) => expect(await reasonOf(bytes)).toBe(reason));

  it('refuses a 200 MB line without holding it', async () => {
    const megabyte = Buffer.from('ก'.repeat(350_000));
    let served = 0;
    const endless = async function* () {
      yield Buffer.from('ชื่อ,สหกรณ์\n');
      for (served = 0; served < 200; served++) yield megabyte;
    };
    const before = process.memoryUsage().rss;
    const table = await openTable(endless);
    await expect(table.count()).rejects.toMatchObject({ reason: 'RECORD_TOO_LONG', line: 2 });
    expect(served).toBeLessThan(10);
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
  });

  it('refuses 200 MB of delimiters and of quotes as quickly', async () => {
    for (const filler of [',', '"', '""', 'x,']) {
      const piece = Buffer.alloc(1024 * 1024, filler);
      const endless = async function* () {
        yield Buffer.from('ชื่อ,สหกรณ์\nก,"');
        for (let i = 0; i < 200; i++) yield piece;
      };
      const table = await openTable(endless, { format: 'csv', encoding: 'utf-8', delimiter: ',' });
      await expect(table.count()).rejects.toMatchObject({ reason: 'RECORD_TOO_LONG', line: 2 });
    }
  });

  it('takes formula guards off again', async () => {
    const read = await all(await openTable(source("ชื่อ,โทร\n'=1+1,'+66812345678\n")));
    expect(read[0]!.cells).toEqual(['=1+1', '+66812345678']);
  });
});

describe('the header', () => {
  it('sees through numbering, marks, arrows and spaces', async () => {
    const { header } = await openTable(
      source('1. ชื่อ - นามสกุล * >>,ข้อ 2) ชื่อ-นามสกุล,[ชื่อ_นามสกุล]:,"ช\u200bื่อ นามสกุล"\nx'),
    );
    expect(new Set(header.columns.map(({ key }) => key))).toEqual(new Set(['ชื่อนามสกุล']));
  });

  it('reports duplicate and unnamed columns in both languages', async () => {
    const { header } = await openTable(source('ชื่อ,, ชื่อ ,สหกรณ์,\n1,2,3,4,5\n'));
    expect(header.notices).toMatchObject([
      { code: 'DUPLICATE_HEADER', columns: [0, 2], message: { th: expect.stringContaining('A, C') } },
      { code: 'UNNAMED_COLUMN', columns: [1, 4], message: { en: expect.stringContaining('B, E') } },
    ]);
  });

  it('must name at least one column', async () => {
    expect(await reasonOf('"​",\u00a0\nก,ข\n')).toBe('HEADER_MISSING');
  });
});
