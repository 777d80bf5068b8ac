import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { anonymousActor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { currentContext, withContext } from '../platform/request-context.js';

/** Whose credentials were tried; without an id when they are nobody's. */
export interface RefusedSubject {
  type: 'staff' | 'api_key';
  id?: string;
}

interface Window {
  action: string;
  subject: { type: string; id: string };
  /** Refusals not yet written down. */
  tries: number;
  requestId: string;
  timer: NodeJS.Timeout;
}

const windowMs = 60_000;

/**
 * Writes refused credentials into the audit chain: the first at once, those of the following minute as one entry
 * with their number, so that a flood of wrong tries is no flood of entries. Neither names nor addresses are kept.
 */
@Injectable()
export class Refusals implements BeforeApplicationShutdown {
  private readonly logger = new Logger('access');
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  note({ type, id = 'unknown' }: RefusedSubject): void {
    const key = `${type} ${id}`;
    const { requestId } = currentContext();
    const open = this.windows.get(key);
    if (open) {
      open.tries++;
      open.requestId = requestId;
      return;
    }
    const timer = setInterval(() => void this.close(key), windowMs).unref();
    const action = type === 'staff' ? 'session.refused' : 'api_key.refused';
    const window = { action, subject: { type, id }, tries: 1, requestId, timer };
    this.windows.set(key, window);
    void this.write(window);
  }

  async beforeApplicationShutdown(): Promise<void> {
    const windows = [...this.windows.values()];
    windows.forEach(({ timer }) => clearInterval(timer));
    await Promise.all(windows.filter(({ tries }) => tries > 0).map((window) => this.write(window)));
  }

  /** Writes what gathered; a window without anything new ends. */
  private async close(key: string): Promise<void> {
    const window = this.windows.get(key);
    if (window === undefined) return;
    if (window.tries > 0) return this.write(window);
    clearInterval(window.timer);
    this.windows.delete(key);
  }

  private async write(window: Window): Promise<void> {
    const { action, subject, tries, requestId } = window;
    window.tries = 0;
    this.logger.warn({ msg: 'credentials refused', action, subject, tries, requestId });
    const context = { requestId, actor: anonymousActor, language: 'th' as const };
    const record = async () => this.journal.record({ action, subject, payload: { tries } });
    try {
      await withContext(context, () => this.database.transaction(record));
    } catch (error) {
      window.tries += tries;
      this.logger.error({ msg: 'a refusal could not be audited yet', action, error: String(error) });
    }
  }
}
