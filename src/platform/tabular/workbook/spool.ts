import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file without a name: nobody else can open it, and it is gone when it is closed, even by a crash. */
export interface Spool {
  fd: number;
  close(): Promise<void>;
}

/** Puts the bytes where they can be read in any order, as the directory of an archive stands at its end. */
export async function spool(bytes: AsyncIterable<Uint8Array>): Promise<Spool> {
  const path = join(tmpdir(), `market-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    for await (const piece of bytes) await file.writeFile(piece);
  } catch (error) {
    await file.close();
    throw error;
  }
  return { fd: file.fd, close: () => file.close() };
}
