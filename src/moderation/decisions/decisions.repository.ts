import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { decisions } from './decision.entity.js';
import type { Decision } from './decision.js';

const read = `SELECT ${decisions.columns.join(', ')} FROM moderation_decision`;

/** Decisions; rows are only ever added. */
@Injectable()
export class DecisionsRepository {
  constructor(private readonly database: Database) {}

  insert(row: Decision): Promise<void> {
    return this.database.insert(decisions, [row]);
  }

  find(id: string): Promise<Decision | undefined> {
    return this.database.one(`${read} WHERE id = ?`, [id]);
  }

  /** The first, then what stands in its place. */
  ofCase(caseId: string): Promise<Decision[]> {
    return this.database.all(`${read} WHERE caseId = ? ORDER BY decidedAt, id`, [caseId]);
  }

  /** The oldest first. */
  ofSubjects(subjectIds: readonly string[]): Promise<Decision[]> {
    if (subjectIds.length === 0) return Promise.resolve([]);
    const marks = subjectIds.map(() => '?').join(',');
    return this.database.all(`${read} WHERE subjectId IN (${marks}) ORDER BY decidedAt, id`, subjectIds);
  }

  async subjectsAfter(afterId: string, limit: number): Promise<string[]> {
    const sql =
      'SELECT DISTINCT subjectId FROM moderation_decision WHERE subjectId > ? ORDER BY subjectId LIMIT ?';
    const rows = await this.database.all<{ subjectId: string }>(sql, [afterId, limit]);
    return rows.map(({ subjectId }) => subjectId);
  }

  /** Which of these decisions an appeal overturned, or put another in the place of. */
  async overturnedOf(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const marks = ids.map(() => '?').join(',');
    const sql = `SELECT decisionId FROM appeal WHERE decisionId IN (${marks}) AND outcome IN ('overturned', 'modified')`;
    const rows = await this.database.all<{ decisionId: string }>(sql, ids);
    return new Set(rows.map(({ decisionId }) => decisionId));
  }
}
