import { createHash, hash, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { parseDatabaseUrl } from './config/database-url.js';
import type { Settings } from './config/settings.js';

/** Keyed hashes of personal values: equal values can be found again, the values cannot be read back. */
export class DataSecret {
  private readonly keys = new Map<string, Buffer>();
  private readonly keyed = new Map<string, KeyedHash>();

  constructor(private readonly secret: string) {}

  /** HMAC-SHA-256 (64 hex digits) of `text`, under a key of its own for each purpose. */
  hash(purpose: string, text: string): string {
    const known = this.keyed.get(purpose);
    if (known) return known.of(text);
    const made = new KeyedHash(this.keyFor(purpose));
    this.keyed.set(purpose, made);
    return made.of(text);
  }

  /** The first half of it: tells texts apart for ever just as well, and indices of it are half as large. */
  key(purpose: string, text: string): string {
    return this.hash(purpose, text).slice(0, 32);
  }

  /** 32 bytes for signing, of its own for each purpose. */
  keyFor(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = createHash('sha256').update(`${purpose}\0${this.secret}`).digest();
    this.keys.set(purpose, key);
    return key;
  }
}

const blockBytes = 64;
const scratchBytes = 4_096;

/** HMAC-SHA-256 as RFC 2104 writes it, over two plain hashes: half the time of an Hmac object for each short text. */
class KeyedHash {
  private readonly inner = Buffer.alloc(scratchBytes, 0x36);
  private readonly outer = Buffer.alloc(blockBytes + 32, 0x5c);

  /** `key` is no longer than a block. */
  constructor(key: Buffer) {
    key.forEach((byte, i) => {
      this.inner[i]! ^= byte;
      this.outer[i]! ^= byte;
    });
  }

  of(text: string): string {
    const longest = blockBytes + text.length * 3;
    const message = longest <= scratchBytes ? this.inner : Buffer.alloc(longest);
    if (message !== this.inner) this.inner.copy(message, 0, 0, blockBytes);
    const length = message.write(text, blockBytes, 'utf8');
    this.outer.write(hash('sha256', message.subarray(0, blockBytes + length), 'hex'), blockBytes, 'hex');
    return hash('sha256', this.outer, 'hex');
  }
}

/** DATA_SECRET, or with the embedded database one that is made once and kept in a file beside it. */
export function readDataSecret(settings: Settings): DataSecret {
  if (settings.DATA_SECRET) return new DataSecret(settings.DATA_SECRET);
  const target = parseDatabaseUrl(settings.DATABASE_URL);
  if (target.kind !== 'sqlite') throw new Error('DATA_SECRET is required');
  const file = `${target.file}.secret`;
  if (!existsSync(file)) writeOnce(file, randomBytes(32).toString('hex'));
  return new DataSecret(readFileSync(file, 'utf8').trim());
}

/** Of several processes that start at once one wins, and nobody reads half a secret. */
function writeOnce(file: string, text: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Some file systems know no links; there the last one wins.
    if ((error as { code?: string }).code !== 'EEXIST') renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
