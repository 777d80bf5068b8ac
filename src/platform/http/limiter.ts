import { TooMany } from '../errors.js';

/** So many requests in so many seconds. */
export interface LimitPolicy {
  /** Name in the `RateLimit` headers: lower-case letters and `-`. */
  name: string;
  points: number;
  seconds: number;
}

/** What is left of a limit; `seconds` until it is whole again. */
export interface Quota {
  policy: LimitPolicy;
  remaining: number;
  seconds: number;
}

/** Signals a used-up limit together with what the headers should say. */
export class LimitReached extends TooMany {
  constructor(readonly quota: Quota) {
    super(
      'QUOTA_EXCEEDED',
      {
        th: `ส่งคำขอถี่เกินไป กรุณารออีก ${quota.seconds} วินาทีแล้วลองใหม่`,
        en: `Too many requests; wait ${quota.seconds} s, then try again.`,
      },
      quota.seconds,
    );
  }
}

interface Count {
  taken: number;
  /** Of `performance.now()`. */
  until: number;
}

/**
 * Counts per key in this process's memory; a restart forgets. For a stricter limit inside a service:
 * `limiter.take(accountName)`.
 */
export class Limiter {
  private readonly counts = new Map<string, Count>();
  private sweepAt = 0;

  constructor(readonly policy: LimitPolicy) {}

  /** Takes one, or throws LimitReached. */
  take(key: string): Quota {
    const now = performance.now();
    if (now >= this.sweepAt) this.sweep(now);
    const count = this.countOf(key, now);
    const quota: Quota = {
      policy: this.policy,
      remaining: Math.max(0, this.policy.points - ++count.taken),
      seconds: Math.ceil(Math.round(count.until - now) / 1000),
    };
    if (count.taken > this.policy.points) throw new LimitReached(quota);
    return quota;
  }

  /** Gives the key its whole quota back. */
  forget(key: string): void {
    this.counts.delete(key);
  }

  private countOf(key: string, now: number): Count {
    const known = this.counts.get(key);
    if (known !== undefined && known.until > now) return known;
    const count = { taken: 0, until: now + this.policy.seconds * 1000 };
    this.counts.set(key, count);
    return count;
  }

  /** Once per window, so that strangers do not fill the memory. */
  private sweep(now: number): void {
    for (const [key, { until }] of this.counts) if (until <= now) this.counts.delete(key);
    this.sweepAt = now + this.policy.seconds * 1000;
  }
}
