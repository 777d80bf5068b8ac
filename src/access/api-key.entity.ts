import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../platform/database/columns.js';

/** What a program calls with; the key itself is nowhere. */
@Entity('access_key')
@Index('uq_access_key_prefix', ['prefix'], { unique: true })
@Index('uq_access_key_hash', ['keyHash'], { unique: true })
@Index('uq_access_key_rotated_from', ['rotatedFrom'], { unique: true })
export class ApiKeyEntity {
  @IdColumn() id: string;
  @TextColumn(100) name: string;
  /** Who answers for the program. */
  @TextColumn(200) owner: string;
  /** The beginning of the key, shown to tell keys apart. */
  @TextColumn(32) prefix: string;
  /** SHA-256 of the key, 64 hex digits. */
  @TextColumn(64) keyHash: string;
  /** JSON list. */
  @LongTextColumn() scopes: string;
  /** JSON list of the cooperatives it is limited to; null means all. */
  @LongTextColumn({ nullable: true }) cooperativeIds: string | null;
  @InstantColumn() createdAt: string;
  @InstantColumn() expiresAt: string;
  /** True to about a minute. */
  @InstantColumn({ nullable: true }) lastUsedAt: string | null;
  @InstantColumn({ nullable: true }) revokedAt: string | null;
  /** The key this one took over from. */
  @TextColumn(26, { nullable: true }) rotatedFrom: string | null;
  @IntColumn() version: number;
}

export const apiKeys = tableOf(ApiKeyEntity);
