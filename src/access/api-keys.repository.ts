import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { apiKeys, type ApiKeyEntity } from './api-key.entity.js';

const columns =
  'id, name, owner, prefix, keyHash, scopes, cooperativeIds, createdAt, expiresAt, lastUsedAt, revokedAt, rotatedFrom, version';

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<ApiKeyEntity | undefined> {
    return this.database.one<ApiKeyEntity>(`SELECT ${columns} FROM access_key WHERE id = ?`, [id]);
  }

  findNames(ids: readonly string[]): Promise<Pick<ApiKeyEntity, 'id' | 'name'>[]> {
    if (ids.length === 0) return Promise.resolve([]);
    const marks = ids.map(() => '?').join(',');
    return this.database.all(`SELECT id, name FROM access_key WHERE id IN (${marks})`, ids);
  }

  /** The key, held until the transaction ends. */
  lock(id: string): Promise<ApiKeyEntity | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one<ApiKeyEntity>(`SELECT ${columns} FROM access_key WHERE id = ?${lock}`, [id]);
  }

  findByPrefix(prefix: string): Promise<ApiKeyEntity | undefined> {
    return this.database.one<ApiKeyEntity>(`SELECT ${columns} FROM access_key WHERE prefix = ?`, [prefix]);
  }

  async hasSuccessor(id: string): Promise<boolean> {
    return (await this.database.one('SELECT id FROM access_key WHERE rotatedFrom = ?', [id])) !== undefined;
  }

  /** Newest first, before `id`. */
  list(before: string, limit: number): Promise<ApiKeyEntity[]> {
    return this.database.all<ApiKeyEntity>(
      `SELECT ${columns} FROM access_key WHERE id < ? ORDER BY id DESC LIMIT ?`,
      [before, limit],
    );
  }

  async insert(key: ApiKeyEntity): Promise<void> {
    await this.database.insert(apiKeys, [key]);
  }

  /** Writes everything that may change of a locked key. */
  async update({ expiresAt, revokedAt, version, id }: ApiKeyEntity): Promise<void> {
    await this.database.run('UPDATE access_key SET expiresAt = ?, revokedAt = ?, version = ? WHERE id = ?', [
      expiresAt,
      revokedAt,
      version,
      id,
    ]);
  }

  async touch(id: string, now: string): Promise<void> {
    await this.database.run(
      'UPDATE access_key SET lastUsedAt = ? WHERE id = ? AND (lastUsedAt IS NULL OR lastUsedAt < ?)',
      [now, id, now],
    );
  }
}
