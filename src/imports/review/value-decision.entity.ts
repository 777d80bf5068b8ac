import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn, tableOf, TextColumn } from '../../platform/database/columns.js';

const maybe = { nullable: true };

/** What a person said a text in a form means; used for every import afterwards. */
@Entity('value_decision')
@Index('uq_value_decision_key', ['kind', 'keyHash'], { unique: true })
export class ValueDecisionEntity {
  @IdColumn() id: string;
  @TextColumn(16) kind: 'cooperative';
  /** Keyed hash of the normalised text and number. */
  @TextColumn(64) keyHash: string;
  /** As first read. */
  @TextColumn(200) text: string;
  @TextColumn(20, maybe) number: string | null;
  @TextColumn(26) cooperativeId: string;
  @TextColumn(64) decidedBy: string;
  @InstantColumn() decidedAt: string;
  /** The row that taught it. */
  @TextColumn(26, maybe) importId: string | null;
  @IntColumn(maybe) rowNo: number | null;
}

export const valueDecisions = tableOf(ValueDecisionEntity);
