import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

@Injectable()
export class HousekeepingRepository {
  constructor(private readonly database: Database) {}

  /** Deletes up to `limit` answers kept under an Idempotency-Key before; answers how many. */
  async purgeAnswers(before: string, limit: number): Promise<number> {
    const old = await this.database.all<{ keyHash: string }>(
      'SELECT keyHash FROM idempotency_key WHERE createdAt < ? ORDER BY createdAt LIMIT ?',
      [before, limit],
    );
    if (old.length === 0) return 0;
    return this.database.run(
      `DELETE FROM idempotency_key WHERE keyHash IN (${old.map(() => '?').join(',')})`,
      old.map(({ keyHash }) => keyHash),
    );
  }
}
