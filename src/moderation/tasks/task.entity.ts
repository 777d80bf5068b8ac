import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn, tableOf, TextColumn } from '../../platform/database/columns.js';
import type { Task, TaskCause, TaskKind, TaskStatus } from './task.js';

const maybe = { nullable: true };

/** What the members mean stands in `task.ts`. */
@Entity('moderation_task')
@Index('ix_moderation_task_status', ['status', 'id'])
@Index('ix_moderation_task_cause', ['causeType', 'causeId'])
@Index('ix_moderation_task_subject', ['subjectId', 'id'])
@Index('ix_moderation_task_seller', ['sellerId', 'id'])
@Index('ix_moderation_task_case', ['caseId', 'id'])
@Index('ix_moderation_task_cooperative', ['cooperativeId', 'id'])
export class TaskEntity implements Task {
  @IdColumn() id: string;
  @TextColumn(20) kind: TaskKind;
  @TextColumn(16) status: TaskStatus;
  @TextColumn(26, maybe) subjectId: string | null;
  @TextColumn(26, maybe) sellerId: string | null;
  @TextColumn(26, maybe) cooperativeId: string | null;
  @TextColumn(26, maybe) caseId: string | null;
  @TextColumn(16) causeType: TaskCause;
  @TextColumn(26) causeId: string;
  @TextColumn(26, maybe) messageTextId: string | null;
  @TextColumn(64, maybe) claimedBy: string | null;
  @InstantColumn(maybe) claimedUntil: string | null;
  @TextColumn(64, maybe) doneBy: string | null;
  @InstantColumn(maybe) doneAt: string | null;
  @TextColumn(26, maybe) proofTextId: string | null;
  @InstantColumn(maybe) dueAt: string | null;
  @InstantColumn() createdAt: string;
  @InstantColumn() updatedAt: string;
  @IntColumn() version: number;
}

export const tasks = tableOf(TaskEntity);
