import { Parser } from 'csv-parse';
import fc from 'fast-check';
import { CsvScanner, type ScannedRecord } from '../../../src/platform/tabular/csv-scanner.js';
import { csvRows, writeCsv } from '../../../src/platform/tabular/csv-writer.js';
import { findDelimiter } from '../../../src/platform/tabular/delimiter.js';
import { guardFormula, unguardFormula } from '../../../src/platform/tabular/formula-guard.js';

const scan = (
  pieces: string[],
  delimiter = ',',
  limits?: { recordLength: number; columns: number },
): ScannedRecord[] => {
  const scanner = new CsvScanner(delimiter, limits);
  return [...pieces.flatMap((piece) => scanner.push(piece)), ...scanner.end()];
};
const cellsOf = (text: string, delimiter = ','): string[][] =>
  scan([text], delimiter).map(({ cells }) => cells);

/** What csv-parse's own types leave out. */
interface ParserCore {
  api: {
    parse(
      chunk: Buffer | undefined,
      end: boolean,
      push: (record: string[]) => void,
      close: () => void,
    ): Error | undefined;
  };
}

/** The library everybody trusts, as the judge of what a sound file means. */
function judge(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  const options = { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
  const parser = new Parser(options) as unknown as ParserCore;
  const take = (record: string[]) => void records.push(record);
  const failure =
    parser.api.parse(Buffer.from(text), false, take, () => {}) ??
    parser.api.parse(undefined, true, take, () => {});
  if (failure) throw failure;
  return records.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

describe('reading CSV', () => {
  const table: [string, string, string[][]][] = [
    [
      'LF',
      'ก,ข\n1,2\n',
      [
        ['ก', 'ข'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF without an end',
      'ก,ข\r\n1,2',
      [
        ['ก', 'ข'],
        ['1', '2'],
      ],
    ],
    [
      'CR alone',
      'ก,ข\r1,2\r',
      [
        ['ก', 'ข'],
        ['1', '2'],
      ],
    ],
    [
      'mixed line ends and blank lines',
      'ก,ข\r\n\r\n\n1,2\n,\n3,4\r',
      [
        ['ก', 'ข'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a multi-line answer',
      'ก,ข\n"ผัก\r\nผลไม้","x"\n',
      [
        ['ก', 'ข'],
        ['ผัก\r\nผลไม้', 'x'],
      ],
    ],
    ['quotes inside quotes', '"ร้าน ""ดี""",""""\n', [['ร้าน "ดี"', '"']]],
    ['an empty quoted cell', '"",x\n', [['', 'x']]],
    ['a quote within a plain cell', 'ขนาด 5" หนา,x\n', [['ขนาด 5" หนา', 'x']]],
    ['leading zeros and long numbers', '0812345678,007,1e5\n', [['0812345678', '007', '1e5']]],
    ['spaces, which belong to the cell', ' ก , "ข"\n', [[' ก ', ' "ข"']]],
    [
      'the last cell empty',
      'ก,\n,ข\n',
      [
        ['ก', ''],
        ['', 'ข'],
      ],
    ],
  ];
  it.each(table)('%s', (_, text, cells) => expect(cellsOf(text)).toEqual(cells));

  it('counts lines as an editor does', () => {
    const records = scan(['ก\r\n\r\n"ข\r\nค\nง\rจ"\r\nฉ\n']);
    expect(records.map(({ record, firstLine, lastLine }) => [record, firstLine, lastLine])).toEqual([
      [0, 1, 1],
      [1, 3, 6],
      [2, 7, 7],
    ]);
  });

  it('marks a row whose quotes do not pair up and goes on', () => {
    const records = scan(['ก,ข\n"ร้าน "ดี" จำกัด",x\n1,2\n']);
    expect(records.map(({ strayQuote }) => strayQuote)).toEqual([false, true, false]);
    expect(records[2]!.cells).toEqual(['1', '2']);
  });

  it('names the line of a quote never closed', () => {
    expect(() => scan(['ก,ข\n1,2\n3,"4\n5,6\n'])).toThrow(
      expect.objectContaining({ reason: 'QUOTE_NOT_CLOSED', line: 3 }),
    );
  });

  it('refuses a record beyond its limits, the same however it is cut', () => {
    const limits = { recordLength: 10, columns: 3 };
    for (const size of [1, 4, 100]) {
      const pieces = (text: string) => text.match(new RegExp(`[^]{1,${size}}`, 'g'))!;
      const long = expect.objectContaining({ reason: 'RECORD_TOO_LONG', line: 2 });
      expect(() => scan(pieces('ก\n12345678901\n'), ',', limits)).toThrow(long);
      expect(() => scan(pieces('ก\n"2345678901\n'), ',', limits)).toThrow(long);
      expect(() => scan(pieces('ก,ข,ค,ง\n'), ',', limits)).toThrow(
        expect.objectContaining({ reason: 'TOO_MANY_COLUMNS' }),
      );
      expect(scan(pieces('ก,ข,ค\n1234567890\n'), ',', limits)).toHaveLength(2);
    }
  });

  const cell = fc.string({
    unit: fc.constantFrom('ก', 'น้ำ', 'a', '0', ' ', '"', ',', ';', '\t', '\n', '\r', '\r\n', '💐'),
    maxLength: 8,
  });
  const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('agrees with csv-parse on every sound file, cut anywhere (property)', () => {
    fc.assert(
      fc.property(
        grid,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.nat(),
        (rows, delimiter, end, cut) => {
          const text = rows
            .map((cells) => cells.map((c) => (/["\r\n,;\t]/.test(c) ? quote(c) : c)).join(delimiter))
            .join(end);
          const expected = judge(text, delimiter);
          expect(cellsOf(text, delimiter)).toEqual(expected);
          const at = cut % (text.length + 1);
          expect(scan([text.slice(0, at), text.slice(at)], delimiter).map(({ cells }) => cells)).toEqual(
            expected,
          );
          expect(scan([...text], delimiter)).toEqual(scan([text], delimiter));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives the same records or the same refusal for hostile text, cut anywhere (property)', () => {
    const outcome = (pieces: string[]) => {
      try {
        return scan(pieces, ',', { recordLength: 12, columns: 3 });
      } catch (error) {
        return (error as { reason: string }).reason;
      }
    };
    const hostile = fc.array(fc.constantFrom('"', ',', '\n', '\r', 'ก', '""'), { maxLength: 30 });
    fc.assert(
      fc.property(hostile, (parts) => {
        expect(outcome(parts)).toEqual(outcome([parts.join('')]));
      }),
      { numRuns: 2000 },
    );
  });

  it('writes what it reads back unchanged, guards and all (property)', () => {
    const risky = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', '"', ',', ';', '＝', 'ก', '1'),
      maxLength: 6,
    });
    const solid = fc
      .array(risky, { minLength: 2, maxLength: 4 })
      .filter((cells) => cells.some((c) => c.trim() !== ''));
    fc.assert(
      fc.property(fc.array(solid, { minLength: 1, maxLength: 5 }), (rows) => {
        expect(cellsOf(csvRows(rows)).map((cells) => cells.map(unguardFormula))).toEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('writing CSV', () => {
  it.each([
    '=1+1',
    '+66812345678',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    '＝1',
    '=HYPERLINK("https://x.example","กด")',
  ])('makes %j harmless for a spreadsheet and reads it back', (cell) => {
    expect(guardFormula(cell)).toBe(`'${cell}`);
    expect(unguardFormula(guardFormula(cell))).toBe(cell);
  });

  it.each(["'ก", "O'Neill", "''", 'ก=ข'])('leaves %j alone', (cell) => {
    expect(guardFormula(cell)).toBe(cell);
    expect(unguardFormula(cell)).toBe(cell);
  });

  it('begins with a byte order mark and ends lines with CRLF', async () => {
    let file = '';
    for await (const piece of writeCsv(['ชื่อ', '_row'], [[['นายสมชาย, ใจดี', '1']], [], [['=1', '2']]]))
      file += piece;
    expect(file).toBe('\ufeffชื่อ,_row\r\n"นายสมชาย, ใจดี",1\r\n\'=1,2\r\n');
  });
});

describe('the delimiter', () => {
  it.each([
    ['ประทับเวลา,ชื่อ,สหกรณ์\n1,2,3', ','],
    ['ประทับเวลา;ชื่อ;สหกรณ์\n1;2;3', ';'],
    ['ประทับเวลา\tชื่อ\tสหกรณ์\n', '\t'],
    ['"ชื่อ, นามสกุล, คำนำหน้า";สหกรณ์\n', ';'],
    ['ชื่อ, นามสกุล;สหกรณ์;โทร\n"1";2;3\n', ';'],
    ['ชื่อ, นามสกุล;สหกรณ์\nก;x\nข;y\n', ';'],
    ['"ร้าน ""ก,ข,ค,ง""";ที่อยู่;โทร\n', ';'],
    ['"บรรทัด\nหนึ่ง,สอง,สาม";ข\n', ';'],
    ['sep=;\nก,ข,ค;ง\n', ';'],
    ['ชื่อ\nสมชาย\n', ','],
    ['', ','],
    ['\r\n \n\nก;ข,\nก;ข\n', ';'],
  ])('of %j is %j', (text, delimiter) => expect(findDelimiter(text)).toBe(delimiter));
});
