import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Cooperative } from './cooperative.js';
import { CooperativesRepository } from './cooperatives.repository.js';
import { DirectoryIndex } from './directory-index.js';

const lookEveryMs = 1_000;

/**
 * All cooperatives in memory. Asking costs no round trip to the database: changes made by this process are there
 * once they are committed, those of other copies within about a second, or at once after {@link fresh}.
 */
@Injectable()
export class CooperativeDirectory implements OnModuleInit, OnModuleDestroy {
  private version = -1;
  private readonly byId = new Map<string, Cooperative>();
  private sorted: readonly Cooperative[] | undefined;
  private index: DirectoryIndex | undefined;
  private loading: Promise<void> | undefined;
  private applied = 0;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly repository: CooperativesRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.load();
    this.lookLater();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Answers by number, name and near miss; made anew after a change, when first asked for. */
  current(): DirectoryIndex {
    return (this.index ??= new DirectoryIndex(this.all()));
  }

  get(id: string): Cooperative | undefined {
    return this.byId.get(id);
  }

  /** In the order of registration numbers. */
  all(): readonly Cooperative[] {
    return (this.sorted ??= [...this.byId.values()].sort(byNumber));
  }

  /** Makes sure that everything committed until now is seen. Not to be called inside a transaction. */
  async fresh(): Promise<void> {
    const wanted = await this.repository.directoryVersion();
    if (wanted === this.version) return;
    do await (this.loading ??= this.load().finally(() => (this.loading = undefined)));
    while (this.version < wanted);
  }

  /** Takes over what the running transaction changes, once it is committed; `version` is the directory's new one. */
  applyAfterCommit(changed: readonly Cooperative[], version: number): void {
    this.database.afterCommit(() => {
      this.applied++;
      this.take(changed);
      // With a gap, another copy's change is still missing, so the old version stays and the next look loads it.
      if (version === this.version + 1) this.version = version;
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

  private async load(): Promise<void> {
    const before = this.applied;
    const { version, cooperatives } = await this.repository.snapshot();
    // What this process committed meanwhile may be missing in what was read; the caller tries again.
    if (before !== this.applied) return;
    this.byId.clear();
    this.take(cooperatives);
    this.version = version;
  }

  private take(cooperatives: readonly Cooperative[]): void {
    for (const cooperative of cooperatives) this.byId.set(cooperative.id, cooperative);
    this.sorted = undefined;
    this.index = undefined;
  }
}

const byNumber = (a: Cooperative, b: Cooperative) => (a.registrationNumber < b.registrationNumber ? -1 : 1);
