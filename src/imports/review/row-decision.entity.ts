import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../../platform/database/columns.js';
import type { Outcome } from '../rows/outcome-counts.js';
import type { ChoiceAction } from './resolution.js';

const maybe = { nullable: true };

/** One decision of a person about a row that waited; the newest not taken back is its resolution. */
@Entity('import_row_decision')
@Index('ix_import_row_decision_row', ['importId', 'rowNo', 'id'])
export class RowDecisionEntity {
  @IdColumn() id: string;
  @TextColumn(26) importId: string;
  @IntColumn() rowNo: number;
  @TextColumn(16) action: ChoiceAction;
  /** Why the row had waited. */
  @TextColumn(40, maybe) reason: string | null;
  /** What became of it. */
  @TextColumn(16) outcome: Outcome;
  @TextColumn(26, maybe) cooperativeId: string | null;
  /** The seller made or changed, and the version that left. */
  @TextColumn(26, maybe) sellerId: string | null;
  @IntColumn(maybe) sellerVersion: number | null;
  @TextColumn(26, maybe) valueDecisionId: string | null;
  @TextColumn(64) decidedBy: string;
  @InstantColumn() decidedAt: string;
  @TextColumn(64, maybe) undoneBy: string | null;
  @InstantColumn(maybe) undoneAt: string | null;
  /** JSON: KeptForUndo, what taking it back needs; personal, so it goes with the originals. */
  @LongTextColumn(maybe) kept: string | null;
}

export const rowDecisions = tableOf(RowDecisionEntity);
