import { Injectable } from '@nestjs/common';
import type { SqlValue } from '../../platform/database/connection.js';
import { Database } from '../../platform/database/database.js';
import { tasks } from './task.entity.js';
import type { Task, TaskCause, TaskKind, TaskStatus } from './task.js';

const read = `SELECT ${tasks.columns.join(', ')} FROM moderation_task`;
const askedAtOnce = 500;
const notOver = "status IN ('open', 'claimed')";

/** What a list of tasks is narrowed by. */
export interface TaskFilter {
  status?: TaskStatus;
  kind?: TaskKind;
  sellerId?: string;
  subjectId?: string;
  caseId?: string;
  claimedBy?: string;
  /** Not over, and due before this moment. */
  dueBefore?: string;
  cooperativeIds?: readonly string[];
}

@Injectable()
export class TasksRepository {
  constructor(private readonly database: Database) {}

  insert(rows: Task[]): Promise<void> {
    return this.database.insert(tasks, rows);
  }

  find(id: string): Promise<Task | undefined> {
    return this.database.one(`${read} WHERE id = ?`, [id]);
  }

  /** The task, kept from other writers until the transaction ends; lock its case first. */
  lock(id: string): Promise<Task | undefined> {
    return this.database.one(`${read} WHERE id = ?${this.forUpdate}`, [id]);
  }

  /** In the order of ids, after `afterId`. */
  page(filter: TaskFilter, afterId: string | undefined, limit: number): Promise<Task[]> {
    const { conditions, values } = conditionsOf(filter, afterId);
    const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
    return this.database.all(`${read}${where} ORDER BY id LIMIT ?`, [...values, limit]);
  }

  /** About any of these people or this seller, what changed last first. */
  latestOf(subjectIds: readonly string[], sellerId: string | null, limit: number): Promise<Task[]> {
    const marks = ['', ...subjectIds].map(() => '?').join(',');
    const where = `subjectId IN (${marks}) OR sellerId = ?`;
    const sql = `${read} WHERE ${where} ORDER BY updatedAt DESC, id DESC LIMIT ?`;
    return this.database.all(sql, ['', ...subjectIds, sellerId, limit]);
  }

  ofCause(causeType: TaskCause, causeId: string): Promise<Task[]> {
    return this.database.all(`${read} WHERE causeType = ? AND causeId = ? ORDER BY id`, [causeType, causeId]);
  }

  lockOpenOf(causeType: TaskCause, causeId: string): Promise<Task[]> {
    const sql = `${read} WHERE causeType = ? AND causeId = ? AND ${notOver} ORDER BY id${this.forUpdate}`;
    return this.database.all(sql, [causeType, causeId]);
  }

  /** What would bring these people back, not begun or not finished, kept from other writers. */
  lockOpenWelcomes(subjectIds: readonly string[]): Promise<Task[]> {
    const marks = subjectIds.map(() => '?').join(',');
    const welcome = "(kind IN ('lift_ban', 'invite') OR causeType = 'reinstatement')";
    const sql = `${read} WHERE subjectId IN (${marks}) AND ${welcome} AND ${notOver} ORDER BY id${this.forUpdate}`;
    return this.database.all(sql, subjectIds);
  }

  async openOf(subjectIds: readonly string[]): Promise<Pick<Task, 'kind' | 'subjectId'>[]> {
    const found: Pick<Task, 'kind' | 'subjectId'>[] = [];
    for (let from = 0; from < subjectIds.length; from += askedAtOnce) {
      const asked = subjectIds.slice(from, from + askedAtOnce);
      const marks = asked.map(() => '?').join(',');
      const sql = `SELECT kind, subjectId FROM moderation_task WHERE subjectId IN (${marks}) AND ${notOver}`;
      found.push(...(await this.database.all<Pick<Task, 'kind' | 'subjectId'>>(sql, asked)));
    }
    return found;
  }

  async isAnyOpenOf(caseId: string): Promise<boolean> {
    const sql = `SELECT id FROM moderation_task WHERE caseId = ? AND ${notOver} LIMIT 1`;
    return (await this.database.one(sql, [caseId])) !== undefined;
  }

  /** Whether one of these subjects was asked to rename and let the time pass. */
  async isRenameOverdue(subjectIds: readonly string[], now: string): Promise<boolean> {
    if (subjectIds.length === 0) return false;
    const marks = subjectIds.map(() => '?').join(',');
    const sql = `SELECT id FROM moderation_task WHERE subjectId IN (${marks}) AND kind = 'rename' AND ${notOver} AND dueAt <= ? LIMIT 1`;
    return (await this.database.one(sql, [...subjectIds, now])) !== undefined;
  }

  /** When the notices of these decisions were delivered. */
  deliveries(decisionIds: readonly string[]): Promise<{ decisionId: string; at: string }[]> {
    if (decisionIds.length === 0) return Promise.resolve([]);
    const marks = decisionIds.map(() => '?').join(',');
    const sql = `SELECT causeId AS decisionId, MIN(doneAt) AS at FROM moderation_task
      WHERE causeType = 'decision' AND causeId IN (${marks}) AND kind = 'deliver_notice' AND status = 'done' GROUP BY causeId`;
    return this.database.all(sql, decisionIds);
  }

  /** Writes the changed members and counts the version up; false if it is no longer the one that was read. */
  async update(id: string, version: number, change: Partial<Task>): Promise<boolean> {
    const entries = Object.entries({ ...change, version: version + 1 }) as [string, SqlValue][];
    const assignments = entries.map(([column]) => `${column} = ?`).join(', ');
    const sql = `UPDATE moderation_task SET ${assignments} WHERE id = ? AND version = ?`;
    return (await this.database.run(sql, [...entries.map(([, value]) => value), id, version])) === 1;
  }

  private get forUpdate(): string {
    return this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
  }
}

function conditionsOf({ dueBefore, cooperativeIds, ...equal }: TaskFilter, afterId?: string) {
  const conditions: string[] = [];
  const values: string[] = [];
  const add = (condition: string, ...more: readonly string[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  for (const [column, value] of Object.entries(equal)) if (value !== undefined) add(`${column} = ?`, value);
  if (dueBefore !== undefined) add(`${notOver} AND dueAt < ?`, dueBefore);
  if (cooperativeIds) {
    const marks = cooperativeIds.map(() => '?').join(',');
    add(marks ? `cooperativeId IN (${marks})` : '1 = 0', ...cooperativeIds);
  }
  if (afterId !== undefined) add('id > ?', afterId);
  return { conditions, values };
}
