import { refused } from './table-refused.js';

/** One record as it stands in the file, the header being record 0. Blank lines are no records. */
export interface ScannedRecord {
  record: number;
  /** Lines of the file from 1, as an editor counts them; a multi-line cell makes them differ. */
  firstLine: number;
  lastLine: number;
  cells: string[];
  /** Text follows a closing quote: `"ร้าน "ดี" จำกัด"`; cells may have run together. */
  strayQuote: boolean;
}

export interface ScanLimits {
  /** Longest record in UTF-16 units. */
  recordLength: number;
  columns: number;
}

export const defaultLimits: ScanLimits = { recordLength: 1_000_000, columns: 200 };

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Cuts CSV text (RFC 4180; LF, CR or CRLF) into records as it comes in, keeping no more than one record and
 * one chunk. All cells are text. Outside a quoted cell a quote is an ordinary character.
 * Throws `TableRefused` for a record beyond the limits and for a quote never closed.
 */
export class CsvScanner {
  private text = '';
  /** Where the record at hand begins, where reading stands, and where the next record begins. */
  private start = 0;
  private position = 0;
  private next = 0;
  /** The text is not looked at again before it is this long: a long record costs its length, not its square. */
  private enough = 0;
  private line = 1;
  private records = 0;
  private ended = false;
  private breaks = 0;
  private strayQuote = false;
  private readonly delimiterCode: number;

  constructor(
    readonly delimiter: string,
    private readonly limits: ScanLimits = defaultLimits,
  ) {
    this.delimiterCode = delimiter.charCodeAt(0);
  }

  /** The records that are complete with `text`. */
  push(text: string): ScannedRecord[] {
    this.text = this.start === 0 ? this.text + text : this.text.slice(this.start) + text;
    this.start = 0;
    return this.text.length >= this.enough ? this.scan() : [];
  }

  /** The last record, which may lack its line end. */
  end(): ScannedRecord[] {
    this.ended = true;
    return this.scan();
  }

  private scan(): ScannedRecord[] {
    const found: ScannedRecord[] = [];
    while (this.start < this.text.length) {
      const firstLine = this.line;
      const cells = this.readRecord();
      const length = this.position - this.start;
      if (length > this.limits.recordLength) throw refused.recordTooLong(firstLine, this.limits.recordLength);
      if (!cells) break;
      this.start = this.next;
      this.line += this.breaks + 1;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (cells.length > this.limits.columns) throw refused.tooManyColumns(this.limits.columns);
      const { strayQuote } = this;
      found.push({ record: this.records++, firstLine, lastLine: firstLine + this.breaks, cells, strayQuote });
    }
    this.enough = Math.min((this.text.length - this.start) * 2, this.limits.recordLength);
    return found;
  }

  /** Cells of the record at `start`; undefined if its end is not here yet. */
  private readRecord(): string[] | undefined {
    const cells: string[] = [];
    this.position = this.start;
    this.breaks = 0;
    this.strayQuote = false;
    for (;;) {
      const quoted = this.text.charCodeAt(this.position) === QUOTE;
      const cell = quoted ? this.readQuoted() : this.readPlain();
      if (cell === undefined) {
        this.position = this.text.length;
        return undefined;
      }
      // One cell beyond the limit is enough to refuse the record.
      if (cells.length <= this.limits.columns) cells.push(cell);
      const code = this.text.charCodeAt(this.position);
      if (code === this.delimiterCode) {
        this.position++;
        continue;
      }
      return this.passLineEnd(code) ? cells : undefined;
    }
  }

  private readPlain(): string | undefined {
    const { text, delimiterCode } = this;
    const from = this.position;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiterCode || code === LF || code === CR) break;
    }
    if (at === text.length && !this.ended) return undefined;
    this.position = at;
    return text.slice(from, at);
  }

  private readQuoted(): string | undefined {
    const { text } = this;
    const from = this.position + 1;
    let close = text.indexOf('"', from);
    let doubled = false;
    while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
      doubled = true;
      close = text.indexOf('"', close + 2);
    }
    if (close === -1) {
      if (this.ended) throw refused.quoteNotClosed(this.line);
      return undefined;
    }
    if (close + 1 === text.length && !this.ended) return undefined;
    const inside = text.slice(from, close);
    this.breaks += lineBreaks(inside);
    this.position = close + 1;
    const after = this.readPlain();
    if (after === undefined) return undefined;
    if (after !== '') this.strayQuote = true;
    return (doubled ? inside.replaceAll('""', '"') : inside) + after;
  }

  /** Sees where LF, CR or CRLF ends; a CR at the border waits for what follows. */
  private passLineEnd(code: number): boolean {
    const after = this.position + 1;
    this.next = code === CR && this.text.charCodeAt(after) === LF ? after + 1 : after;
    return code !== CR || after < this.text.length || this.ended;
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== LF) count++;
  }
  return count;
}
