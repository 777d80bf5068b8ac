import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Unavailable } from '../platform/errors.js';
import { Lifecycle } from '../platform/lifecycle.js';

const pingMs = 1_000;
/** However often it is asked, the database is pinged so seldom; and a "no" lasts, so that the answer does not flap. */
const yesLastsMs = 500;
const noLastsMs = 2_000;

/** Whether this copy can serve. It is migrated: without that it would not have started. */
@Injectable()
export class Readiness {
  private known = { reachable: false, until: 0 };
  private asking?: Promise<boolean>;

  constructor(
    private readonly database: Database,
    private readonly lifecycle: Lifecycle,
  ) {}

  /** Returns when requests are welcome. Throws {@link Unavailable} when stopping or without the database. */
  async check(): Promise<void> {
    if (this.lifecycle.draining) throw stopping();
    if (!(await this.reachable())) throw new Unavailable('DATABASE_UNAVAILABLE');
    if (this.lifecycle.draining) throw stopping();
  }

  private async reachable(): Promise<boolean> {
    if (performance.now() < this.known.until) return this.known.reachable;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async ask(): Promise<boolean> {
    const reachable = await this.ping();
    this.known = { reachable, until: performance.now() + (reachable ? yesLastsMs : noLastsMs) };
    return reachable;
  }

  private ping(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pingMs, false);
      this.database.ping().then(
        () => resolve(true),
        () => resolve(false),
      );
      void timer.unref();
    });
  }
}

const stopping = () =>
  new Unavailable('SHUTTING_DOWN', {
    th: 'ระบบเครื่องนี้กำลังปิด กรุณาส่งคำขอใหม่อีกครั้ง',
    en: 'This copy of the service is shutting down; send the request again.',
  });
