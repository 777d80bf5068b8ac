import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import type { Scope } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Conflict, NotFound, Stale } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { currentActor } from '../platform/request-context.js';
import type { ApiKeyEntity } from './api-key.entity.js';
import { endOfKey, endsOfRotated, keyStatus } from './api-key-life.js';
import { apiKeyView } from './api-key-view.js';
import type { ApiKeyDto, ApiKeyWithSecretDto, CreateApiKeyDto, RotatedApiKeyDto } from './api-keys.dto.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { prefixOf } from './bearer-token.js';
import { Principals } from './principals.service.js';
import { requireLimitable, requireWithinOwn } from './rights.js';
import { hashToken, newToken } from './tokens.service.js';

@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly repository: ApiKeysRepository,
    private readonly principals: Principals,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Makes a key with scopes the caller holds; `secret` is the key itself, shown this once. */
  create(wanted: CreateApiKeyDto): Promise<ApiKeyWithSecretDto> {
    const { name, owner, scopes, cooperativeIds = null } = wanted;
    requireWithinOwn(currentActor(), scopes);
    if (cooperativeIds !== null) requireLimitable(scopes);
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const limits = cooperativeIds && JSON.stringify(cooperativeIds);
      const expiresAt = endOfKey(wanted.expiresAt, now);
      const made = newKey(
        { name, owner, scopes: JSON.stringify(scopes), cooperativeIds: limits, expiresAt },
        now,
      );
      await this.repository.insert(made.key);
      this.record('api_key.created', made.key, { scopes, limited: cooperativeIds !== null, expiresAt });
      return { ...apiKeyView(made.key, now), secret: made.secret };
    });
  }

  async read(id: string): Promise<ApiKeyDto> {
    const key = await this.repository.find(id);
    if (key === undefined) throw new NotFound();
    return apiKeyView(key, this.clock.now());
  }

  /** Makes a successor; the old key goes on for `overlapHours`. */
  rotate(id: string, overlapHours: number, expectedVersion?: number): Promise<RotatedApiKeyDto> {
    return this.database.transaction(async () => {
      const old = await this.lock(id, expectedVersion);
      const now = this.clock.now();
      requireWithinOwn(currentActor(), JSON.parse(old.scopes) as Scope[]);
      if (keyStatus(old, now) !== 'active') throw notActive();
      if (await this.repository.hasSuccessor(id)) throw alreadyRotated();
      const ends = endsOfRotated(old, overlapHours, now);
      const made = newKey({ ...old, expiresAt: ends.new, rotatedFrom: id }, now);
      await this.repository.insert(made.key);
      const previous = await this.save({ ...old, expiresAt: ends.old });
      this.record('api_key.rotated', old, { successor: made.key.id, expiresAt: ends.old });
      return { ...apiKeyView(made.key, now), secret: made.secret, previous: apiKeyView(previous, now) };
    });
  }

  /** Ends a key for good: here at once, in other copies of the service within a second. */
  revoke(id: string, expectedVersion?: number): Promise<ApiKeyDto> {
    return this.database.transaction(async () => {
      const before = await this.lock(id, expectedVersion);
      const now = this.clock.now();
      if (before.revokedAt !== null) return apiKeyView(before, now);
      const after = await this.save({ ...before, revokedAt: now });
      this.record('api_key.revoked', after, {});
      return apiKeyView(after, now);
    });
  }

  private async lock(id: string, expectedVersion: number | undefined): Promise<ApiKeyEntity> {
    const key = await this.repository.lock(id);
    if (key === undefined) throw new NotFound();
    if (expectedVersion !== undefined && expectedVersion !== key.version) throw new Stale(key.version);
    return key;
  }

  private async save(key: ApiKeyEntity): Promise<ApiKeyEntity> {
    const after = { ...key, version: key.version + 1 };
    await this.repository.update(after);
    this.database.afterCommit(() => this.principals.forgetAll());
    return after;
  }

  private record(action: string, { id }: ApiKeyEntity, payload: Record<string, unknown>): void {
    this.journal.record({ action, subject: { type: 'api_key', id }, payload });
  }
}

type Described = Pick<ApiKeyEntity, 'name' | 'owner' | 'scopes' | 'cooperativeIds' | 'expiresAt'> &
  Partial<Pick<ApiKeyEntity, 'rotatedFrom'>>;

function newKey(described: Described, now: string): { key: ApiKeyEntity; secret: string } {
  const { name, owner, scopes, cooperativeIds, expiresAt, rotatedFrom = null } = described;
  const secret = newToken('key');
  const key = {
    ...{
      id: newId(),
      name,
      owner,
      prefix: prefixOf(secret),
      keyHash: hashToken(secret),
      scopes,
      cooperativeIds,
    },
    ...{ createdAt: now, expiresAt, lastUsedAt: null, revokedAt: null, rotatedFrom, version: 1 },
  };
  return { key, secret };
}

const notActive = () =>
  new Conflict('API_KEY_NOT_ACTIVE', {
    th: 'คีย์นี้หมดอายุหรือถูกยกเลิกแล้ว กรุณาสร้างคีย์ใหม่',
    en: 'This key has expired or was revoked; make a new one.',
  });

const alreadyRotated = () =>
  new Conflict('API_KEY_ALREADY_ROTATED', {
    th: 'คีย์นี้มีคีย์ใหม่แทนแล้ว กรุณาเปลี่ยนคีย์ใหม่นั้นแทน',
    en: 'This key has a successor already; rotate that one.',
  });
