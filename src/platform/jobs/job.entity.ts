import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../database/columns.js';

/**
 * `queued` waits for `runAfter`; `failed` waits for another try; `running` is held until `leaseUntil`; `dead` has
 * failed too often and waits for a person. `done`, `dead` and `cancelled` are ends.
 */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'dead' | 'cancelled';

/** Work that goes on in the background and survives the process that does it. */
@Entity('job')
@Index('ix_job_state', ['state', 'runAfter'])
@Index('ix_job_subject', ['kind', 'subjectId'])
@Index('ix_job_finished', ['finishedAt'])
export class JobEntity {
  @IdColumn() id: string;
  @TextColumn(64) kind: string;
  @TextColumn(64) subjectId: string;
  @TextColumn(16) state: JobState;
  /** Tries begun since the progress last moved, the running one included. */
  @IntColumn() attempts: number;
  @InstantColumn() runAfter: string;
  @InstantColumn({ nullable: true }) leaseUntil: string | null;
  @TextColumn(64, { nullable: true }) leaseOwner: string | null;
  /** Grows with each claim; whoever writes with an older one is refused. */
  @IntColumn() fence: number;
  /** JSON, committed together with the effects it speaks of. */
  @LongTextColumn({ nullable: true }) progress: string | null;
  /** A code, never personal data. */
  @TextColumn(64, { nullable: true }) lastError: string | null;
  @InstantColumn() createdAt: string;
  @InstantColumn({ nullable: true }) finishedAt: string | null;
}

export const jobs = tableOf(JobEntity);
