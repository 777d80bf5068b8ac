import { fstatSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import {
  LONGEST_PART_NAME,
  MEBIBYTE,
  MOST_PARTS,
  MOST_RATIO,
  RATIO_FROM_BYTES,
  type WorkbookLimits,
} from './workbook-limits.js';
import { workbookRefused } from './workbook-refused.js';
import { findDirectory, readDirectory, type ReadAt, type ZipPart } from './zip-directory.js';

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const PIECE_BYTES = 64 * 1024;
const SIZES_FOLLOW = 0x0008;
const MOST_DIRECTORY_BYTES = 4 * MEBIBYTE;

/**
 * The parts of an archive whose directory has passed every check, before anything is unpacked. What is unpacked
 * then is counted: not a byte more than declared, nor than the limits allow, comes out.
 */
export class ZipArchive {
  readonly parts: ReadonlyMap<string, ZipPart>;

  constructor(
    private readonly fd: number,
    limits: WorkbookLimits,
  ) {
    const directory = findDirectory(this.readAt, fstatSync(fd).size);
    if (directory.parts > MOST_PARTS || directory.bytes > MOST_DIRECTORY_BYTES)
      throw workbookRefused.tooManyParts();
    const parts = readDirectory(this.readAt(directory.offset, directory.bytes), directory.parts);
    this.parts = new Map(parts.map((part) => [part.name, part]));
    checkNames(parts);
    checkSizes(parts, directory.offset, limits);
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /** The unpacked bytes of one part. */
  async *open(name: string): AsyncGenerator<Buffer> {
    const part = this.parts.get(name);
    if (!part) throw workbookRefused.damaged();
    let [bytes, crc] = [0, 0];
    for await (const chunk of this.unpacked(part)) {
      bytes += chunk.length;
      if (bytes > part.unpacked) throw workbookRefused.sizeFalse();
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (bytes !== part.unpacked) throw workbookRefused.sizeFalse();
    if (crc !== part.crc) throw workbookRefused.damaged();
  }

  private async *unpacked(part: ZipPart): AsyncGenerator<Buffer> {
    const packed = this.packed(this.dataOf(part), part.packed);
    if (part.method === 0) {
      yield* packed;
      return;
    }
    const inflate = Readable.from(packed).pipe(createInflateRaw({ chunkSize: PIECE_BYTES }));
    try {
      yield* inflate as AsyncIterable<Buffer>;
    } catch (error) {
      if (String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw workbookRefused.damaged();
      throw error;
    } finally {
      inflate.destroy();
    }
  }

  /** Read at once and not by a stream, which would close the file of another thread. */
  private *packed(start: number, length: number): Generator<Buffer> {
    for (let at = 0; at < length; at += PIECE_BYTES)
      yield this.readAt(start + at, Math.min(PIECE_BYTES, length - at));
  }

  /** The local header must say what the directory says. */
  private dataOf({ name, method, packed, unpacked, offset }: ZipPart): number {
    const header = this.readAt(offset, LOCAL_BYTES);
    if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL) throw workbookRefused.damaged();
    const nameBytes = header.readUInt16LE(26);
    const ownName = this.readAt(offset + LOCAL_BYTES, nameBytes).toString('utf8');
    if (ownName !== name || header.readUInt16LE(8) !== method) throw workbookRefused.damaged();
    const sizes = [header.readUInt32LE(18), header.readUInt32LE(22)];
    const stated = (header.readUInt16LE(6) & SIZES_FOLLOW) === 0 && !sizes.includes(0xffffffff);
    if (stated && (sizes[0] !== packed || sizes[1] !== unpacked)) throw workbookRefused.sizeFalse();
    return offset + LOCAL_BYTES + nameBytes + header.readUInt16LE(28);
  }

  private readonly readAt: ReadAt = (position, length) => {
    if (!Number.isSafeInteger(position)) throw workbookRefused.damaged();
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(this.fd, buffer, 0, length, position));
  };
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unsafe = /^[/\\]|^[a-z]:|\\|[\u0000-\u001f]|(?:^|\/)\.\.?(?:\/|$)/i;

function checkNames(parts: readonly ZipPart[]): void {
  const seen = new Set<string>();
  for (const { name } of parts) {
    const key = name.toLowerCase();
    if (name === '' || name.length > LONGEST_PART_NAME || unsafe.test(name) || seen.has(key))
      throw workbookRefused.badPath();
    seen.add(key);
  }
}

function checkSizes(parts: readonly ZipPart[], end: number, { unpackedBytes }: WorkbookLimits): void {
  let [total, packed] = [0, 0];
  for (const part of parts) {
    if (part.encrypted) throw workbookRefused.encrypted();
    if (part.method !== 0 && part.method !== 8) throw workbookRefused.damaged();
    if (part.method === 0 && part.packed !== part.unpacked) throw workbookRefused.sizeFalse();
    if (isBomb(part.unpacked, part.packed)) throw workbookRefused.ratio();
    total += part.unpacked;
    packed += part.packed;
  }
  if (total > unpackedBytes) throw workbookRefused.tooLarge(unpackedBytes);
  if (isBomb(total, packed)) throw workbookRefused.ratio();
  // Parts that share their bytes would unpack the same bytes many times.
  const inOrder = parts.toSorted((a, b) => a.offset - b.offset);
  inOrder.forEach((part, i) => {
    const next = inOrder[i + 1]?.offset ?? end;
    if (part.offset + LOCAL_BYTES + Buffer.byteLength(part.name) + part.packed > next)
      throw workbookRefused.damaged();
  });
}

const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > RATIO_FROM_BYTES && unpacked > packed * MOST_RATIO;
