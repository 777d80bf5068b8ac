import { openTable } from '../../../src/platform/tabular/open-table.js';
import type { Table } from '../../../src/platform/tabular/table.js';
import { sharedStringsXml, workbookFile, type WorkbookSpec } from '../../factories/workbook-file.js';

const source = (bytes: Buffer, size = 4099) =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
const openSpec = (spec: WorkbookSpec) => openTable(source(workbookFile(spec)));
const all = async (table: Table, after = 0): Promise<string[][]> => {
  const rows: string[][] = [];
  for await (const chunk of table.chunks(7, after)) rows.push(...chunk.map(({ cells }) => cells));
  return rows;
};
const header = ['ชื่อ', 'เบอร์โทร'];
/** What one cell, as it stands in the sheet, reads as. */
async function shown(cell: string, spec: WorkbookSpec = {}): Promise<string> {
  const rows = [header, [{ xml: cell }, 'x']];
  const table = await openSpec({ ...spec, sheets: [{ rows }] });
  return (await all(table))[0]![0]!;
}

describe('a table from a workbook', () => {
  const rows = [header, ['นายสมชาย ใจดี', '0812345678'], ['นาง "ก" & <ข>', ' หลาย\nบรรทัด '], ['', '1']];

  it.each<[string, WorkbookSpec]>([
    ['text in its cells', {}],
    ['texts by number', { shared: true }],
    ['prefixed names', { shared: true, prefix: 'x:' }],
  ])('is the same with %s', async (_what, spec) => {
    const table = await openSpec({ ...spec, sheets: [{ name: 'คำตอบ', rows }] });
    expect(table.format).toEqual({ format: 'xlsx', sheet: 'คำตอบ' });
    expect(table.header.columns.map((column) => column.header)).toEqual(header);
    expect(table.header.notices).toEqual([]);
    expect(await table.count()).toBe(3);
    expect(await all(table)).toEqual(rows.slice(1));
  });

  it('goes on after any row when it is known', async () => {
    const many = [header, ...Array.from({ length: 1500 }, (_, i) => [`${i + 1}`, 'x'])];
    const open = source(workbookFile({ sheets: [{ rows: many }] }));
    const { format } = await openTable(open);
    const table = await openTable(open, format);
    expect(await table.count()).toBe(1500);
    for (const after of [0, 1, 199, 200, 1234, 1500]) {
      const numbers = (await all(table, after)).map(([number]) => Number(number));
      expect(numbers).toEqual(Array.from({ length: 1500 - after }, (_, i) => after + i + 1));
    }
  });

  it('does without references, rows without anything and cells far apart', async () => {
    const data =
      '<row/><row><c/><c t="str"><v>ชื่อ</v></c><c t="str"><v>โทร</v></c></row><row r="5" spans="1:9"><c r="C5"><v>7</v></c></row><row><c/><c t="inlineStr"><is><t>ก</t></is></c></row>';
    const table = await openSpec({ sheets: [{ data }] });
    expect(await all(table)).toEqual([
      ['', '', '7'],
      ['', 'ก', ''],
    ]);
    const lines = [];
    for await (const chunk of table.chunks(9))
      lines.push(...chunk.map(({ row, firstLine }) => [row, firstLine]));
    expect(lines).toEqual([
      [1, 5],
      [2, 6],
    ]);
  });

  it('marks rows that are wider than the header', async () => {
    const table = await openSpec({ sheets: [{ rows: [['ชื่อ'], ['ก', 'ข']] }] });
    for await (const [row] of table.chunks(1))
      expect(row).toMatchObject({
        cells: ['ก'],
        surplus: ['ข'],
        problem: { code: 'MORE_CELLS_THAN_HEADER' },
      });
  });

  it('reads the first visible sheet with data, and names it where others have data too', async () => {
    const sheets: WorkbookSpec['sheets'] = [
      { name: 'ซ่อน', state: 'hidden', rows },
      { name: 'ว่าง' },
      { name: 'คำตอบ', rows, after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' },
      { name: 'อื่น ๆ', rows },
      { name: 'ซ่อนลึก', state: 'veryHidden', rows },
    ];
    const table = await openSpec({ sheets });
    expect(table.format).toEqual({ format: 'xlsx', sheet: 'คำตอบ' });
    expect(table.header.notices).toMatchObject([
      { code: 'SEVERAL_SHEETS', message: { th: expect.stringMatching(/“คำตอบ”.*“อื่น ๆ”/) } },
      { code: 'MERGED_CELLS' },
    ]);
  });

  it('names hidden sheets where all that can be seen is empty', async () => {
    const sheets: WorkbookSpec['sheets'] = [{ name: 'ว่าง' }, { name: 'คำตอบเก่า', state: 'hidden', rows }];
    await expect(openSpec({ sheets })).rejects.toMatchObject({
      code: 'FILE_EMPTY',
      text: { th: expect.stringContaining('คำตอบเก่า'), en: expect.stringContaining('คำตอบเก่า') },
    });
    await expect(openSpec({ sheets: [{ name: 'ว่าง' }] })).rejects.toMatchObject({ code: 'FILE_EMPTY' });
  });

  it('reads texts of several runs without their pronunciation, and characters by number', async () => {
    const strings = sharedStringsXml([
      '<r><rPr><b/></rPr><t>นาย</t></r><r><t xml:space="preserve"> สมชาย</t></r><rPh sb="0" eb="1"><t>ทิ้ง</t></rPh><phoneticPr fontId="1"/>',
      '<t>ก&#3586;&#xE04;_x000D_\n_x005F_<![CDATA[<&>]]><!-- < -->&quot;</t>',
    ]);
    const replace = { 'xl/sharedStrings.xml': strings };
    expect(await shown('<c t="s"><v>0</v></c>', { replace })).toBe('นาย สมชาย');
    expect(await shown('<c t="s"><v>1</v></c>', { replace })).toBe('กขค\n_<&>"');
  });
});

describe('a cell', () => {
  const formats = [
    '000000',
    'd/m/yyyy, h:mm:ss',
    '[$-107041E]d mmm bbbb;@',
    '"0"#########',
    '0.00',
    '#,##0',
    'General',
    '000-000-0000',
    'ว/ด/ปปปป',
    '0" บาท"',
    '[<=99999]00000;0',
    '[h]:mm',
  ];
  const styled = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;

  it.each([
    ['a telephone number', styled(0, '812345678'), '812345678'],
    ['one with an exponent', styled(0, '8.12345678E8'), '812345678'],
    ['a large one', styled(0, '1.0E21'), '1000000000000000000000'],
    ['a card number', styled(0, '1103700000001'), '1103700000001'],
    ['a small fraction', styled(0, '1E-7'), '0.0000001'],
    ['a sum that is not exact', styled(0, '0.30000000000000004'), '0.3'],
    ['a negative number', styled(0, '-5'), '-5'],
    ['padding', styled(1, '450'), '000450'],
    ['padding that is too short', styled(1, '1234567'), '1234567'],
    ['a 0 in quotes', styled(4, '812345678'), '0812345678'],
    ['decimals', styled(5, '12.5'), '12.5'],
    ['thousands', styled(6, '812345678'), '812345678'],
    ['a mask', styled(8, '812345678'), '081-234-5678'],
    ['a unit', styled(10, '45'), '45 บาท'],
    ['conditions', styled(11, '45'), '45'],
    ['a moment', styled(2, '44412.773912037'), '2021-08-04 18:34:26'],
    ['a moment with parts of a second', styled(2, '44412.77391896'), '2021-08-04 18:34:26'],
    ['a number beyond any calendar', styled(2, '1e308'), '1e+308'],
    ['the first day after the last', styled(2, '2958466'), '2958466'],
    ['a day of the Buddhist era', styled(3, '44412'), '2021-08-04'],
    ['a Thai format', styled(9, '44412'), '2021-08-04'],
    ['a built-in format', styled(13, '44412.5'), '2021-08-04 12:00:00'],
    ['a year typed as Buddhist', styled(2, '243733.5'), '2567-04-25 12:00:00'],
    ['the leap day that never was', styled(2, '60'), '1900-02-29'],
    ['the day before', styled(2, '59'), '1900-02-28'],
    ['the day after', styled(2, '61'), '1900-03-01'],
    ['a time of day', styled(12, '0.75'), '18:00:00'],
    ['no date at all', styled(2, '99999999'), '99999999'],
    ['an unknown style', styled(99, '7'), '7'],
    ['truth', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['untruth', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a formula', '<c t="str"><f>A1&amp;"x"</f><v>ผล</v></c>', 'ผล'],
    ['a formula without a value', '<c><f>NOW()</f></c>', ''],
    ['a date as text', '<c t="d"><v>2021-08-04T18:34:26.000</v></c>', '2021-08-04 18:34:26'],
    ['text where a number should be', '<c><v>ก</v></c>', 'ก'],
    ['zeros in front, as text', '<c t="inlineStr"><is><t>000450</t></is></c>', '000450'],
    ['a guarded formula', '<c t="str"><v>\'+66812345678</v></c>', '+66812345678'],
  ])('%s', async (_what, cell, expected) => expect(await shown(cell, { formats })).toBe(expected));

  it('counts from 1904 where the workbook says so', async () => {
    expect(await shown(styled(2, '42950.5'), { formats, date1904: true })).toBe('2021-08-04 12:00:00');
  });
});
