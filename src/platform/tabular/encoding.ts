import { TextDecoder } from 'node:util';
import { HEAD_BYTES, refuseOtherKinds } from './file-kind.js';
import { LegacyThaiEvidence } from './legacy-thai.js';
import { refused } from './table-refused.js';

/** The encodings a table may come in; the names are labels of the WHATWG Encoding Standard. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-874';

export interface SniffedEncoding {
  encoding: TextEncoding;
  byteOrderMark: boolean;
  /** Length of the file in bytes. */
  bytes: number;
}

const LINE_FEED = 0x0a;
const THAI_BLOCK = 0x0e;
/** So many sound characters beyond ASCII are UTF-8 beyond doubt: what breaks it later is damage. */
const SURELY_UTF8 = 1000;
const beyondAscii = /[^\0-\x7f]/g;
const WIDE_SAMPLE = 64 * 1024;

/**
 * Finds out how a whole file is encoded while it passes by once: byte order mark, else strict UTF-8, else
 * UTF-16 by its pattern of zero bytes, else Windows-874 (TIS-620) if its high bytes read as Thai. Nothing is
 * guessed: `write` and `end` throw `TableRefused` for what is not text or not known.
 */
export class EncodingSniffer {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private readonly legacy = new LegacyThaiEvidence();
  private head = Buffer.alloc(0);
  private headChecked = false;
  private bytes = 0;
  private lines = 1;
  private firstNulLine = 0;
  /** Line near which the file stops being UTF-8; 0 while it is. */
  private brokenLine = 0;
  private soundCharacters = 0;
  /** Zero bytes and bytes 0x0E at even and odd places. */
  private readonly zeros: [number, number] = [0, 0];
  private readonly thai: [number, number] = [0, 0];

  write(chunk: Uint8Array): void {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this.head.length < HEAD_BYTES) {
      this.head = Buffer.concat([this.head, buffer.subarray(0, HEAD_BYTES - this.head.length)]);
      if (this.head.length === HEAD_BYTES) this.checkHead();
    }
    if (!this.brokenLine) this.tryUtf8(buffer);
    if (this.soundCharacters < SURELY_UTF8) this.legacy.write(buffer);
    if (this.bytes < WIDE_SAMPLE || this.zeros[0] || this.zeros[1] || buffer.includes(0))
      this.countWide(buffer);
    this.lines += lineFeeds(buffer);
    this.bytes += buffer.length;
  }

  end(): SniffedEncoding {
    this.checkHead();
    if (this.bytes === 0) throw refused.empty();
    const mark = byteOrderMark(this.head);
    const encoding = mark ?? this.utf16() ?? 'utf-8';
    if (encoding.startsWith('utf-16')) {
      if (this.bytes % 2 === 1) throw refused.damaged();
      return { encoding, byteOrderMark: mark !== undefined, bytes: this.bytes };
    }
    if (this.firstNulLine) throw refused.nulBytes(this.firstNulLine);
    this.tryUtf8();
    if (!this.brokenLine) return { encoding, byteOrderMark: mark !== undefined, bytes: this.bytes };
    this.refuseUnlessThai(mark !== undefined);
    return { encoding: 'windows-874', byteOrderMark: false, bytes: this.bytes };
  }

  /** Thai and ASCII text in UTF-16 has 0x0E or zero in one half of each pair, and hardly a zero in the other. */
  private utf16(): TextEncoding | undefined {
    const pairs = this.bytes / 2;
    const fits = (high: 0 | 1, low: 0 | 1) =>
      this.zeros[high] > 0 &&
      this.zeros[high] + this.thai[high] >= 0.7 * pairs &&
      this.zeros[low] <= 0.01 * pairs;
    if (fits(1, 0)) return 'utf-16le';
    return fits(0, 1) ? 'utf-16be' : undefined;
  }

  private refuseUnlessThai(declaredUtf8: boolean): void {
    const utf8 = declaredUtf8 || this.soundCharacters >= SURELY_UTF8 || this.legacy.looksLikeBrokenUtf8();
    if (utf8) throw refused.damagedAt(this.brokenLine);
    if (!this.legacy.looksLikeThai()) throw refused.unknownEncoding();
  }

  private tryUtf8(chunk?: Buffer): void {
    try {
      const text = chunk ? this.utf8.decode(chunk, { stream: true }) : this.utf8.decode();
      if (this.soundCharacters < SURELY_UTF8) this.soundCharacters += text.match(beyondAscii)?.length ?? 0;
    } catch {
      const sound = chunk ? new TextDecoder().decode(chunk, { stream: true }).split('\ufffd', 1)[0]! : '';
      this.brokenLine = this.lines + sound.split('\n').length - 1;
    }
  }

  private countWide(chunk: Buffer): void {
    for (let i = 0; i < chunk.length; i++) {
      const place = ((this.bytes + i) & 1) as 0 | 1;
      if (chunk[i] === THAI_BLOCK) this.thai[place]++;
      else if (chunk[i] === 0) {
        this.firstNulLine ||= this.lines + lineFeeds(chunk.subarray(0, i));
        this.zeros[place]++;
      }
    }
  }

  private checkHead(): void {
    if (this.headChecked) return;
    this.headChecked = true;
    const refusal = refuseOtherKinds(this.head);
    if (refusal) throw refusal;
  }
}

/** Reads all `chunks` and tells their encoding; throws `TableRefused`. */
export async function sniffEncoding(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<SniffedEncoding> {
  const sniffer = new EncodingSniffer();
  for await (const chunk of chunks) sniffer.write(chunk);
  return sniffer.end();
}

function byteOrderMark(head: Buffer): TextEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

function lineFeeds(buffer: Buffer): number {
  let count = 0;
  for (let at = buffer.indexOf(LINE_FEED); at !== -1; at = buffer.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}
