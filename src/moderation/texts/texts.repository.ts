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

  /** From now on only who has the scope for sensitive texts reads these. */
  async markSensitive(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const marks = ids.map(() => '?').join(',');
    await this.database.run(`UPDATE moderation_text SET isSensitive = 1 WHERE id IN (${marks})`, ids);
  }

  /** Erases texts whose time is over, but none of a case nobody has decided or an appeal not ended; answers how many. */
  eraseExpired(now: string, limit: number): Promise<number> {
    const expired = `SELECT id FROM (SELECT t.id FROM moderation_text t WHERE t.retainUntil <= ? AND t.erasedAt IS NULL AND NOT ${inUse} LIMIT ?) x`;
    const sql = `UPDATE moderation_text SET text = NULL, erasedAt = ? WHERE id IN (${expired})`;
    return this.database.run(sql, [now, now, limit]);
  }
}

const undecided = "c.status IN ('open', 'claimed', 'escalated', 'proposed')";
const appealed = "SELECT 1 FROM appeal a WHERE a.caseId = c.id AND a.status IN ('filed', 'claimed')";
const caseOf = (column: string) =>
  `EXISTS (SELECT 1 FROM moderation_report r JOIN moderation_case c ON c.id = r.caseId
    WHERE r.${column} = t.id AND (${undecided} OR EXISTS (${appealed})))`;
/** Whether a message or a note belongs to a matter that has not ended, whatever its date says. */
const inUse = `(${caseOf('textId')} OR ${caseOf('noteTextId')})`;
