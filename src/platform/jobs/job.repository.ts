import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { jobs, type JobEntity } from './job.entity.js';
import type { Candidate } from './lease.js';

/** One claim of one job: what a write must prove. */
export type Claim = Pick<JobEntity, 'id' | 'fence'>;

/** How a run ended; `afresh` forgets the progress. */
export type Ending = Pick<JobEntity, 'state' | 'attempts' | 'runAfter' | 'lastError' | 'finishedAt'> & {
  afresh?: boolean;
};

const columns = jobs.columns.join(', ');
const candidateColumns = 'id, kind, subjectId, state, attempts, fence, progress, leaseUntil, leaseOwner';
const held = "id = ? AND fence = ? AND state = 'running'";
const marks = (values: readonly unknown[]) => values.map(() => '?').join(',');

@Injectable()
export class JobRepository {
  constructor(private readonly database: Database) {}

  add(job: JobEntity): Promise<void> {
    return this.database.insert(jobs, [job]);
  }

  find(id: string): Promise<JobEntity | undefined> {
    return this.database.one<JobEntity>(`SELECT ${columns} FROM job WHERE id = ?`, [id]);
  }

  findNewest(kind: string, subjectId: string): Promise<JobEntity | undefined> {
    return this.database.one<JobEntity>(
      `SELECT ${columns} FROM job WHERE kind = ? AND subjectId = ? ORDER BY id DESC LIMIT 1`,
      [kind, subjectId],
    );
  }

  /** Waiting jobs whose time has come, longest waiting first. */
  findDue(kinds: readonly string[], now: string, limit: number): Promise<Candidate[]> {
    return this.database.all<Candidate>(
      `SELECT ${candidateColumns} FROM job WHERE state IN ('queued', 'failed') AND runAfter <= ?
       AND kind IN (${marks(kinds)}) ORDER BY runAfter, id LIMIT ?`,
      [now, ...kinds, limit],
    );
  }

  findRunning(kinds: readonly string[], limit: number): Promise<Candidate[]> {
    return this.database.all<Candidate>(
      `SELECT ${candidateColumns} FROM job WHERE state = 'running' AND kind IN (${marks(kinds)})
       ORDER BY leaseUntil LIMIT ?`,
      [...kinds, limit],
    );
  }

  /** Takes the job as it was seen; false when somebody else was quicker. */
  async claim(seen: Candidate, owner: string, leaseUntil: string): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE job SET state = 'running', attempts = attempts + 1, fence = fence + 1, leaseUntil = ?, leaseOwner = ?
       WHERE id = ? AND fence = ? AND state = ? AND COALESCE(leaseUntil, '') = ?`,
      [leaseUntil, owner, seen.id, seen.fence, seen.state, seen.leaseUntil ?? ''],
    );
    return changed === 1;
  }

  /** Gives up a job as it was seen. */
  async bury(seen: Candidate, lastError: string, now: string): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE job SET state = 'dead', lastError = ?, finishedAt = ?, leaseUntil = NULL, leaseOwner = NULL
       WHERE id = ? AND fence = ? AND state = ? AND COALESCE(leaseUntil, '') = ?`,
      [lastError, now, seen.id, seen.fence, seen.state, seen.leaseUntil ?? ''],
    );
    return changed === 1;
  }

  /** Makes the lease longer; false when the claim no longer holds. Locks the row until the transaction ends. */
  async hold({ id, fence }: Claim, leaseUntil: string): Promise<boolean> {
    return (
      (await this.database.run(`UPDATE job SET leaseUntil = ? WHERE ${held}`, [leaseUntil, id, fence])) === 1
    );
  }

  /** Progress is a sign of life: tries are counted from one again. */
  async keepProgress({ id, fence }: Claim, progress: string): Promise<void> {
    await this.database.tell(`UPDATE job SET progress = ?, attempts = 1 WHERE ${held}`, [
      progress,
      id,
      fence,
    ]);
  }

  async end({ id, fence }: Claim, ending: Ending): Promise<boolean> {
    const { state, attempts, runAfter, lastError, finishedAt, afresh } = ending;
    const changed = await this.database.run(
      `UPDATE job SET state = ?, attempts = ?, runAfter = ?, lastError = ?, finishedAt = ?,
       ${afresh ? 'progress = NULL, ' : ''}leaseUntil = NULL, leaseOwner = NULL WHERE ${held}`,
      [state, attempts, runAfter, lastError, finishedAt, id, fence],
    );
    return changed === 1;
  }

  /** False when it had ended already. */
  async cancel(id: string, now: string): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE job SET state = 'cancelled', finishedAt = ?, leaseUntil = NULL, leaseOwner = NULL
       WHERE id = ? AND state IN ('queued', 'failed', 'running')`,
      [now, id],
    );
    return changed === 1;
  }

  /** False when it is not dead. */
  async revive(id: string, now: string): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE job SET state = 'queued', attempts = 0, runAfter = ?, finishedAt = NULL WHERE id = ? AND state = 'dead'`,
      [now, id],
    );
    return changed === 1;
  }

  /** Deletes up to `limit` jobs that were done or cancelled before; answers how many. Dead ones stay. */
  async purge(before: string, limit: number): Promise<number> {
    const old = await this.database.all<{ id: string }>(
      `SELECT id FROM job WHERE finishedAt < ? AND state IN ('done', 'cancelled') LIMIT ?`,
      [before, limit],
    );
    if (old.length === 0) return 0;
    return this.database.run(
      `DELETE FROM job WHERE id IN (${marks(old)})`,
      old.map(({ id }) => id),
    );
  }
}
