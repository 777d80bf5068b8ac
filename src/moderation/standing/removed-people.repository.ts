import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Somebody whose removal holds. */
export interface RemovedPerson {
  subjectId: string;
  sellerId: string | null;
  nicknameKey: string;
  skeleton: string;
  caseId: string;
}

const askedAtOnce = 500;
const removed = `SELECT s.id AS subjectId, s.sellerId, s.nicknameKey, s.skeleton, d.caseId
  FROM moderation_subject s
  JOIN sanction x ON x.subjectId = s.id AND x.kind = 'removal'
  JOIN moderation_decision d ON d.id = x.decisionId
  WHERE NOT EXISTS (SELECT 1 FROM sanction_end e WHERE e.sanctionId = x.id)`;

@Injectable()
export class RemovedPeopleRepository {
  constructor(private readonly database: Database) {}

  /** By the skeleton of their nickname. */
  findAlike(skeletons: readonly string[]): Promise<RemovedPerson[]> {
    return this.inParts('s.skeleton', skeletons);
  }

  findSellers(sellerIds: readonly string[]): Promise<RemovedPerson[]> {
    return this.inParts('s.sellerId', sellerIds);
  }

  private async inParts(column: string, values: readonly string[]): Promise<RemovedPerson[]> {
    const found: RemovedPerson[] = [];
    for (let from = 0; from < values.length; from += askedAtOnce) {
      const asked = values.slice(from, from + askedAtOnce);
      const marks = asked.map(() => '?').join(',');
      const sql = `${removed} AND ${column} IN (${marks}) ORDER BY x.id DESC`;
      found.push(...(await this.database.all<RemovedPerson>(sql, asked)));
    }
    return found;
  }
}
