import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Sanction, SanctionEnd } from './sanction.js';
import type { ConductRecord } from './standing.js';
import { sanctionEnds, sanctions, strikeReversals, strikes } from './strike.entity.js';
import type { Strike, StrikeReversal } from './strike.js';

/** Strikes and sanctions with what took them back; rows are only ever added. */
@Injectable()
export class ConductRepository {
  constructor(private readonly database: Database) {}

  /** Everything there is about these subjects, the oldest first. */
  async ofSubjects(subjectIds: readonly string[]): Promise<ConductRecord> {
    if (subjectIds.length === 0) return { strikes: [], reversals: [], sanctions: [], ends: [] };
    const read = <T>({ name, columns }: { name: string; columns: readonly string[] }, order: string) => {
      const marks = subjectIds.map(() => '?').join(',');
      const sql = `SELECT ${columns.join(', ')} FROM ${name} WHERE subjectId IN (${marks}) ORDER BY ${order}`;
      return this.database.all<T>(sql, subjectIds);
    };
    return {
      strikes: await read<Strike>(strikes, 'issuedAt, id'),
      reversals: await read<StrikeReversal>(strikeReversals, 'at, strikeId'),
      sanctions: await read<Sanction>(sanctions, 'startedAt, id'),
      ends: await read<SanctionEnd>(sanctionEnds, 'at, sanctionId'),
    };
  }

  strikeOf(decisionId: string): Promise<Strike | undefined> {
    return this.database.one(`SELECT ${strikes.columns.join(', ')} FROM strike WHERE decisionId = ?`, [
      decisionId,
    ]);
  }

  sanctionOf(decisionId: string): Promise<Sanction | undefined> {
    const sql = `SELECT ${sanctions.columns.join(', ')} FROM sanction WHERE decisionId = ?`;
    return this.database.one(sql, [decisionId]);
  }

  addStrike(row: Strike): Promise<void> {
    return this.database.insert(strikes, [row]);
  }

  addSanction(row: Sanction): Promise<void> {
    return this.database.insert(sanctions, [row]);
  }

  addReversals(rows: StrikeReversal[]): Promise<void> {
    return this.database.insert(strikeReversals, rows);
  }

  addEnds(rows: SanctionEnd[]): Promise<void> {
    return this.database.insert(sanctionEnds, rows);
  }
}
