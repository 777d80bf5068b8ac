import { cellText } from './cell-text.js';
import type { XmlHandler } from './xml-scanner.js';
import { workbookRefused } from './workbook-refused.js';

const FIRST_BYTES = 64 * 1024;
const LONGEST = 1_000_000;

/** The texts that cells name by number, `xl/sharedStrings.xml`, packed end to end within the memory limit. */
export class SharedStrings implements XmlHandler {
  private store = Buffer.alloc(FIRST_BYTES);
  private readonly ends: number[] = [];
  private used = 0;
  private current = '';
  private inText = false;
  /** How to pronounce a text, which is no part of it. */
  private phonetic = 0;

  constructor(private readonly mostBytes: number) {}

  get(index: number): string | undefined {
    const end = this.ends[index];
    return end === undefined ? undefined : this.store.toString('utf8', this.ends[index - 1] ?? 0, end);
  }

  open(name: string): void {
    if (name === 'si') this.current = '';
    else if (name === 'rPh') this.phonetic++;
    else if (name === 't') this.inText = this.phonetic === 0;
  }

  text(text: string): void {
    if (!this.inText) return;
    this.current += text;
    if (this.current.length > LONGEST) throw workbookRefused.tooMuchMemory();
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'si') this.add(cellText(this.current));
  }

  private add(text: string): void {
    const bytes = Buffer.byteLength(text);
    // A text costs its bytes and a place in the list.
    if (this.used + bytes + this.ends.length * 8 > this.mostBytes) throw workbookRefused.tooMuchMemory();
    if (this.used + bytes > this.store.length) this.grow(this.used + bytes);
    this.store.write(text, this.used);
    this.used += bytes;
    this.ends.push(this.used);
  }

  private grow(needed: number): void {
    const larger = Buffer.alloc(Math.max(needed, Math.min(this.store.length * 2, this.mostBytes)));
    this.store.copy(larger, 0, 0, this.used);
    this.store = larger;
  }
}
