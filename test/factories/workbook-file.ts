import { zipFile, type ZipEntry } from './zip-file.js';

/** A cell: text, or XML as it stands in the sheet (`{ xml: '<c r="A1"><v>1</v></c>' }`). */
export type Cell = string | { xml: string };

export interface SheetSpec {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  rows?: readonly (readonly Cell[])[];
  /** Everything inside `sheetData`, in place of rows. */
  data?: string;
  /** What follows `sheetData`. */
  after?: string;
}

export interface WorkbookSpec {
  sheets?: SheetSpec[];
  /** Number formats of the styles 1, 2, …; style 0 is General. */
  formats?: string[];
  date1904?: boolean;
  /** Texts by number; cells then name them as `t="s"`. Without it cells hold their text (`inlineStr`). */
  shared?: boolean;
  /** Prefix of all elements, as some programs write: `x:`. */
  prefix?: string;
  replace?: Record<string, Buffer | string | undefined>;
  more?: ZipEntry[];
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** A workbook, sound or as `replace` and `more` make it. */
export function workbookFile(spec: WorkbookSpec = {}): Buffer {
  const sheets = spec.sheets ?? [{}];
  const texts: string[] = [];
  const parts: Record<string, Buffer | string | undefined> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets, spec),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i): Relation => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['rId900', 'styles', 'styles.xml'],
      ['rId901', 'sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(spec.formats ?? []),
  };
  sheets.forEach((sheet, i) => {
    const data = sheet.data ?? rowsXml(sheet.rows ?? [], spec.shared ? texts : undefined);
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${declaration}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${sheet.after ?? ''}</worksheet>`;
  });
  if (spec.shared)
    parts['xl/sharedStrings.xml'] = sharedStringsXml(
      texts.map((text) => `<t xml:space="preserve">${escapeXml(text)}</t>`),
    );
  const all = Object.entries({ ...parts, ...spec.replace }).flatMap(([name, content]) =>
    content === undefined ? [] : [{ name, content: spec.prefix ? prefixed(content, spec.prefix) : content }],
  );
  return zipFile([...all, ...(spec.more ?? [])]);
}

export const sharedStringsXml = (items: readonly string[]): string =>
  `${declaration}<sst xmlns="${main}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;

type Relation = [id: string, type: string, target: string];
const relations = (list: readonly Relation[]): string =>
  `${declaration}<Relationships xmlns="${packaged}">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbookXml = (sheets: readonly SheetSpec[], { date1904 }: WorkbookSpec): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
    .map(({ name, state }, i) => {
      const named = escapeXml(name ?? `Sheet${i + 1}`).replaceAll('"', '&quot;');
      return `<sheet name="${named}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`;
    })
    .join('')}</sheets></workbook>`;

const stylesXml = (formats: readonly string[]): string =>
  `${declaration}<styleSheet xmlns="${main}"><numFmts>${formats
    .map(
      (code, i) =>
        `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(code).replaceAll('"', '&quot;')}"/>`,
    )
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
    .map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`)
    .join('')}<xf numFmtId="22"/></cellXfs></styleSheet>`;

function rowsXml(rows: readonly (readonly Cell[])[], texts: string[] | undefined): string {
  return rows
    .map((cells, line) => {
      const filled = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${line + 1}`, texts));
      return `<row r="${line + 1}">${filled.join('')}</row>`;
    })
    .join('');
}

function cellXml(cell: Cell, reference: string, texts: string[] | undefined): string {
  if (typeof cell !== 'string') return cell.xml;
  if (cell === '') return '';
  if (!texts)
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  const known = texts.indexOf(cell);
  return `<c r="${reference}" t="s"><v>${known === -1 ? texts.push(cell) - 1 : known}</v></c>`;
}

const prefixed = (content: Buffer | string, prefix: string): Buffer | string =>
  typeof content === 'string' && /<(worksheet|workbook|sst|styleSheet) /.test(content)
    ? content
        .replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`)
        .replaceAll('xmlns=', `xmlns:${prefix.slice(0, -1)}=`)
    : content;
