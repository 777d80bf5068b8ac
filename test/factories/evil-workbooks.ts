import { columnName, sharedStringsXml, workbookFile, type WorkbookSpec } from './workbook-file.js';
import { zipFile } from './zip-file.js';

const MB = 1_048_576;
const header = ['ประทับเวลา', 'ชื่อ-นามสกุล', 'ชื่อสหกรณ์', 'เบอร์โทรศัพท์', 'ยินยอม'];
const answer = ['4/8/2564, 18:34:26', 'นายสมชาย ใจดี', 'อยู่ดีกินดี', '0812345678', 'ยินยอม'];
const rows = [header, answer];
const good: WorkbookSpec = { sheets: [{ rows }] };
const sheet = 'xl/worksheets/sheet1.xml';
const inside = (data: string) => `<worksheet><sheetData>${data}</sheetData></worksheet>`;
const blanks = (megabytes: number) => inside('<row><c/></row>'.padEnd(megabytes * MB));
const numbers = (count: number) =>
  Array.from({ length: count }, (_, i) => `<row><c><v>${Math.sin(i)}</v></c></row>`).join('');
const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
const wide = (columns: number) =>
  `<row>${Array.from({ length: columns }, (_, i) => `<c r="${columnName(i)}1"><v>${i}</v></c>`).join('')}</row>`;
const withPart = (name: string) => workbookFile({ ...good, more: [{ name, content: 'x' }] });
const withSheet = (xml: string) => workbookFile({ ...good, replace: { [sheet]: xml } });
const sound = workbookFile(good);

/** What is brought as a workbook, and the code it is refused with. The large ones are made when they are asked for. */
export const evilWorkbooks: [what: string, make: () => Buffer, code: string][] = [
  ['a bomb of 200 MB in one part', () => withSheet(blanks(200)), 'WORKBOOK_RATIO_TOO_HIGH'],
  [
    'a bomb of 100 to 1',
    () => withSheet(inside(numbers(20_000) + ' '.repeat(28 * MB))),
    'WORKBOOK_RATIO_TOO_HIGH',
  ],
  [
    'sizes above the limit',
    () => workbookFile({ ...good, more: [{ name: 'xl/media/a', content: 'x', claims: 0xf0000000 }] }),
    'WORKBOOK_RATIO_TOO_HIGH',
  ],
  [
    'a header that lies: less than there is',
    () =>
      workbookFile({
        ...good,
        replace: { [sheet]: undefined },
        more: [{ name: sheet, content: blanks(50), claims: 4000 }],
      }),
    'WORKBOOK_SIZE_FALSE',
  ],
  [
    'a header that lies: more than there is',
    () =>
      workbookFile({
        ...good,
        replace: { [sheet]: undefined },
        more: [{ name: sheet, content: inside(''), claims: 4000 }],
      }),
    'WORKBOOK_SIZE_FALSE',
  ],
  [
    'a local header that says something else',
    () =>
      workbookFile({
        ...good,
        replace: { [sheet]: undefined },
        more: [{ name: sheet, content: inside(''), claimsLocally: 7 }],
      }),
    'WORKBOOK_SIZE_FALSE',
  ],
  ['a path that climbs out', () => withPart('../../etc/cron.d/x'), 'WORKBOOK_BAD_PATH'],
  ['a path that climbs out further in', () => withPart('xl/../../x'), 'WORKBOOK_BAD_PATH'],
  ['an absolute path', () => withPart('/etc/passwd'), 'WORKBOOK_BAD_PATH'],
  ['a drive', () => withPart('c:/x'), 'WORKBOOK_BAD_PATH'],
  ['backslashes', () => withPart('xl\\worksheets\\x.xml'), 'WORKBOOK_BAD_PATH'],
  ['one name twice', () => withPart('XL/workbook.xml'), 'WORKBOOK_BAD_PATH'],
  [
    'parts without end',
    () => zipFile(Array.from({ length: 1_200 }, (_, i) => ({ name: `xl/${i}`, content: '', stored: true }))),
    'WORKBOOK_TOO_MANY_PARTS',
  ],
  [
    'parts that share their bytes',
    () =>
      workbookFile({
        ...good,
        more: [
          { name: 'xl/a', content: 'x' },
          { name: 'xl/b', content: 'x', sharesBytesWith: 6 },
        ],
      }),
    'WORKBOOK_DAMAGED',
  ],
  ['16,000 columns', () => withSheet(inside(wide(16_000))), 'TOO_MANY_COLUMNS'],
  [
    'a cell far to the right',
    () => withSheet(inside('<row><c r="A1"><v>1</v></c></row><row><c r="XFD2"><v>1</v></c></row>')),
    'TOO_MANY_COLUMNS',
  ],
  [
    'a column no sheet has',
    () => withSheet(inside('<row><c r="ZZZ1"><v>1</v></c></row>')),
    'WORKBOOK_DAMAGED',
  ],
  [
    'a text without end',
    () =>
      withSheet(
        inside(
          `<row><c t="str"><v>${'ก'.repeat(50)}${numbers(2000)
            .replace(/<[^>]*>/g, '')
            .repeat(45)}</v></c></row>`,
        ),
      ),
    'RECORD_TOO_LONG',
  ],
  [
    'shared texts without end',
    () => workbookFile({ ...good, replace: { 'xl/sharedStrings.xml': sharedStringsXml(sharedTexts(35)) } }),
    'WORKBOOK_TOO_MUCH_MEMORY',
  ],
  [
    'one shared text told a million times',
    () =>
      workbookFile({
        replace: {
          'xl/sharedStrings.xml': sharedStringsXml([`<t>${'x'.repeat(900_000)}</t>`]),
          [sheet]: inside('<row><c t="s"><v>0</v></c></row>'.repeat(2_000)),
        },
      }),
    'WORKBOOK_TOO_LARGE',
  ],
  [
    'a shared text that is not there',
    () => withSheet(inside('<row><c t="s"><v>5</v></c></row>')),
    'WORKBOOK_DAMAGED',
  ],
  ['elements within elements', () => withSheet(nested(5_000)), 'WORKBOOK_DAMAGED'],
  [
    'entities that grow',
    () =>
      withSheet(
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]>${inside('<row><c t="str"><v>&b;</v></c></row>')}`,
      ),
    'WORKBOOK_DAMAGED',
  ],
  [
    'an entity from elsewhere',
    () => withSheet(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${inside('')}`),
    'WORKBOOK_DAMAGED',
  ],
  ['an unknown entity', () => withSheet(inside('<row><c t="str"><v>&x;</v></c></row>')), 'WORKBOOK_DAMAGED'],
  [
    'a tag without end',
    () => withSheet(`<worksheet a="${numbers(3_000).replaceAll('<', ' ')}`),
    'WORKBOOK_DAMAGED',
  ],
  [
    'tags that do not pair up',
    () => withSheet('<worksheet><sheetData></worksheet></sheetData>'),
    'WORKBOOK_DAMAGED',
  ],
  ['half a sheet', () => withSheet('<worksheet><sheetData><row>'), 'WORKBOOK_DAMAGED'],
  [
    'bytes that are no text',
    () => workbookFile({ ...good, replace: { [sheet]: Buffer.from('<a>\xff\xfe</a>', 'latin1') } }),
    'WORKBOOK_DAMAGED',
  ],
  ['half a file', () => sound.subarray(0, sound.length / 2), 'WORKBOOK_DAMAGED'],
  ['a file without its last bytes', () => sound.subarray(0, -5), 'WORKBOOK_DAMAGED'],
  [
    'a part with a wrong checksum',
    () =>
      workbookFile({
        ...good,
        replace: { [sheet]: undefined },
        more: [{ name: sheet, content: inside(''), crc: 1 }],
      }),
    'WORKBOOK_DAMAGED',
  ],
  [
    'parts with a password',
    () => workbookFile({ ...good, more: [{ name: 'xl/x', content: 'x', encrypted: true }] }),
    'WORKBOOK_ENCRYPTED',
  ],
  [
    'a workbook with a password',
    () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(9_000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    'WORKBOOK_ENCRYPTED',
  ],
  [
    'an .xls',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(9_000)]),
    'FILE_IS_WORKBOOK',
  ],
  ['macros', () => withPart('xl/vbaProject.bin'), 'WORKBOOK_HAS_MACROS'],
  [
    'an .ods',
    () =>
      zipFile([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      ]),
    'FILE_IS_WORKBOOK',
  ],
  ['any archive', () => zipFile([{ name: 'a.txt', content: 'x' }]), 'FILE_NOT_TEXT'],
  [
    'a Word document',
    () =>
      zipFile([
        { name: '[Content_Types].xml', content: '<Types/>' },
        {
          name: '_rels/.rels',
          content: '<a><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></a>',
        },
        { name: 'word/document.xml', content: '<a/>' },
      ]),
    'FILE_NOT_TEXT',
  ],
  ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300), sound]), 'FILE_NOT_TEXT'],
  [
    'hidden sheets alone',
    () => workbookFile({ sheets: [{ rows, state: 'hidden' }] }),
    'WORKBOOK_WITHOUT_SHEET',
  ],
  ['no sheet', () => workbookFile({ sheets: [] }), 'WORKBOOK_WITHOUT_SHEET'],
  ['an empty sheet', () => workbookFile({ sheets: [{ rows: [['', ' ']] }] }), 'FILE_EMPTY'],
  ['a header alone', () => workbookFile({ sheets: [{ rows: [header] }] }), 'NO_DATA_ROWS'],
  ['other columns', () => workbookFile({ sheets: [{ rows: [['สี'], ['แดง']] }] }), 'COLUMNS_MISSING'],
];

/** So many MB of texts that are all different and pack badly. */
function sharedTexts(megabytes: number): string[] {
  let seed = 1;
  const word = () => (seed = (seed * 48_271) % 2_147_483_647).toString(36);
  return Array.from(
    { length: megabytes * 1_000 },
    () => `<t>${Array.from({ length: 70 }, word).join(' ').repeat(2)}</t>`,
  );
}
