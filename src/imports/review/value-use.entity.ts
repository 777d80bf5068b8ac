import { Entity, Index, PrimaryColumn } from 'typeorm';
import { tableOf, TextColumn } from '../../platform/database/columns.js';

/** A row that was taken as a learned value says; kept when the value is forgotten, so that a wrong one can be followed. */
@Entity('value_use')
@Index('ix_value_use_value', ['valueDecisionId', 'importId', 'rowNo'])
export class ValueUseEntity {
  @PrimaryColumn({ type: 'varchar', length: 26 }) importId: string;
  @PrimaryColumn({ type: 'int' }) rowNo: number;
  @TextColumn(26) valueDecisionId: string;
}

export const valueUses = tableOf(ValueUseEntity);
