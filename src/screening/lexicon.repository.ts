import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { lexiconVersions, type LexiconVersionEntity } from './lexicon-version.entity.js';

const whole = `SELECT ${lexiconVersions.columns.join(', ')} FROM lexicon_version`;
const listed = 'SELECT version, added, removed, note, changedBy, changedAt FROM lexicon_version';

export type ListedVersion = Omit<LexiconVersionEntity, 'content'>;

@Injectable()
export class LexiconRepository {
  constructor(private readonly database: Database) {}

  /** Number of the newest version; 0 before the first. */
  async currentVersion(): Promise<number> {
    const row = await this.database.one<{ version: number | null }>(
      'SELECT MAX(version) AS version FROM lexicon_version',
    );
    return Number(row?.version ?? 0);
  }

  async find(version: number): Promise<LexiconVersionEntity | undefined> {
    return this.database.one<LexiconVersionEntity>(`${whole} WHERE version = ?`, [version]);
  }

  /** Newest first, before version `before`. */
  page(before: number | undefined, limit: number): Promise<ListedVersion[]> {
    const condition = before === undefined ? '' : ' WHERE version < ?';
    return this.database.all(`${listed}${condition} ORDER BY version DESC LIMIT ?`, [
      ...(before === undefined ? [] : [before]),
      limit,
    ]);
  }

  insert(version: LexiconVersionEntity): Promise<void> {
    return this.database.insert(lexiconVersions, [version]);
  }
}
