import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../../platform/database/columns.js';

/** Points, expiry and ladder as they were from a moment on; a change is a new row. Append only. */
@Entity('policy_version')
@Index('uq_policy_version_number', ['number'], { unique: true })
export class PolicyVersionEntity {
  @IdColumn() id: string;
  /** From 1; the greatest is in force. */
  @IntColumn() number: number;
  /** JSON: see `policy.ts`. */
  @LongTextColumn() contents: string;
  @TextColumn(400, { nullable: true }) note: string | null;
  @TextColumn(64) createdBy: string;
  @InstantColumn() createdAt: string;
}

export const policyVersions = tableOf(PolicyVersionEntity);
