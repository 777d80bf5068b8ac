import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn, tableOf, TextColumn } from '../../platform/database/columns.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { LadderStep } from '../policy/policy.js';
import type { Severity } from '../rules/severity.js';
import type { Decision, Leniency, Outcome } from './decision.js';

const maybe = { nullable: true };

/** Append only; what the members mean stands in `decision.ts`. */
@Entity('moderation_decision')
@Index('uq_moderation_decision_case', ['caseId', 'replaces'], { unique: true })
@Index('ix_moderation_decision_subject', ['subjectId', 'decidedAt'])
export class DecisionEntity implements Decision {
  @IdColumn() id: string;
  @TextColumn(26) caseId: string;
  @TextColumn(26) replaces: string;
  @TextColumn(26) subjectId: string;
  @TextColumn(26, maybe) sellerId: string | null;
  @TextColumn(16) outcome: Outcome;
  @TextColumn(32, maybe) ruleCode: RuleCode | null;
  @TextColumn(26, maybe) ruleVersionId: string | null;
  @TextColumn(4, maybe) severity: Severity | null;
  @IntColumn() policyNumber: number;
  @IntColumn() points: number;
  @TextColumn(16, maybe) leniency: Leniency | null;
  @InstantColumn(maybe) expiresAt: string | null;
  @IntColumn() pointsBefore: number;
  @IntColumn() pointsAfter: number;
  @TextColumn(16) step: LadderStep;
  @TextColumn(26) reasonTextId: string;
  @TextColumn(64) reasonHash: string;
  @TextColumn(26, maybe) noticeTextId: string | null;
  @TextColumn(64, maybe) noticeHash: string | null;
  @TextColumn(64) decidedBy: string;
  @TextColumn(64, maybe) confirmedBy: string | null;
  @InstantColumn() decidedAt: string;
}

export const decisions = tableOf(DecisionEntity);
