import { refused } from '../table-refused.js';
import { showNumber } from './cell-number.js';
import { cellText } from './cell-text.js';
import type { SharedStrings } from './shared-strings.js';
import type { Styles } from './styles.js';
import type { ReadingLimits } from './workbook-limits.js';
import { workbookRefused } from './workbook-refused.js';
import { attributesOf, type XmlHandler } from './xml-scanner.js';

/** One row with something in it. */
export interface SheetRow {
  /** The sheet's own number of the row, from 1. */
  line: number;
  /** Up to the last cell with something in it. */
  cells: string[];
}

/** What the cells of a sheet refer to. */
export interface SheetContext {
  strings: SharedStrings;
  styles: Styles;
  since1904: boolean;
  limits: ReadingLimits;
}

/** Characters in rows that wait to be taken. */
const FULL = 1_000_000;
const LAST_LINE = 1_048_576;
const LAST_COLUMN = 16_384;

/** Reads the rows of a sheet, `xl/worksheets/sheet1.xml`; rows and cells may leave out where they stand. */
export class SheetScanner implements XmlHandler {
  merged = 0;
  /** Rows read and not taken yet. */
  private rows: SheetRow[] = [];
  private waiting = 0;
  /** Characters of all rows: texts that many cells share come out once for each of them. */
  private given = 0;
  private inData = false;
  private line = 0;
  private column = -1;
  private cells: string[] = [];
  private length = 0;
  private type = '';
  private style: string | undefined;
  private value = '';
  private inValue = false;
  private phonetic = 0;

  constructor(private readonly context: SheetContext) {}

  take(): SheetRow[] {
    const { rows } = this;
    [this.rows, this.waiting] = [[], 0];
    return rows;
  }

  full(): boolean {
    return this.waiting > FULL;
  }

  open(name: string, attributes: string): void {
    if (name === 'sheetData') this.inData = true;
    else if (name === 'mergeCell') this.merged++;
    else if (!this.inData) return;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'rPh') this.phonetic++;
    else if (name === 'v' || name === 't') this.inValue = this.phonetic === 0;
  }

  text(text: string): void {
    if (!this.inValue) return;
    this.value += text;
    this.refuseLongRow(this.length + this.value.length);
  }

  close(name: string): void {
    if (name === 'sheetData') this.inData = false;
    if (!this.inData) return;
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(attributes: string): void {
    const { r } = attributesOf(attributes);
    this.line = r === undefined ? this.line + 1 : Number(r);
    if (!(this.line >= 1 && this.line <= LAST_LINE)) throw workbookRefused.damaged();
    [this.cells, this.column, this.length] = [[], -1, 0];
  }

  private openCell(attributes: string): void {
    const { r, s, t = 'n' } = attributesOf(attributes);
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    if (!(this.column >= 0 && this.column < LAST_COLUMN)) throw workbookRefused.damaged();
    [this.type, this.style, this.value] = [t, s, ''];
  }

  private closeCell(): void {
    const text = this.value === '' ? '' : this.shown();
    if (text.trim() === '') return;
    const { columns } = this.context.limits;
    if (this.column >= columns) throw refused.tooManyColumns(columns);
    this.refuseLongRow((this.length += text.length));
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    this.rows.push({ line: this.line, cells: this.cells });
    this.waiting += this.length;
    this.given += this.length;
    const { unpackedBytes } = this.context.limits.workbook;
    if (this.given > unpackedBytes) throw workbookRefused.tooLarge(unpackedBytes);
    [this.cells, this.length] = [[], 0];
  }

  private shown(): string {
    const { value, context } = this;
    switch (this.type) {
      case 's': {
        const text = /^\s*\d+\s*$/.test(value) ? context.strings.get(Number(value)) : undefined;
        if (text === undefined) throw workbookRefused.damaged();
        return text;
      }
      case 'b':
        return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace('T', ' ').replace(/\.\d+/, '');
      case 'n':
        return showNumber(value, context.styles.format(this.style), context.since1904);
      default:
        return cellText(value);
    }
  }

  private refuseLongRow(length: number): void {
    const { recordLength } = this.context.limits;
    if (length > recordLength) throw refused.recordTooLong(this.line, recordLength);
  }
}

/** `C5` stands in column 2, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i++) {
    const code = reference.charCodeAt(i) & ~0x20;
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }
  return column - 1;
}
