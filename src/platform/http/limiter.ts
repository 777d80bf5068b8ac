import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
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

/**
 * Counts per key in this process's memory; a restart forgets. For a stricter limit inside a service:
 * `await limiter.take(accountName)`.
 */
export class Limiter {
  private readonly counter: RateLimiterMemory;

  constructor(readonly policy: LimitPolicy) {
    this.counter = new RateLimiterMemory({
      keyPrefix: '',
      points: policy.points,
      duration: policy.seconds,
    });
  }

  /** Takes one, or throws LimitReached. */
  async take(key: string, points = 1): Promise<Quota> {
    try {
      return this.quota(await this.counter.consume(key, points));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw new LimitReached(this.quota(refusal));
      throw refusal;
    }
  }

  /** Gives the key its whole quota back, for instance after a successful sign-in. */
  async forget(key: string): Promise<void> {
    await this.counter.delete(key);
  }

  private quota(result: RateLimiterRes): Quota {
    return {
      policy: this.policy,
      remaining: result.remainingPoints,
      seconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
    };
  }
}
