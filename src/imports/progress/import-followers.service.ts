import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { may } from '../../platform/actor.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { Unavailable } from '../../platform/errors.js';
import { Authenticator } from '../../platform/http/authenticator.js';
import { EventStream } from '../../platform/http/event-stream.js';
import { withContext, type RequestContext } from '../../platform/request-context.js';
import { tooManyFollowers, tooManyOfOne } from './follower-limits.js';
import { isOver } from '../import-run.js';
import type { ImportRunEntity } from '../import.entity.js';
import { ImportEvents } from './import-events.service.js';

const lookEveryMs = 1_000;
const heartbeatMs = 15_000;
const credentialEveryMs = 5_000;
const mostOfOneCaller = 10;
const retrySeconds = 3;

/** Who listens, and with which credential. */
interface Caller {
  authorization: string | undefined;
  context: RequestContext;
}

interface Listener extends Caller {
  stream: EventStream;
  heardAt: number;
  checkedAt: number;
  last: string;
}

/** Tells whoever listens how imports go on, whichever copy of the service is at work: one question a second and import. */
@Injectable()
export class ImportFollowers implements OnModuleDestroy {
  private readonly followed = new Map<string, Set<Listener>>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private closed = false;

  constructor(
    private readonly events: ImportEvents,
    private readonly authenticator: Authenticator,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** How many listen in this process. */
  get count(): number {
    return this.everybody().length;
  }

  /** A stream that ends with the import. Throws Unavailable or TooMany beyond the bounds. */
  follow(run: ImportRunEntity, caller: Caller): EventStream {
    this.makeSure(caller);
    const stream = new EventStream(retrySeconds);
    const now = performance.now();
    const listener = { ...caller, stream, heardAt: now, checkedAt: now, last: '' };
    this.tell(listener, run);
    if (isOver(run.status)) return stream;
    this.join(run.id, listener);
    return stream;
  }

  onModuleDestroy(): void {
    this.closed = true;
    for (const { stream } of this.everybody()) stream.finish();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private makeSure({ context }: Caller): void {
    if (this.closed) throw new Unavailable();
    const everybody = this.everybody();
    if (everybody.length >= this.settings.MAX_EVENT_STREAMS) throw tooManyFollowers();
    const own = everybody.filter((other) => other.context.actor.id === context.actor.id);
    if (own.length >= mostOfOneCaller) throw tooManyOfOne(mostOfOneCaller);
  }

  private everybody(): Listener[] {
    return [...this.followed.values()].flatMap((listeners) => [...listeners]);
  }

  private join(id: string, listener: Listener): void {
    const listeners = this.followed.get(id) ?? new Set();
    this.followed.set(id, listeners.add(listener));
    listener.stream.once('close', () => this.leave(id, listener));
    if (!this.timers.has(id)) this.schedule(id);
  }

  private leave(id: string, listener: Listener): void {
    const listeners = this.followed.get(id);
    listeners?.delete(listener);
    if (listeners?.size !== 0) return;
    this.followed.delete(id);
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }

  private schedule(id: string): void {
    const next = () => {
      if (this.followed.has(id) && !this.closed) this.schedule(id);
    };
    this.timers.set(id, setTimeout(() => void this.look(id).finally(next), lookEveryMs).unref());
  }

  private async look(id: string): Promise<void> {
    const run = await this.events.find(id).catch(() => 'away' as const);
    for (const listener of this.followed.get(id) ?? []) {
      // A database that is away is waited for; an import that is gone is not.
      if (run === undefined || !(await this.stillMay(listener))) listener.stream.finish();
      else if (run === 'away') this.keepAlive(listener);
      else this.tell(listener, run);
    }
  }

  private tell(listener: Listener, run: ImportRunEntity): void {
    const json = this.events.jsonOf(run);
    const over = isOver(run.status);
    if (json === listener.last && !over) return this.keepAlive(listener);
    listener.stream.send(over ? 'done' : 'progress', String(run.version), json);
    Object.assign(listener, { last: json, heardAt: performance.now() });
    if (over) listener.stream.finish();
  }

  private keepAlive(listener: Listener): void {
    if (performance.now() - listener.heardAt < heartbeatMs) return;
    listener.stream.comment('still here');
    listener.heardAt = performance.now();
  }

  /** Whoever's credential was revoked, or has expired, hears nothing more. */
  private async stillMay(listener: Listener): Promise<boolean> {
    if (performance.now() - listener.checkedAt < credentialEveryMs) return true;
    listener.checkedAt = performance.now();
    const { authorization, context } = listener;
    try {
      const actor = await withContext(context, () => this.authenticator.authenticate(authorization, context));
      return may(actor, 'imports:read');
    } catch (error) {
      return error instanceof Unavailable;
    }
  }
}
