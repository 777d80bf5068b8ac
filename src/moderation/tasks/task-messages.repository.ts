import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { MessageType } from '../../screening/message-type.js';

/** A message that somebody reported. */
export interface ReportedMessage {
  caseId: string;
  textId: string | null;
  messageType: MessageType;
  postedAt: string | null;
  isSensitive: number;
}

/** Which messages tasks are about. */
@Injectable()
export class TaskMessagesRepository {
  constructor(private readonly database: Database) {}

  /** The latest report of each case. */
  async latestOf(caseIds: readonly string[]): Promise<Map<string, ReportedMessage>> {
    if (caseIds.length === 0) return new Map();
    const marks = caseIds.map(() => '?').join(',');
    const sql = `SELECT r.caseId, r.textId, r.messageType, r.postedAt, c.isSensitive
      FROM moderation_report r JOIN moderation_case c ON c.id = r.caseId
      WHERE r.id IN (SELECT MAX(id) FROM moderation_report WHERE caseId IN (${marks}) GROUP BY caseId)`;
    const rows = await this.database.all<ReportedMessage>(sql, caseIds);
    return new Map(rows.map((row) => [row.caseId, row]));
  }
}
