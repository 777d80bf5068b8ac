import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  KeyColumn,
  tableOf,
  TextColumn,
} from '../../platform/database/columns.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { Sanction, SanctionEnd, SanctionKind } from './sanction.js';
import type { EndCause, Strike, StrikeReversal } from './strike.js';

/** All four are append only. */
@Entity('strike')
@Index('uq_strike_decision', ['decisionId'], { unique: true })
@Index('ix_strike_subject', ['subjectId', 'issuedAt'])
export class StrikeEntity implements Strike {
  @IdColumn() id: string;
  @TextColumn(26) decisionId: string;
  @TextColumn(26) subjectId: string;
  @TextColumn(32) ruleCode: RuleCode;
  @IntColumn() points: number;
  @InstantColumn() issuedAt: string;
  @InstantColumn() expiresAt: string;
}

@Entity('strike_reversal')
@Index('ix_strike_reversal_subject', ['subjectId'])
export class StrikeReversalEntity implements StrikeReversal {
  @KeyColumn(26) strikeId: string;
  @TextColumn(26) subjectId: string;
  @InstantColumn() at: string;
  @TextColumn(16) cause: EndCause;
  @TextColumn(26) causeId: string;
  @TextColumn(64) endedBy: string;
}

@Entity('sanction')
@Index('uq_sanction_decision', ['decisionId'], { unique: true })
@Index('ix_sanction_subject', ['subjectId', 'startedAt'])
export class SanctionEntity implements Sanction {
  @IdColumn() id: string;
  @TextColumn(26) decisionId: string;
  @TextColumn(26) subjectId: string;
  @TextColumn(16) kind: SanctionKind;
  @InstantColumn() startedAt: string;
}

@Entity('sanction_end')
@Index('ix_sanction_end_subject', ['subjectId'])
export class SanctionEndEntity implements SanctionEnd {
  @KeyColumn(26) sanctionId: string;
  @TextColumn(26) subjectId: string;
  @InstantColumn() at: string;
  @TextColumn(16) cause: EndCause;
  @TextColumn(26) causeId: string;
  @TextColumn(64) endedBy: string;
}

export const strikes = tableOf(StrikeEntity);
export const strikeReversals = tableOf(StrikeReversalEntity);
export const sanctions = tableOf(SanctionEntity);
export const sanctionEnds = tableOf(SanctionEndEntity);
