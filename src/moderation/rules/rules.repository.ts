import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import { ruleVersions, type RuleVersionEntity } from './rule-version.entity.js';

const read = `SELECT ${ruleVersions.columns.join(', ')} FROM rule_version`;
const isNewest = `number = (SELECT MAX(n.number) FROM rule_version n WHERE n.code = rule_version.code)`;

@Injectable()
export class RulesRepository {
  constructor(private readonly database: Database) {}

  findCurrent(code: RuleCode): Promise<RuleVersionEntity | undefined> {
    return this.database.one(`${read} WHERE code = ? ORDER BY number DESC LIMIT 1`, [code]);
  }

  allCurrent(): Promise<RuleVersionEntity[]> {
    return this.database.all(`${read} WHERE ${isNewest}`);
  }

  findVersion(id: string): Promise<RuleVersionEntity | undefined> {
    return this.database.one(`${read} WHERE id = ?`, [id]);
  }

  /** The newest first. */
  versionsOf(code: RuleCode): Promise<RuleVersionEntity[]> {
    return this.database.all(`${read} WHERE code = ? ORDER BY number DESC`, [code]);
  }

  insert(rows: RuleVersionEntity[]): Promise<void> {
    return this.database.insert(ruleVersions, rows);
  }
}
