import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive, and what its headers claim where that is not the truth. */
export interface ZipEntry {
  name: string;
  content: Buffer | string;
  stored?: boolean;
  encrypted?: boolean;
  method?: number;
  /** What both headers claim the unpacked size to be. */
  claims?: number;
  /** What the local header alone claims. */
  claimsLocally?: number;
  crc?: number;
  localName?: string;
  /** Begins where the part of this number begins. */
  sharesBytesWith?: number;
  /** Sizes in the ZIP64 way. */
  long?: boolean;
}

/** An archive, sound or not: exactly what the entries say. */
export function zipFile(entries: readonly ZipEntry[], comment = ''): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content as string);
    const packed = entry.stored ? content : deflateRawSync(content);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const crc = entry.crc ?? crc32(content);
    const unpacked = entry.claims ?? content.length;
    const begin = entry.sharesBytesWith === undefined ? offset : offsets[entry.sharesBytesWith]!;
    offsets.push(begin);
    const flags = entry.encrypted ? 1 : 0;
    if (begin === offset) {
      const name = Buffer.from(entry.localName ?? entry.name);
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      [20, flags, method].forEach((value, i) => head.writeUInt16LE(value, 4 + i * 2));
      [crc, packed.length, entry.claimsLocally ?? unpacked].forEach((value, i) =>
        head.writeUInt32LE(value, 14 + i * 4),
      );
      head.writeUInt16LE(name.length, 26);
      pieces.push(head, name, packed);
      offset += head.length + name.length + packed.length;
    }
    directory.push(central({ entry, flags, method, crc, packed: packed.length, unpacked, begin }));
  }
  return Buffer.concat([...pieces, ...directory, end(entries.length, directory, offset, comment)]);
}

interface Central {
  entry: ZipEntry;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  begin: number;
}

function central({ entry, flags, method, crc, packed, unpacked, begin }: Central): Buffer {
  const name = Buffer.from(entry.name);
  const head = Buffer.alloc(46);
  const extra = Buffer.alloc(entry.long ? 28 : 0);
  if (entry.long) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    [unpacked, packed, begin].forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + i * 8));
  }
  const long = (value: number) => (entry.long ? 0xffffffff : value);
  head.writeUInt32LE(0x02014b50, 0);
  [20, 20, flags, method].forEach((value, i) => head.writeUInt16LE(value, 4 + i * 2));
  [crc, long(packed), long(unpacked)].forEach((value, i) => head.writeUInt32LE(value, 16 + i * 4));
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt32LE(long(begin), 42);
  return Buffer.concat([head, name, extra]);
}

function end(parts: number, directory: readonly Buffer[], offset: number, comment: string): Buffer {
  const bytes = directory.reduce((sum, { length }) => sum + length, 0);
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  [parts, parts].forEach((value, i) => tail.writeUInt16LE(value, 8 + i * 2));
  tail.writeUInt32LE(bytes, 12);
  tail.writeUInt32LE(offset, 16);
  tail.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([tail, Buffer.from(comment)]);
}
