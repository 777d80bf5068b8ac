import { Injectable } from '@nestjs/common';
import type { SqlValue } from '../../platform/database/connection.js';
import { Database } from '../../platform/database/database.js';
import { cases } from './case.entity.js';
import type { Case } from './case.js';

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
