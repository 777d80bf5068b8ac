import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../../platform/database/columns.js';
import type { Outcome } from '../rows/outcome-counts.js';

const maybe = { nullable: true };

/** What would become of one row: the members of `ImportRowEntity`, until the row is really carried out. */
@Entity('rehearsed_import_row')
@Index('ix_rehearsed_import_row_outcome', ['importId', 'outcome', 'rowNo'])
@Index('ix_rehearsed_import_row_seller', ['importId', 'sellerId'])
export class RehearsedImportRowEntity {
  @PrimaryColumn({ type: 'varchar', length: 26 }) importId: string;
  @PrimaryColumn({ type: 'int' }) rowNo: number;
  @TextColumn(16) outcome: Outcome;
  @TextColumn(26, maybe) sellerId: string | null;
  @TextColumn(300, maybe) username: string | null;
  @TextColumn(64) rowHash: string;
  @InstantColumn(maybe) submittedAt: string | null;
  @TextColumn(40, maybe) reason: string | null;
  @LongTextColumn(maybe) details: string | null;
  @LongTextColumn(maybe) issues: string | null;
  @LongTextColumn(maybe) cells: string | null;
}

/** The newest row of the rehearsal known under each key. */
@Entity('rehearsed_import_row_key')
export class RehearsedImportRowKeyEntity {
  @PrimaryColumn({ type: 'varchar', length: 26 }) importId: string;
  @PrimaryColumn({ type: 'varchar', length: 32 }) keyHash: string;
  @IntColumn() rowNo: number;
}

export const rehearsedRows = tableOf(RehearsedImportRowEntity);
export const rehearsedRowKeys = tableOf(RehearsedImportRowKeyEntity);
