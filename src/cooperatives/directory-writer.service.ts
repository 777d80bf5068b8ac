import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { altersUsernames, changedFacts, type Cooperative, type CooperativeFacts } from './cooperative.js';
import { CooperativeDirectory } from './cooperative-directory.service.js';
import { DependantsRegistry, type AffectedSellers } from './cooperative-dependants.service.js';
import { CooperativesRepository } from './cooperatives.repository.js';

/** A cooperative with other facts, or a new one. */
export interface DirectoryChange {
  before?: Cooperative;
  facts: CooperativeFacts;
}

/** Writes changes of the directory together with all that follows from them. Needs a transaction. */
@Injectable()
export class DirectoryWriter {
  constructor(
    private readonly repository: CooperativesRepository,
    private readonly directory: CooperativeDirectory,
    private readonly dependants: DependantsRegistry,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Nobody else changes the directory until the transaction ends; comes before reading what is to be changed. */
  async lock(): Promise<void> {
    await this.repository.lockDirectory();
  }

  /** Cooperatives as they are now, in the order of the changes; each change must really change something. */
  async write(changes: readonly DirectoryChange[]): Promise<Cooperative[]> {
    if (changes.length === 0) return [];
    const now = this.clock.now();
    const written = changes.map((change) => ({ ...change, after: cooperativeAfter(change, now) }));
    const version = (await this.repository.lockDirectory()) + 1;
    await this.repository.insert(written.filter(({ before }) => !before).map(({ after }) => after));
    await this.repository.replace(written.filter(({ before }) => before).map(({ after }) => after));
    await this.repository.setDirectoryVersion(version);
    for (const { before, after } of written) this.record(before, after);
    const cooperatives = written.map(({ after }) => after);
    this.directory.applyAfterCommit(cooperatives, version);
    return cooperatives;
  }

  /** Sellers whose usernames would read differently after these changes. Not one is changed. */
  affectedBy(changes: readonly DirectoryChange[]): Promise<AffectedSellers> {
    const ids = changes
      .filter(({ before, facts }) => before !== undefined && altersUsernames(before, facts))
      .map(({ before }) => before!.id);
    return this.dependants.affectedBy(ids);
  }

  private record(before: Cooperative | undefined, after: Cooperative): void {
    const subject = { type: 'cooperative', id: after.id };
    if (before === undefined) {
      const { registrationNumber, shortName, regionCode } = after;
      const payload = { registrationNumber, shortName, regionCode };
      return this.journal.record({ action: 'cooperative.created', subject, payload });
    }
    const changes = Object.fromEntries(
      changedFacts(before, after).map((fact) => [fact, { before: before[fact], after: after[fact] }]),
    );
    this.journal.record({ action: 'cooperative.changed', subject, payload: { changes } });
  }
}

function cooperativeAfter({ before, facts }: DirectoryChange, now: string): Cooperative {
  return {
    ...facts,
    id: before?.id ?? newId(),
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}
