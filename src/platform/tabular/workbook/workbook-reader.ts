import { refused } from '../table-refused.js';
import { SharedStrings } from './shared-strings.js';
import { SheetScanner, type SheetContext, type SheetRow } from './sheet-scanner.js';
import { Styles } from './styles.js';
import { findParts, scanPart, type SheetPart, type WorkbookParts } from './workbook-parts.js';
import type { ReadingLimits } from './workbook-limits.js';
import { workbookRefused } from './workbook-refused.js';
import { ZipArchive } from './zip-archive.js';

/** What one pass over the chosen sheet finds out. */
export interface Survey {
  sheet: string;
  /** Other visible sheets that hold something. */
  otherSheets: string[];
  header: string[];
  /** Rows below the header. */
  count: number;
  mergedCells: boolean;
}

/** Takes rows as they come in; false ends the reading. */
type Give = (rows: SheetRow[]) => boolean | Promise<boolean>;

/** Reads an open workbook; lives in the worker thread. Throws `TableRefused`. */
export class WorkbookReader {
  private constructor(
    private readonly archive: ZipArchive,
    private readonly parts: WorkbookParts,
    private readonly context: SheetContext,
  ) {}

  static async open(fd: number, limits: ReadingLimits): Promise<WorkbookReader> {
    const archive = new ZipArchive(fd, limits.workbook);
    const parts = await findParts(archive);
    const [strings, styles] = [new SharedStrings(limits.workbook.memoryBytes), new Styles()];
    if (parts.styles) await scanPart(archive, parts.styles, styles);
    if (parts.strings) await scanPart(archive, parts.strings, strings);
    return new WorkbookReader(archive, parts, { strings, styles, since1904: parts.since1904, limits });
  }

  /** Looks through the first visible sheet that holds something, to its end, and into the others. */
  async survey(): Promise<Survey> {
    const { sheets } = this.parts;
    const visible = sheets.filter(({ hidden }) => !hidden);
    if (visible.length === 0) throw workbookRefused.noSheet();
    const filled: SheetPart[] = [];
    for (const sheet of visible) if (await this.holdsSomething(sheet)) filled.push(sheet);
    const [chosen, ...others] = filled;
    if (!chosen) {
      const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
      throw hidden.length > 0 ? workbookRefused.emptyButHidden(hidden.slice(0, 5)) : refused.empty();
    }
    const scanner = new SheetScanner(this.context);
    let header: string[] | undefined;
    let rows = 0;
    await this.scan(chosen, scanner, (group) => {
      header ??= group[0]?.cells;
      rows += group.length;
      return true;
    });
    return {
      ...{ sheet: chosen.name, otherSheets: others.map(({ name }) => name), header: header ?? [] },
      ...{ count: rows - 1, mergedCells: scanner.merged > 0 },
    };
  }

  /** The rows of a sheet as they come in, the header first; ends early when `give` answers false. */
  async rows(sheet: string, give: Give): Promise<void> {
    const found = this.parts.sheets.find(({ name, hidden }) => name === sheet && !hidden);
    if (!found) throw workbookRefused.noSheet();
    await this.scan(found, new SheetScanner(this.context), give);
  }

  private async holdsSomething(sheet: SheetPart): Promise<boolean> {
    let found = false;
    const look = (rows: SheetRow[]) => !(found = rows.length > 0);
    await this.scan(sheet, new SheetScanner(this.context), look);
    return found;
  }

  private scan({ part }: SheetPart, scanner: SheetScanner, give: Give): Promise<void> {
    return scanPart(this.archive, part, scanner, () => {
      const rows = scanner.take();
      return rows.length === 0 || give(rows);
    });
  }
}
