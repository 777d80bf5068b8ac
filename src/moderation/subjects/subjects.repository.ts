import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { subjects } from './subject.entity.js';
import type { Subject } from './subject.js';

const read = `SELECT ${subjects.columns.join(', ')} FROM moderation_subject`;
const askedAtOnce = 500;

@Injectable()
export class SubjectsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Subject | undefined> {
    return this.database.one(`${read} WHERE id = ?`, [id]);
  }

  findAll(ids: readonly string[]): Promise<Subject[]> {
    return this.inParts('id', ids);
  }

  findByKeys(keys: readonly string[]): Promise<Subject[]> {
    return this.inParts('nicknameKey', keys);
  }

  findBySkeleton(skeleton: string, limit: number): Promise<Subject[]> {
    return this.database.all(`${read} WHERE skeleton = ? ORDER BY id LIMIT ?`, [skeleton, limit]);
  }

  /** Everybody this seller is, the oldest first. */
  ofSeller(sellerId: string): Promise<Subject[]> {
    return this.database.all(`${read} WHERE sellerId = ? ORDER BY id`, [sellerId]);
  }

  /** One row, kept from other writers until the transaction ends. */
  lock(id: string): Promise<Subject | undefined> {
    return this.database.one(`${read} WHERE id = ?${this.forUpdate}`, [id]);
  }

  /** The rows of a seller in the order of ids, so that no two callers wait for each other. */
  lockOfSeller(sellerId: string): Promise<Subject[]> {
    return this.database.all(`${read} WHERE sellerId = ? ORDER BY id${this.forUpdate}`, [sellerId]);
  }

  insert(rows: Subject[]): Promise<void> {
    return this.database.insert(subjects, rows);
  }

  /** Says who it is; false if somebody did so first. */
  async link(id: string, version: number, sellerId: string, cooperativeId: string): Promise<boolean> {
    const sql = `UPDATE moderation_subject SET sellerId = ?, cooperativeId = ?, version = version + 1 WHERE id = ? AND version = ?`;
    return (await this.database.run(sql, [sellerId, cooperativeId, id, version])) === 1;
  }

  private get forUpdate(): string {
    return this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
  }

  private async inParts(column: 'id' | 'nicknameKey', asked: readonly string[]): Promise<Subject[]> {
    const found: Subject[] = [];
    for (let from = 0; from < asked.length; from += askedAtOnce) {
      const part = asked.slice(from, from + askedAtOnce);
      const marks = part.map(() => '?').join(',');
      found.push(...(await this.database.all<Subject>(`${read} WHERE ${column} IN (${marks})`, part)));
    }
    return found;
  }
}
