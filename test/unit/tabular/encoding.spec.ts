import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText } from '../../../src/platform/tabular/decode.js';
import { sniffEncoding, type TextEncoding } from '../../../src/platform/tabular/encoding.js';
import { TableRefused } from '../../../src/platform/tabular/table-refused.js';

const text = 'ประทับเวลา,ชื่อ-นามสกุล,สหกรณ์\r\n"4/8/2021, 18:34:26",นายสมชาย ใจดี,สอ.อยู่ดีกินดี\r\n';
const utf16be = (value: string): Buffer => Buffer.from(value, 'utf16le').swap16();

const codeOf = async (chunks: Iterable<Uint8Array>): Promise<string> => {
  try {
    return (await sniffEncoding(chunks)).encoding;
  } catch (error) {
    if (error instanceof TableRefused) return error.reason;
    throw error;
  }
};
const split = (bytes: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
const decoded = async (chunks: Iterable<Uint8Array>, encoding: TextEncoding): Promise<string> => {
  let all = '';
  for await (const piece of decodeText(chunks, encoding)) all += piece;
  return all;
};

describe('the encoding of a table', () => {
  const files: [string, Buffer, string][] = [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff' + text), 'utf-8'],
    ['ASCII', Buffer.from('name,cooperative\nx,y\n'), 'utf-8'],
    ['Windows-874', iconv.encode(text, 'cp874'), 'windows-874'],
    ['Windows-874 with euro and dots', iconv.encode(`${text}“สด” …,€,x\r\n`, 'cp874'), 'windows-874'],
    ['UTF-16LE from Excel', Buffer.from('\ufeff' + text, 'utf16le'), 'utf-16le'],
    ['UTF-16BE', utf16be('\ufeff' + text), 'utf-16be'],
    ['UTF-16LE without mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16BE without mark', utf16be(text), 'utf-16be'],
  ];

  it.each(files)(
    'is found for %s, however the chunks are cut, and gives the text back',
    async (_, bytes, encoding) => {
      for (const size of [1, 2, 3, 5, 7, 64, 65_536]) {
        expect(await codeOf(split(bytes, size))).toBe(encoding);
        const back = await decoded(split(bytes, size), encoding as TextEncoding);
        expect(back).toBe(iconv.decode(bytes, encoding === 'windows-874' ? 'cp874' : encoding));
      }
    },
  );

  it('judges the whole file, not its beginning', async () => {
    const ascii = Buffer.from('name,cooperative\n'.repeat(20_000));
    expect(await codeOf([ascii, iconv.encode(text, 'cp874')])).toBe('windows-874');
    expect(await codeOf([ascii, Buffer.from(text)])).toBe('utf-8');
    expect(await codeOf([ascii, Buffer.from([0x41, 0, 0x42])])).toBe('NUL_BYTES');
  });

  it('reads Windows-874 whose first words happen to be sound UTF-8', async () => {
    const luckyWords = iconv.encode('name\nยก\nสด\n', 'cp874');
    expect(await codeOf(split(Buffer.concat([luckyWords, iconv.encode(text, 'cp874')]), 4))).toBe(
      'windows-874',
    );
  });

  it('survives a border at every byte', async () => {
    for (const [, bytes, encoding] of files) {
      const whole = await decoded([bytes], encoding as TextEncoding);
      for (let at = 0; at <= bytes.length; at++) {
        expect(await decoded([bytes.subarray(0, at), bytes.subarray(at)], encoding as TextEncoding)).toBe(
          whole,
        );
      }
    }
  });

  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const refusals: [string, Buffer, string][] = [
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['a picture', png, 'FILE_NOT_TEXT'],
    ['a photograph', Buffer.from('ffd8ffe000104a464946', 'hex'), 'FILE_NOT_TEXT'],
    ['a PDF', Buffer.from('%PDF-1.7\n...'), 'FILE_NOT_TEXT'],
    ['an archive', Buffer.from('504b03040a0000000000', 'hex'), 'FILE_NOT_TEXT'],
    ['a program', Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1'), 'FILE_NOT_TEXT'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_IS_WORKBOOK'],
    ['a sign-in page', Buffer.from('\n<!DOCTYPE html><html>'), 'FILE_IS_WEB_PAGE'],
    ['NUL bytes', Buffer.from('ชื่อ,สหกรณ์\nก\0ข,ค\n'), 'NUL_BYTES'],
    ['western text', Buffer.from('Café,Crème brûlée,Mañana\n', 'latin1'), 'ENCODING_UNKNOWN'],
    [
      'Chinese text',
      iconv.encode('姓名,合作社,电话号码,注册日期\n张三,农业合作社\n', 'gbk'),
      'ENCODING_UNKNOWN',
    ],
    [
      'UTF-8 with a broken letter',
      Buffer.concat([Buffer.from(text), Buffer.from([0xe0, 0xb8]), Buffer.from('\n')]),
      'ENCODING_DAMAGED',
    ],
    ['UTF-8 cut off', Buffer.from(text + 'ก').subarray(0, -1), 'ENCODING_DAMAGED'],
    ['UTF-16 cut off', Buffer.from('\ufeff' + text, 'utf16le').subarray(0, -1), 'ENCODING_DAMAGED'],
  ];

  it.each(refusals)('refuses %s, however the chunks are cut', async (_, bytes, reason) => {
    for (const size of [1, 3, 4096]) expect(await codeOf(split(bytes, size))).toBe(reason);
  });

  it('says in both languages where the damage is', async () => {
    const bytes = Buffer.concat([Buffer.from('a\n'.repeat(9)), Buffer.from([0x41, 0x00, 0x0a])]);
    await expect(sniffEncoding([bytes])).rejects.toMatchObject({
      line: 10,
      text: { th: expect.stringContaining('บรรทัดที่ 10'), en: expect.stringContaining('Line 10') },
    });
  });

  it('a file that only begins with its letters is a header', async () => {
    expect(await codeOf([Buffer.from('MZ member,BMI\n1,2\n')])).toBe('utf-8');
  });

  it('never mistakes Thai in one encoding for another (property)', async () => {
    // Words, for no Thai text begins them with vowels or tone marks that need a consonant before.
    const words = ['กา', 'ขี้', 'ครู', 'มี่', 'เรือ', 'แม่', 'สอน', 'รู้', 'คน ', 'อิ่ม'];
    const thai = fc.string({ unit: fc.constantFrom(...words), minLength: 5, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(thai, { minLength: 3, maxLength: 8 }), async (cells) => {
        const line = `ประทับเวลา,ชื่อ\r\n${cells.join(',')}\r\n`;
        expect(await codeOf([Buffer.from(line)])).toBe('utf-8');
        expect(await codeOf([Buffer.from(line, 'utf16le')])).toBe('utf-16le');
        expect(await codeOf([utf16be(line)])).toBe('utf-16be');
        expect(await codeOf([iconv.encode(line, 'cp874')])).toBe('windows-874');
      }),
      { numRuns: 200 },
    );
  });
});
