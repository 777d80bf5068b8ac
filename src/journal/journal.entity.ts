import { Entity, Index } from 'typeorm';
import {
  InstantColumn,
  IntColumn,
  KeyColumn,
  LongTextColumn,
  SequenceColumn,
  tableOf,
  TextColumn,
  BigIntColumn,
} from '../platform/database/columns.js';

@Entity('audit_entry')
@Index('uq_audit_entry_id', ['id'], { unique: true })
@Index('ix_audit_entry_subject', ['subjectType', 'subjectId', 'seq'])
export class AuditEntryEntity {
  @SequenceColumn() seq: number;
  @TextColumn(26) id: string;
  @InstantColumn() at: string;
  @TextColumn(16) actorType: string;
  @TextColumn(64) actorId: string;
  @TextColumn(64) action: string;
  @TextColumn(32) subjectType: string;
  @TextColumn(64) subjectId: string;
  @TextColumn(64) requestId: string;
  @LongTextColumn() payload: string;
  @TextColumn(64) hash: string;
}

/** The end of the chain: one row, locked by whoever appends. */
@Entity('audit_head')
export class AuditHeadEntity {
  @KeyColumn(8) id: string;
  @BigIntColumn() seq: number;
  @TextColumn(64) hash: string;
}

/** What others are told after the commit, in the order of the chain. */
@Entity('outbox_message', { withoutRowid: true })
export class OutboxMessageEntity {
  @SequenceColumn() seq: number;
  @TextColumn(64) type: string;
  @TextColumn(32) subjectType: string;
  @TextColumn(64) subjectId: string;
  @InstantColumn() at: string;
  @LongTextColumn() payload: string;
  @IntColumn() version: number;
}

export const auditEntries = tableOf(AuditEntryEntity);
export const outboxMessages = tableOf(OutboxMessageEntity);
