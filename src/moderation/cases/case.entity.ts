import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../../platform/database/columns.js';
import type { MessageType } from '../../screening/message-type.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { Severity } from '../rules/severity.js';
import type { CaseStatus } from './case-course.js';
import type { Case } from './case.js';

const maybe = { nullable: true };

/** What the members mean stands in `case.ts`. */
@Entity('moderation_case')
@Index('uq_moderation_case_open', ['openKey'], { unique: true })
@Index('ix_moderation_case_next', ['status', 'priority', 'id'])
@Index('ix_moderation_case_subject', ['subjectId', 'fingerprint'])
@Index('ix_moderation_case_words', ['fingerprint', 'isSensitive'])
@Index('ix_moderation_case_claimed', ['claimedBy', 'id'])
export class CaseEntity implements Case {
  @IdColumn() id: string;
  @TextColumn(26) subjectId: string;
  @TextColumn(16) status: CaseStatus;
  @TextColumn(100, maybe) openKey: string | null;
  @TextColumn(16) messageType: MessageType;
  @TextColumn(64) fingerprint: string;
  @TextColumn(32, maybe) suggestedRule: RuleCode | null;
  @TextColumn(4, maybe) severity: Severity | null;
  @FlagColumn() isSensitive: number;
  @LongTextColumn() suggestion: string;
  @IntColumn() reportCount: number;
  @InstantColumn(maybe) lastPostedAt: string | null;
  @InstantColumn() firstReportedAt: string;
  @InstantColumn() lastReportedAt: string;
  @IntColumn() priority: number;
  @TextColumn(64, maybe) claimedBy: string | null;
  @InstantColumn(maybe) claimedUntil: string | null;
  @TextColumn(26, maybe) decisionId: string | null;
  @TextColumn(26, maybe) proposalId: string | null;
  @TextColumn(26, maybe) duplicateOf: string | null;
  @TextColumn(26, maybe) escalationTextId: string | null;
  @InstantColumn() updatedAt: string;
  @InstantColumn(maybe) closedAt: string | null;
  @IntColumn() version: number;
}

export const cases = tableOf(CaseEntity);
