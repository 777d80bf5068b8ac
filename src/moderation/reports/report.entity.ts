import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, tableOf, TextColumn } from '../../platform/database/columns.js';
import type { MessageType } from '../../screening/message-type.js';
import type { Report, ReportSource } from './report.js';

const maybe = { nullable: true };

/** Append only. */
@Entity('moderation_report')
@Index('ix_moderation_report_case', ['caseId', 'id'])
@Index('ix_moderation_report_subject', ['subjectId', 'fingerprint'])
@Index('ix_moderation_report_text', ['textId'])
@Index('ix_moderation_report_note', ['noteTextId'])
export class ReportEntity implements Report {
  @IdColumn() id: string;
  @TextColumn(26) caseId: string;
  @TextColumn(26) subjectId: string;
  @TextColumn(300) authorNickname: string;
  @TextColumn(16) messageType: MessageType;
  @InstantColumn(maybe) postedAt: string | null;
  @TextColumn(26, maybe) textId: string | null;
  @TextColumn(64, maybe) textHash: string | null;
  @TextColumn(26, maybe) noteTextId: string | null;
  @TextColumn(64) fingerprint: string;
  @TextColumn(16) source: ReportSource;
  @TextColumn(64) reportedBy: string;
  @InstantColumn() reportedAt: string;
}

export const reports = tableOf(ReportEntity);
