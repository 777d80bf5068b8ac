import { Injectable } from '@nestjs/common';
import type { SqlValue } from '../../platform/database/connection.js';
import { Database } from '../../platform/database/database.js';
import { reachCondition } from '../subjects/reach.repository.js';
import { cases } from './case.entity.js';
import type { Case } from './case.js';

const askedAtOnce = 200;
const read = `SELECT ${cases.columns.join(', ')} FROM moderation_case`;

@Injectable()
export class CasesRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Case | undefined> {
    return this.database.one(`${read} WHERE id = ?`, [id]);
  }

  /** The case, kept from other writers until the transaction ends; lock its subject first. */
  lock(id: string): Promise<Case | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one(`${read} WHERE id = ?${lock}`, [id]);
  }

  /** Every case of these people about these words, kept from other writers. */
  async lockAlike(wanted: readonly { subjectId: string; fingerprint: string }[]): Promise<Case[]> {
    const found: Case[] = [];
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    for (let from = 0; from < wanted.length; from += askedAtOnce) {
      const part = wanted.slice(from, from + askedAtOnce);
      const marks = part.map(() => '?').join(',');
      const where = `subjectId IN (${marks}) AND fingerprint IN (${marks})`;
      const values = [...part.map(({ subjectId }) => subjectId), ...part.map((each) => each.fingerprint)];
      found.push(...(await this.database.all<Case>(`${read} WHERE ${where} ORDER BY id${lock}`, values)));
    }
    return [...new Map(found.map((each) => [each.id, each])).values()];
  }

  /** Ended ones about any of these people, the latest first. */
  endedOf(subjectIds: readonly string[], limit: number): Promise<Case[]> {
    if (subjectIds.length === 0) return Promise.resolve([]);
    const marks = subjectIds.map(() => '?').join(',');
    const where = `subjectId IN (${marks}) AND closedAt IS NOT NULL`;
    return this.database.all(`${read} WHERE ${where} ORDER BY closedAt DESC LIMIT ?`, [...subjectIds, limit]);
  }

  /** Which of these messages a sensitive case was about, whoever posted them. */
  async graveAmong(fingerprints: readonly string[]): Promise<Set<string>> {
    const grave = new Set<string>();
    for (let from = 0; from < fingerprints.length; from += askedAtOnce) {
      const part = fingerprints.slice(from, from + askedAtOnce);
      const marks = part.map(() => '?').join(',');
      const sql = `SELECT DISTINCT fingerprint FROM moderation_case WHERE fingerprint IN (${marks}) AND isSensitive = 1`;
      const rows = await this.database.all<Pick<Case, 'fingerprint'>>(sql, part);
      for (const { fingerprint } of rows) grave.add(fingerprint);
    }
    return grave;
  }

  /** When each of these cases was first decided, by its id. */
  async firstDecisions(caseIds: readonly string[]): Promise<Map<string, string>> {
    const first = new Map<string, string>();
    for (let from = 0; from < caseIds.length; from += askedAtOnce) {
      const part = caseIds.slice(from, from + askedAtOnce);
      const sql = `SELECT caseId, decidedAt FROM moderation_decision WHERE replaces = '' AND caseId IN (${part.map(() => '?').join(',')})`;
      for (const row of await this.database.all<{ caseId: string; decidedAt: string }>(sql, part))
        first.set(row.caseId, row.decidedAt);
    }
    return first;
  }

  /** The most urgent case that nobody holds, kept from other writers; `cooperativeIds` undefined means all. */
  async lockNext(now: string, cooperativeIds?: readonly string[]): Promise<Case | undefined> {
    const reach = reachCondition(cooperativeIds);
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    const next = (where: string, values: readonly string[]) =>
      this.database.one<Case>(`${read} WHERE ${where}${reach.sql} ORDER BY priority, id LIMIT 1${lock}`, [
        ...values,
        ...reach.values,
      ]);
    const open = await next("status = 'open'", []);
    const left = await next("status = 'claimed' AND claimedUntil <= ?", [now]);
    if (!open || !left) return open ?? left;
    return urgency(left) < urgency(open) ? left : open;
  }

  insert(rows: Case[]): Promise<void> {
    return this.database.insert(cases, rows);
  }

  /** Writes the changed members and counts the version up; false if it is no longer the one that was read. */
  async update(id: string, version: number, change: Partial<Case>): Promise<boolean> {
    const entries = Object.entries({ ...change, version: version + 1 }) as [string, SqlValue][];
    const assignments = entries.map(([column]) => `${column} = ?`).join(', ');
    const sql = `UPDATE moderation_case SET ${assignments} WHERE id = ? AND version = ?`;
    return (await this.database.run(sql, [...entries.map(([, value]) => value), id, version])) === 1;
  }
}

const urgency = ({ priority, id }: Case): string => `${priority} ${id}`;
