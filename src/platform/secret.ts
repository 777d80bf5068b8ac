import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { parseDatabaseUrl } from './config/database-url.js';
import type { Settings } from './config/settings.js';

/** Keyed hashes of personal values: equal values can be found again, the values cannot be read back. */
export class DataSecret {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly secret: string) {}

  /** HMAC-SHA-256 (64 hex digits) of `text`, under a key of its own for each purpose. */
  hash(purpose: string, text: string): string {
    return createHmac('sha256', this.keyFor(purpose)).update(text).digest('hex');
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
