import { posix } from 'node:path';
import { TextDecoder } from 'node:util';
import { refused } from '../table-refused.js';
import { attributesOf, XmlScanner, type XmlHandler } from './xml-scanner.js';
import { workbookRefused } from './workbook-refused.js';
import type { ZipArchive } from './zip-archive.js';

export interface SheetPart {
  name: string;
  part: string;
  hidden: boolean;
}

/** Where the tables of a workbook are. */
export interface WorkbookParts {
  sheets: SheetPart[];
  since1904: boolean;
  strings?: string;
  styles?: string;
}

const MOST_RELATIONS = 5_000;
/** As it is kept with an import. */
const LONGEST_SHEET_NAME = 255;

/** Finds the parts of a workbook by its contents; throws `TableRefused` for archives that are something else. */
export async function findParts(archive: ZipArchive): Promise<WorkbookParts> {
  if (!archive.has('[Content_Types].xml')) throw await otherArchive(archive);
  const names = [...archive.parts.keys()].map((name) => name.toLowerCase());
  if (names.some((name) => name.endsWith('vbaproject.bin'))) throw workbookRefused.macros();
  const roots = await relationsOf(archive, '_rels/.rels', '');
  const workbook = roots.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (workbook.endsWith('.bin'))
    throw workbookRefused.otherKind('สมุดงาน Excel แบบไบนารี (.xlsb)', 'a binary workbook (.xlsb)');
  if (!workbook.includes('workbook') && !workbook.startsWith('xl/'))
    throw refused.notText('เอกสาร Office', 'an Office document');
  if (!archive.has(workbook)) throw workbookRefused.damaged();
  const folder = posix.dirname(workbook);
  const relations = await relationsOf(archive, `${folder}/_rels/${posix.basename(workbook)}.rels`, folder);
  const list = new SheetList();
  await scanPart(archive, workbook, list);
  const partOf = (kind: string) => relations.find(({ type }) => type === kind)?.part;
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  return {
    sheets: list.sheets.flatMap(({ id, ...sheet }) => {
      const found = relations.find((relation) => relation.id === id && relation.type === 'worksheet');
      return found ? [{ ...sheet, part: found.part }] : [];
    }),
    since1904: list.since1904,
    ...(strings !== undefined && archive.has(strings) && { strings }),
    ...(styles !== undefined && archive.has(styles) && { styles }),
  };
}

/** Hands a whole part to the handler; false from `more`, which is asked time and again, ends it early. */
export async function scanPart(
  archive: ZipArchive,
  part: string,
  handler: XmlHandler,
  more: () => boolean | Promise<boolean> = () => true,
): Promise<void> {
  const scanner = new XmlScanner(handler);
  for await (const text of textOf(archive.open(part))) {
    scanner.push(text);
    while (scanner.stopped) {
      if (!(await more())) return;
      scanner.push('');
    }
    if (!(await more())) return;
  }
  scanner.end();
}

async function* textOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const bytes of pieces) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw workbookRefused.damaged();
    throw error;
  }
}

const encodingOf = (start: Buffer): string => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
};

interface Relation {
  id: string;
  /** Last word of its address: `worksheet`. */
  type: string;
  part: string;
}

async function relationsOf(archive: ZipArchive, part: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const open = (name: string, attributes: string) => {
    if (name !== 'Relationship') return;
    const { Id: id = '', Type = '', Target = '', TargetMode } = attributesOf(attributes);
    if (TargetMode === 'External') return;
    if (relations.length >= MOST_RELATIONS) throw workbookRefused.tooManyParts();
    // Only a name to look up among the parts; nothing is ever opened by it.
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
    relations.push({ id, type: posix.basename(Type), part: target });
  };
  if (archive.has(part)) await scanPart(archive, part, { open, text: () => {}, close: () => {} });
  return relations;
}

class SheetList implements XmlHandler {
  readonly sheets: { name: string; id: string; hidden: boolean }[] = [];
  since1904 = false;

  open(element: string, attributes: string): void {
    if (element === 'workbookPr') {
      const { date1904 } = attributesOf(attributes);
      this.since1904 = date1904 === '1' || date1904 === 'true';
    } else if (element === 'sheet') {
      const { name = '', id = '', state } = attributesOf(attributes);
      if (this.sheets.length >= MOST_RELATIONS) throw workbookRefused.tooManyParts();
      this.sheets.push({
        name: name.slice(0, LONGEST_SHEET_NAME),
        id,
        hidden: state !== undefined && state !== 'visible',
      });
    }
  }

  text(): void {}
  close(): void {}
}

async function otherArchive(archive: ZipArchive) {
  if (archive.has('mimetype')) {
    let mime = '';
    for await (const bytes of archive.open('mimetype'))
      if (mime.length < 200) mime += bytes.toString('latin1');
    if (mime.includes('opendocument.spreadsheet'))
      return workbookRefused.otherKind('ตาราง OpenDocument (.ods)', 'an OpenDocument table (.ods)');
  }
  return refused.notText('ไฟล์บีบอัด (ZIP)', 'an archive (ZIP)');
}
