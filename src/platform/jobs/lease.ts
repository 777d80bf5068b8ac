/** Who may work on a job, for how long, and when a failed one is tried again. */
import type { JobEntity } from './job.entity.js';

/** How long a claim holds without a sign of life. Clocks of copies may differ by less than lease minus heartbeat. */
export const leaseSeconds = 30;
export const heartbeatSeconds = 10;
/** Tries without any progress after which a job is left to a person: about a quarter of an hour. */
export const usualAttempts = 10;

export type Candidate = Pick<
  JobEntity,
  'id' | 'kind' | 'subjectId' | 'state' | 'attempts' | 'fence' | 'progress' | 'leaseUntil' | 'leaseOwner'
>;

/** Whether a running job may be taken from its holder, who is dead or has not shown a sign of life in time. */
export function isAbandoned(job: Candidate, now: string, isDead: (owner: string) => boolean): boolean {
  if (job.state !== 'running') return false;
  return (
    job.leaseUntil === null || job.leaseUntil < now || (job.leaseOwner !== null && isDead(job.leaseOwner))
  );
}

/** Seconds until the next try: doubling up to five minutes, up to a quarter more or less. `chance` is in [0, 1). */
export const retrySeconds = (attempts: number, chance: number): number =>
  Math.min(300, 2 ** Math.min(attempts, 20)) * (0.75 + chance / 2);
