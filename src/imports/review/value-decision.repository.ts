import { Injectable } from '@nestjs/common';
import type { Meaning } from '../reading/cooperative-memory.js';
import { Database } from '../../platform/database/database.js';
import { valueDecisions, type ValueDecisionEntity } from './value-decision.entity.js';

const select = `SELECT ${valueDecisions.columns.join(', ')} FROM value_decision`;

@Injectable()
export class ValueDecisionsRepository {
  constructor(private readonly database: Database) {}

  /** What cooperatives' names mean, all of it: people decide thousands of names at most. */
  meanings(): Promise<(Meaning & Pick<ValueDecisionEntity, 'keyHash'>)[]> {
    return this.database.all(
      "SELECT keyHash, id AS valueDecisionId, cooperativeId FROM value_decision WHERE kind = 'cooperative'",
    );
  }

  find(id: string): Promise<ValueDecisionEntity | undefined> {
    return this.database.one<ValueDecisionEntity>(`${select} WHERE id = ?`, [id]);
  }

  /** Needs a transaction; kept from other writers until it ends. */
  lockByKey(keyHash: string): Promise<ValueDecisionEntity | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one(`${select} WHERE kind = 'cooperative' AND keyHash = ?${lock}`, [keyHash]);
  }

  /** Newest first, before `beforeId`. */
  page(beforeId: string | undefined, limit: number): Promise<ValueDecisionEntity[]> {
    const condition = beforeId ? ' WHERE id < ?' : '';
    const values = beforeId ? [beforeId, limit] : [limit];
    return this.database.all(`${select}${condition} ORDER BY id DESC LIMIT ?`, values);
  }

  insert(decision: ValueDecisionEntity): Promise<void> {
    return this.database.insert(valueDecisions, [decision]);
  }

  /** False if it was gone already. */
  async delete(id: string): Promise<boolean> {
    return (await this.database.run('DELETE FROM value_decision WHERE id = ?', [id])) === 1;
  }
}
