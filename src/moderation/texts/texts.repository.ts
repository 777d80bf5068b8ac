import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { moderationTexts, type ModerationTextEntity } from './text.entity.js';

const askedAtOnce = 500;

@Injectable()
export class TextsRepository {
  constructor(private readonly database: Database) {}

  insert(rows: ModerationTextEntity[]): Promise<void> {
    return this.database.insert(moderationTexts, rows);
  }

  async findAll(ids: readonly string[]): Promise<ModerationTextEntity[]> {
    const found: ModerationTextEntity[] = [];
    for (let start = 0; start < ids.length; start += askedAtOnce) {
      const part = ids.slice(start, start + askedAtOnce);
      const marks = part.map(() => '?').join(',');
      const sql = `SELECT ${moderationTexts.columns.join(', ')} FROM moderation_text WHERE id IN (${marks})`;
      found.push(...(await this.database.all<ModerationTextEntity>(sql, part)));
    }
    return found;
  }

  /** Sets how long these texts are kept. */
  async retain(ids: readonly string[], until: string | null): Promise<void> {
    if (ids.length === 0) return;
    const marks = ids.map(() => '?').join(',');
    await this.database.run(`UPDATE moderation_text SET retainUntil = ? WHERE id IN (${marks})`, [
      until,
      ...ids,
    ]);
  }

  /** Erases texts whose time is over; answers how many. */
  eraseExpired(now: string, limit: number): Promise<number> {
    const expired = `SELECT id FROM (SELECT id FROM moderation_text WHERE retainUntil <= ? AND erasedAt IS NULL LIMIT ?) x`;
    const sql = `UPDATE moderation_text SET text = NULL, erasedAt = ? WHERE id IN (${expired})`;
    return this.database.run(sql, [now, now, limit]);
  }
}
