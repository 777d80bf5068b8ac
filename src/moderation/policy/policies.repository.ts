import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { policyVersions, type PolicyVersionEntity } from './policy-version.entity.js';

const read = `SELECT ${policyVersions.columns.join(', ')} FROM policy_version`;

@Injectable()
export class PoliciesRepository {
  constructor(private readonly database: Database) {}

  findNewest(): Promise<PolicyVersionEntity | undefined> {
    return this.database.one(`${read} ORDER BY number DESC LIMIT 1`);
  }

  findNumber(number: number): Promise<PolicyVersionEntity | undefined> {
    return this.database.one(`${read} WHERE number = ?`, [number]);
  }

  /** The newest first. */
  all(): Promise<PolicyVersionEntity[]> {
    return this.database.all(`${read} ORDER BY number DESC`);
  }

  insert(row: PolicyVersionEntity): Promise<void> {
    return this.database.insert(policyVersions, [row]);
  }
}
