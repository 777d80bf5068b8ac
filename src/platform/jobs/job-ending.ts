/** How a run is written down, by what became of it. */
import { AppError, Unavailable } from '../errors.js';
import { plusSeconds } from '../instant.js';
import type { Ending } from './job.repository.js';
import { retrySeconds } from './lease.js';

export interface FinishedRun {
  /** Tries begun since the progress last moved, this one included. */
  attempts: number;
  /** Tries without progress before a person must look. */
  maxAttempts: number;
  /** For work that runs again and again. */
  everyMinutes?: number;
}

/** The handler did all there was to do. */
export function doneEnding(run: FinishedRun, now: string): Ending {
  if (run.everyMinutes !== undefined) return nextRound(run.everyMinutes, null, now);
  return { state: 'done', attempts: run.attempts, runAfter: now, lastError: null, finishedAt: now };
}

/** This process is stopping: another one goes on at once, and the try does not count. */
export const releasedEnding = (run: FinishedRun, now: string): Ending => ({
  ...{ state: 'queued', attempts: run.attempts - 1, runAfter: now, lastError: null, finishedAt: null },
});

/** The handler threw. `chance` in [0, 1) spreads the next tries. */
export function failedEnding(run: FinishedRun, error: unknown, now: string, chance: number): Ending {
  const lastError = errorCode(error);
  const again = (seconds: number, attempts: number): Ending => ({
    ...{ state: 'failed', attempts, runAfter: plusSeconds(now, seconds), lastError, finishedAt: null },
  });
  // A database that is away is not the job's fault.
  if (error instanceof Unavailable)
    return again(error.retryAfterSeconds * (0.75 + chance / 2), run.attempts - 1);
  if (run.attempts < run.maxAttempts) return again(retrySeconds(run.attempts, chance), run.attempts);
  if (run.everyMinutes !== undefined) return nextRound(run.everyMinutes, lastError, now);
  return { state: 'dead', attempts: run.attempts, runAfter: now, lastError, finishedAt: now };
}

const nextRound = (minutes: number, lastError: string | null, now: string): Ending => ({
  ...{ state: 'queued', attempts: 0, runAfter: plusSeconds(now, minutes * 60), lastError },
  ...{ finishedAt: null, afresh: true },
});

/** A word for the error that holds no data: messages may. */
export function errorCode(error: unknown): string {
  if (error instanceof AppError) return error.code.slice(0, 64);
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const word = [code, name].find((text) => typeof text === 'string' && /^\w{1,64}$/.test(text));
  return typeof word === 'string' ? word : 'UNKNOWN';
}
