import { Injectable } from '@nestjs/common';
import type { SqlValue } from '../../platform/database/connection.js';
import { Database } from '../../platform/database/database.js';
import { reachCondition } from '../subjects/reach.repository.js';
import { appealDecisions, appeals } from './appeal.entity.js';
import type { Appeal, AppealDecision, AppealStatus } from './appeal.js';

const read = `SELECT ${appeals.columns.join(', ')} FROM appeal`;

export interface AppealFilter {
  status?: AppealStatus;
  decisionId?: string;
  subjectId?: string;
  /** Undefined means all. */
  cooperativeIds?: readonly string[];
}

@Injectable()
export class AppealsRepository {
  constructor(private readonly database: Database) {}

  insert(row: Appeal): Promise<void> {
    return this.database.insert(appeals, [row]);
  }

  find(id: string): Promise<Appeal | undefined> {
    return this.database.one(`${read} WHERE id = ?`, [id]);
  }

  /** The appeal, kept from other writers until the transaction ends; lock person and case first. */
  lock(id: string): Promise<Appeal | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one(`${read} WHERE id = ?${lock}`, [id]);
  }

  /** The oldest first. */
  ofCase(caseId: string): Promise<Appeal[]> {
    return this.database.all(`${read} WHERE caseId = ? ORDER BY id`, [caseId]);
  }

  /** The oldest first. */
  ofSubjects(subjectIds: readonly string[]): Promise<Appeal[]> {
    if (subjectIds.length === 0) return Promise.resolve([]);
    const marks = subjectIds.map(() => '?').join(',');
    return this.database.all(`${read} WHERE subjectId IN (${marks}) ORDER BY id`, subjectIds);
  }

  /** In the order of ids, after `afterId`. */
  page(
    { cooperativeIds, ...equal }: AppealFilter,
    afterId: string | undefined,
    limit: number,
  ): Promise<Appeal[]> {
    const given = Object.entries(equal).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const conditions = ['id > ?', ...given.map(([column]) => `${column} = ?`)].join(' AND ');
    const reach = reachCondition(cooperativeIds);
    const values = [afterId ?? '', ...given.map(([, value]) => value), ...reach.values, limit];
    return this.database.all(`${read} WHERE ${conditions}${reach.sql} ORDER BY id LIMIT ?`, values);
  }

  /** Writes the changed members; false if the version is no longer the one that was read. */
  async update(id: string, version: number, change: Partial<Appeal>): Promise<boolean> {
    const entries = Object.entries({ ...change, version: version + 1 }) as [string, SqlValue][];
    const assignments = entries.map(([column]) => `${column} = ?`).join(', ');
    const sql = `UPDATE appeal SET ${assignments} WHERE id = ? AND version = ?`;
    return (await this.database.run(sql, [...entries.map(([, value]) => value), id, version])) === 1;
  }

  insertDecision(row: AppealDecision): Promise<void> {
    return this.database.insert(appealDecisions, [row]);
  }

  decisionsOf(appealIds: readonly string[]): Promise<AppealDecision[]> {
    if (appealIds.length === 0) return Promise.resolve([]);
    const marks = appealIds.map(() => '?').join(',');
    const sql = `SELECT ${appealDecisions.columns.join(', ')} FROM appeal_decision WHERE appealId IN (${marks})`;
    return this.database.all(sql, appealIds);
  }
}
