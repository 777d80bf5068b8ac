import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { currentRehearsal } from '../../platform/database/rehearsal.js';
import type { Outcome } from '../rows/outcome-counts.js';
import { valueUses, type ValueUseEntity } from './value-use.entity.js';

/** A row that became what it is by a learned value. */
export interface RowOfValue {
  importId: string;
  rowNo: number;
  outcome: Outcome;
  sellerId: string;
}

const ofValue = `FROM value_use u JOIN import_row r ON r.importId = u.importId AND r.rowNo = u.rowNo
  WHERE u.valueDecisionId = ? AND r.outcome IN ('created', 'updated')`;

@Injectable()
export class ValueUsesRepository {
  constructor(private readonly database: Database) {}

  /** Rows that are new; a plan uses nothing. */
  async insert(uses: readonly ValueUseEntity[]): Promise<void> {
    if (uses.length > 0 && !currentRehearsal()) await this.database.insert(valueUses, uses);
  }

  /** A row that was decided again. */
  async replace(importId: string, rowNo: number, uses: readonly ValueUseEntity[]): Promise<void> {
    await this.database.run('DELETE FROM value_use WHERE importId = ? AND rowNo = ?', [importId, rowNo]);
    await this.insert(uses);
  }

  /** The first rows that made or changed a seller by this value, in order. */
  first(valueDecisionId: string, limit: number): Promise<RowOfValue[]> {
    return this.database.all(
      `SELECT u.importId, u.rowNo, r.outcome, r.sellerId ${ofValue} ORDER BY u.importId, u.rowNo LIMIT ?`,
      [valueDecisionId, limit],
    );
  }

  async count(valueDecisionId: string): Promise<number> {
    const found = await this.database.one<{ many: number }>(`SELECT COUNT(*) AS many ${ofValue}`, [
      valueDecisionId,
    ]);
    return Number(found!.many);
  }
}
