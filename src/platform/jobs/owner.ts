import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where process ids mean the same: this boot of this machine, this container. */
const realm = createHash('sha256').update(readRealm()).digest('hex').slice(0, 16);

function readRealm(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** A new name for a holder of leases: `realm:pid:random`. */
export const newOwner = (): string => `${realm}:${process.pid}:${randomBytes(8).toString('hex')}`;

/** Whether the holder's process is known to be gone, so that nobody needs to wait for its lease to end. */
export function isDeadOwner(owner: string): boolean {
  const [where, pid] = owner.split(':');
  if (where !== realm) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH';
  }
}
