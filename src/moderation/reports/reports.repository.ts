import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { reachCondition } from '../subjects/reach.repository.js';
import { reports } from './report.entity.js';
import type { Report } from './report.js';

const read = `SELECT ${reports.columns.join(', ')} FROM moderation_report`;

/** What a list of reports may be narrowed to. */
export interface ReportFilter {
  caseId?: string;
  subjectId?: string;
  reportedBy?: string;
  from?: string;
  /** Exclusive. */
  to?: string;
  /** Undefined means all. */
  cooperativeIds?: readonly string[];
}

@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Report | undefined> {
    return this.database.one(`${read} WHERE id = ?`, [id]);
  }

  /** The oldest first. */
  ofCase(caseId: string, limit: number): Promise<Report[]> {
    return this.database.all(`${read} WHERE caseId = ? ORDER BY id LIMIT ?`, [caseId, limit]);
  }

  /** The first report of each of these cases. */
  firstOf(caseIds: readonly string[]): Promise<Report[]> {
    if (caseIds.length === 0) return Promise.resolve([]);
    const marks = caseIds.map(() => '?').join(',');
    const first = `SELECT MIN(id) FROM moderation_report WHERE caseId IN (${marks}) GROUP BY caseId`;
    return this.database.all(`${read} WHERE id IN (${first})`, caseIds);
  }

  /** About any of these people, the newest first. */
  newestOf(subjectIds: readonly string[], limit: number): Promise<Report[]> {
    if (subjectIds.length === 0) return Promise.resolve([]);
    const marks = subjectIds.map(() => '?').join(',');
    const sql = `${read} WHERE subjectId IN (${marks}) ORDER BY reportedAt DESC, id DESC LIMIT ?`;
    return this.database.all(sql, [...subjectIds, limit]);
  }

  /** One page, the newest first, before `beforeId`. */
  page(filter: ReportFilter, beforeId: string | undefined, limit: number): Promise<Report[]> {
    const reach = reachCondition(filter.cooperativeIds);
    const conditions: (readonly [string, string | undefined])[] = [
      ['id < ?', beforeId],
      ['caseId = ?', filter.caseId],
      ['subjectId = ?', filter.subjectId],
      ['reportedBy = ?', filter.reportedBy],
      ['reportedAt >= ?', filter.from],
      ['reportedAt < ?', filter.to],
    ];
    const given = conditions.filter(([, value]) => value !== undefined);
    const where = ['1 = 1', ...given.map(([condition]) => condition)].join(' AND ');
    const values = given.map(([, value]) => value!);
    return this.database.all(`${read} WHERE ${where}${reach.sql} ORDER BY id DESC LIMIT ?`, [
      ...values,
      ...reach.values,
      limit,
    ]);
  }

  /** Every text of a case: messages and notes. */
  async textsOf(caseId: string): Promise<string[]> {
    const sql = 'SELECT textId, noteTextId FROM moderation_report WHERE caseId = ?';
    const rows = await this.database.all<Pick<Report, 'textId' | 'noteTextId'>>(sql, [caseId]);
    return rows.flatMap(({ textId, noteTextId }) => [textId, noteTextId].filter((id) => id !== null));
  }

  /** Until when the words of a case are kept; null while it has not ended. */
  async retentionOf(caseId: string): Promise<string | null> {
    const sql = `SELECT MAX(t.retainUntil) AS until FROM moderation_report r JOIN moderation_text t ON t.id = r.textId WHERE r.caseId = ?`;
    return (await this.database.one<{ until: string | null }>(sql, [caseId]))!.until;
  }

  insert(rows: Report[]): Promise<void> {
    return this.database.insert(reports, rows);
  }
}
