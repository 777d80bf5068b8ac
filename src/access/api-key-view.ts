/** What may be seen of a key: everything but the key itself, of which nothing is kept but a hash (ไม่มีการเก็บตัวคีย์). */
import type { Scope } from '../platform/actor.js';
import { keyStatus, type KeyStatus } from './api-key-life.js';

interface StoredKey {
  id: string;
  name: string;
  owner: string;
  prefix: string;
  /** JSON. */
  scopes: string;
  /** JSON or null. */
  cooperativeIds: string | null;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
  rotatedFrom: string | null;
  version: number;
}

export type KeyView = Omit<StoredKey, 'scopes' | 'cooperativeIds'> & {
  status: KeyStatus;
  scopes: Scope[];
  cooperativeIds: string[] | null;
};

export function apiKeyView(key: StoredKey, now: string): KeyView {
  const { id, name, owner, prefix, createdAt, expiresAt, lastUsedAt, revokedAt, rotatedFrom, version } = key;
  return {
    ...{ id, name, owner, prefix, status: keyStatus(key, now) },
    scopes: JSON.parse(key.scopes) as Scope[],
    cooperativeIds: key.cooperativeIds === null ? null : (JSON.parse(key.cooperativeIds) as string[]),
    ...{ createdAt, expiresAt, lastUsedAt, revokedAt, rotatedFrom, version },
  };
}
