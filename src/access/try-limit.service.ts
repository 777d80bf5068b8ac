import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany } from '../platform/errors.js';
import { waitSeconds } from './backoff.js';

const day = 24 * 60 * 60;

/** So many tries in so many seconds; who uses them up waits, each time longer. Counted in this process. */
export class TryLimit {
  private readonly tries: RateLimiterMemory;
  private readonly timesUsedUp = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: day });

  constructor(
    private readonly points: number,
    seconds: number,
  ) {
    this.tries = new RateLimiterMemory({ points, duration: seconds });
  }

  /** Counts one try. Throws TooMany while `key` has to wait. */
  async take(key: string): Promise<void> {
    try {
      await this.tries.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw mustWait(await this.secondsToWait(key, refusal));
    }
  }

  /** The try was a right one. */
  async giveBack(key: string): Promise<void> {
    await this.tries.reward(key);
  }

  /** Starts anew for `key`. */
  async forget(key: string): Promise<void> {
    await this.tries.delete(key);
    await this.timesUsedUp.delete(key);
  }

  private async secondsToWait(key: string, refusal: RateLimiterRes): Promise<number> {
    if (refusal.consumedPoints > this.points + 1) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    const { consumedPoints: times } = await this.timesUsedUp.penalty(key);
    const seconds = waitSeconds(times);
    await this.tries.block(key, seconds);
    return seconds;
  }
}

const mustWait = (seconds: number) =>
  new TooMany(
    'TOO_MANY_WRONG_TRIES',
    {
      th: `ใส่รหัสผ่านหรือคีย์ผิดหลายครั้งเกินไป กรุณารออีก ${seconds} วินาทีแล้วลองใหม่`,
      en: `Too many wrong passwords or keys; wait ${seconds} s, then try again.`,
    },
    seconds,
  );
