import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../../platform/database/columns.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { Severity } from './severity.js';

/** One wording of one rule; a new wording is a new row. Append only. */
@Entity('rule_version')
@Index('uq_rule_version', ['code', 'number'], { unique: true })
export class RuleVersionEntity {
  @IdColumn() id: string;
  @TextColumn(32) code: RuleCode;
  /** From 1. */
  @IntColumn() number: number;
  @TextColumn(4) severity: Severity;
  /** JSON: the wording; see `rule.ts`. */
  @LongTextColumn() contents: string;
  @TextColumn(64) createdBy: string;
  @InstantColumn() createdAt: string;
}

export const ruleVersions = tableOf(RuleVersionEntity);
