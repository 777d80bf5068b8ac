import { Entity, Index } from 'typeorm';
import { InstantColumn, KeyColumn, LongTextColumn, TextColumn } from './columns.js';

/** An answer kept under an Idempotency-Key for at least 24 hours. */
@Entity('idempotency_key')
@Index('ix_idempotency_key_created', ['createdAt'])
export class IdempotencyKeyEntity {
  @KeyColumn(64) keyHash: string;
  @TextColumn(64) fingerprint: string;
  @LongTextColumn() body: string;
  @InstantColumn() createdAt: string;
}
