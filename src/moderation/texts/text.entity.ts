import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../../platform/database/columns.js';
import type { TextKind } from './text-kind.js';

/** What people wrote, apart from the facts that refer to it, so that it can be erased and the facts stay. */
@Entity('moderation_text')
@Index('ix_moderation_text_retain', ['retainUntil'])
export class ModerationTextEntity {
  @IdColumn() id: string;
  @TextColumn(16) kind: TextKind;
  /** HMAC-SHA-256 (hex); the facts carry it too, so that a text changed behind our back is found. */
  @TextColumn(64) hash: string;
  /** Null once erased. */
  @LongTextColumn({ nullable: true }) text: string | null;
  /** Shown only with `moderation:read-sensitive`. */
  @FlagColumn() isSensitive: number;
  @InstantColumn() createdAt: string;
  /** Null while a matter it belongs to is not ended. */
  @InstantColumn({ nullable: true }) retainUntil: string | null;
  @InstantColumn({ nullable: true }) erasedAt: string | null;
}

export const moderationTexts = tableOf(ModerationTextEntity);
