import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors.js';
import { currentContext, withContext } from '../../platform/request-context.js';
import { RowFailures } from '../judging/row-failures.service.js';

/** Settles `sent` in the running transaction; those that failed are only to be rejected. */
type Settle<T, A> = (sent: readonly T[], failed: ReadonlySet<T>) => Promise<A>;

/** Pushed answers share one transaction; one that cannot be processed must not keep the others out. */
@Injectable()
export class PushedFailures {
  constructor(
    private readonly database: Database,
    private readonly failures: RowFailures,
  ) {}

  /** The answer of a transaction with all of them. When it fails, each is tried alone to see which ones do. */
  async settle<T, A>(sent: readonly T[], settle: Settle<T, A>, alone: boolean): Promise<A> {
    const failed = new Set<T>();
    const all = () => this.database.transaction(() => settle(sent, failed), { alone });
    try {
      return await all();
    } catch (error) {
      if (error instanceof AppError) throw error;
      for (const [i, each] of sent.entries()) {
        const own = await this.faultOf(() => settle([each], new Set()));
        if (own === undefined) continue;
        this.failures.tell(`answer ${i + 1} of a push`, own);
        failed.add(each);
      }
      if (failed.size === 0) throw error;
    }
    // The Idempotency-Key belongs to the transaction that knows the answer.
    const { idempotency } = currentContext();
    if (idempotency) idempotency.taken = false;
    return all();
  }

  /** What nobody foresaw in `work`, of which nothing stays. */
  private async faultOf(work: () => Promise<unknown>): Promise<unknown> {
    const trial = () =>
      this.database.transaction(
        async () => {
          await work();
          throw new Tried();
        },
        { alone: true },
      );
    try {
      return await withContext({ ...currentContext(), idempotency: undefined }, trial);
    } catch (error) {
      if (error instanceof Tried) return undefined;
      if (error instanceof AppError) throw error;
      return error;
    }
  }
}

/** Rolls a trial back. */
class Tried extends Error {}
