import { workbookRefused } from './workbook-refused.js';

/** One part of the archive as its directory declares it. */
export interface ZipPart {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its local header begins. */
  offset: number;
  encrypted: boolean;
}

/** Random access to the file; short only at its end. */
export type ReadAt = (position: number, length: number) => Buffer;

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const IN_EXTRA = 0xffffffff;

export interface ZipDirectory {
  parts: number;
  bytes: number;
  offset: number;
}

/** Finds the directory at the end of the archive; nothing is unpacked for it. */
export function findDirectory(read: ReadAt, size: number): ZipDirectory {
  const tailBytes = Math.min(size, END_BYTES + LONGEST_COMMENT);
  const tail = read(size - tailBytes, tailBytes);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length)
      continue;
    const disks = tail.readUInt16LE(at + 4) + tail.readUInt16LE(at + 6);
    const parts = tail.readUInt16LE(at + 10);
    const [bytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    const long = parts === 0xffff || bytes === IN_EXTRA || offset === IN_EXTRA;
    const found = long ? findLongDirectory(read, size - tailBytes + at) : { parts, bytes, offset };
    if ((disks !== 0 && !long) || found.offset + found.bytes > size) throw workbookRefused.damaged();
    return found;
  }
  throw workbookRefused.damaged();
}

/** ZIP64, as some programs write it for small files too. */
function findLongDirectory(read: ReadAt, end: number): ZipDirectory {
  const locator = read(Math.max(0, end - 20), 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== END64_LOCATOR) throw workbookRefused.damaged();
  const record = read(Number(locator.readBigUInt64LE(8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END64) throw workbookRefused.damaged();
  const at = (place: number) => Number(record.readBigUInt64LE(place));
  return { parts: at(32), bytes: at(40), offset: at(48) };
}

/** Everything the directory lists. */
export function readDirectory(directory: Buffer, parts: number): ZipPart[] {
  const found: ZipPart[] = [];
  let at = 0;
  while (found.length < parts) {
    if (at + CENTRAL_BYTES > directory.length || directory.readUInt32LE(at) !== CENTRAL)
      throw workbookRefused.damaged();
    const [nameBytes, extraBytes] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30)];
    const next = at + CENTRAL_BYTES + nameBytes + extraBytes + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw workbookRefused.damaged();
    const nameEnd = at + CENTRAL_BYTES + nameBytes;
    const part = {
      name: directory.toString('utf8', at + CENTRAL_BYTES, nameEnd),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      // Bit 0: encrypted; bit 6: strongly; bit 13: the directory itself.
      encrypted: (directory.readUInt16LE(at + 8) & 0x2041) !== 0,
    };
    found.push(withLongSizes(part, directory.subarray(nameEnd, nameEnd + extraBytes)));
    at = next;
  }
  return found;
}

function withLongSizes(part: ZipPart, extra: Buffer): ZipPart {
  const members = (['unpacked', 'packed', 'offset'] as const).filter((member) => part[member] === IN_EXTRA);
  if (members.length === 0) return part;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    if (at + 4 + members.length * 8 > extra.length) break;
    const long = members.map((member, i) => [member, Number(extra.readBigUInt64LE(at + 4 + i * 8))]);
    return { ...part, ...(Object.fromEntries(long) as Partial<ZipPart>) };
  }
  throw workbookRefused.damaged();
}
