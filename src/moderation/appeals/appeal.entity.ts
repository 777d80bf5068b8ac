import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn, tableOf, TextColumn } from '../../platform/database/columns.js';
import type { Appeal, AppealDecision, AppealOutcome, AppealStatus, Appellant } from './appeal.js';

const maybe = { nullable: true };

@Entity('appeal')
@Index('uq_appeal_decision', ['decisionId', 'number'], { unique: true })
@Index('ix_appeal_status', ['status', 'id'])
@Index('ix_appeal_subject', ['subjectId', 'id'])
export class AppealEntity implements Appeal {
  @IdColumn() id: string;
  @TextColumn(26) decisionId: string;
  @TextColumn(26) caseId: string;
  @TextColumn(26) subjectId: string;
  @IntColumn() number: number;
  @TextColumn(16) status: AppealStatus;
  @TextColumn(24) appellant: Appellant;
  @TextColumn(64) filedBy: string;
  @InstantColumn() filedAt: string;
  @TextColumn(26) statementTextId: string;
  @TextColumn(26, maybe) newEvidenceTextId: string | null;
  @TextColumn(64, maybe) claimedBy: string | null;
  @InstantColumn(maybe) claimedUntil: string | null;
  @TextColumn(16, maybe) outcome: AppealOutcome | null;
  @InstantColumn(maybe) decidedAt: string | null;
  @InstantColumn() updatedAt: string;
  @IntColumn() version: number;
}

/** Append only. */
@Entity('appeal_decision')
@Index('uq_appeal_decision_appeal', ['appealId'], { unique: true })
export class AppealDecisionEntity implements AppealDecision {
  @IdColumn() id: string;
  @TextColumn(26) appealId: string;
  @TextColumn(16) outcome: AppealOutcome;
  @TextColumn(26, maybe) newDecisionId: string | null;
  @TextColumn(26) replyTextId: string;
  @TextColumn(64) replyHash: string;
  @TextColumn(64) decidedBy: string;
  @InstantColumn() decidedAt: string;
}

export const appeals = tableOf(AppealEntity);
export const appealDecisions = tableOf(AppealDecisionEntity);
