import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn, tableOf, TextColumn } from '../../platform/database/columns.js';
import type { Subject } from './subject.js';

@Entity('moderation_subject')
@Index('uq_moderation_subject_key', ['nicknameKey'], { unique: true })
@Index('ix_moderation_subject_skeleton', ['skeleton'])
@Index('ix_moderation_subject_seller', ['sellerId'])
@Index('ix_moderation_subject_cooperative', ['cooperativeId'])
export class SubjectEntity implements Subject {
  @IdColumn() id: string;
  @TextColumn(300) nickname: string;
  @TextColumn(300) nicknameKey: string;
  @TextColumn(300) skeleton: string;
  @TextColumn(26, { nullable: true }) sellerId: string | null;
  @TextColumn(26, { nullable: true }) cooperativeId: string | null;
  @InstantColumn() createdAt: string;
  @IntColumn() version: number;
}

export const subjects = tableOf(SubjectEntity);
