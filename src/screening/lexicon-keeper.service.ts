import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { actorRef } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Conflict } from '../platform/errors.js';
import { inTurns } from '../platform/in-turns.js';
import { asSystem, currentActor } from '../platform/request-context.js';
import { shippedLexicon } from './lexicon/shipped.js';
import type { Lexicon } from './lexicon.js';
import { LexiconRepository } from './lexicon.repository.js';
import { Screener } from './screener.js';

const lookEveryMs = 800;

/** The lexicon in force, in memory: changes of this process at once, those of other copies within a second. */
@Injectable()
export class LexiconKeeper implements OnModuleInit, OnModuleDestroy {
  private lexicon: Lexicon = shippedLexicon;
  private known = 0;
  private screener: Promise<Screener> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly repository: LexiconRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    if ((await this.repository.currentVersion()) === 0) await this.ship();
    await this.fresh();
    this.lookLater();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  get version(): number {
    return this.known;
  }

  /** Made when first needed after a change, in turns with other work. */
  current(): Promise<Screener> {
    return (this.screener ??= inTurns(Screener.steps(this.lexicon, this.known)));
  }

  /** Makes sure that everything committed until now is seen. */
  async fresh(): Promise<void> {
    const version = await this.repository.currentVersion();
    if (version <= this.known) return;
    const row = await this.repository.find(version);
    if (row) this.take(version, JSON.parse(row.content) as Lexicon);
  }

  /** Takes over what the running transaction writes, once it is committed. */
  applyAfterCommit(version: number, lexicon: Lexicon): void {
    this.database.afterCommit(() => this.take(version, lexicon));
  }

  private take(version: number, lexicon: Lexicon): void {
    if (version <= this.known) return;
    this.known = version;
    this.lexicon = lexicon;
    this.screener = undefined;
  }

  /** The lexicon that comes with the service becomes version 1; of copies that start at once one writes it. */
  private async ship(): Promise<void> {
    try {
      await asSystem('lexicon', () => this.database.transaction(() => this.writeFirst()));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }

  private async writeFirst(): Promise<void> {
    const { terms, exceptions, sellingSignals } = shippedLexicon;
    const added = terms.length + exceptions.length + sellingSignals.length;
    await this.repository.insert({
      ...{ version: 1, content: JSON.stringify(shippedLexicon), added, removed: 0, note: null },
      ...{ changedBy: actorRef(currentActor()), changedAt: this.clock.now() },
    });
    this.journal.record({
      action: 'lexicon.shipped',
      subject: { type: 'lexicon', id: '1' },
      payload: { added },
    });
  }

  private lookLater(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.look(), lookEveryMs).unref();
  }

  private async look(): Promise<void> {
    // A database that is away for a while is no reason to stop: a later look will succeed.
    await this.fresh().catch(() => undefined);
    this.lookLater();
  }
}
