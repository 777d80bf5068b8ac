import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { CooperativeDirectory } from '../../cooperatives/cooperative-directory.service.js';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import { DataSecret } from '../../platform/secret.js';
import { cooperativeKey, type CooperativeMemory } from '../reading/cooperative-memory.js';
import type { FormAnswer } from '../reading/form-row.js';
import type { ValueDecisionEntity } from './value-decision.entity.js';
import { ValueDecisionsRepository } from './value-decision.repository.js';

/** What was learned from a row, and what it took the place of. */
export interface Learned {
  id: string;
  replaced?: ValueDecisionEntity;
}

/** Learns and remembers what people say the names of cooperatives mean. */
@Injectable()
export class ValueMemory {
  constructor(
    private readonly repository: ValueDecisionsRepository,
    private readonly directory: CooperativeDirectory,
    private readonly secret: DataSecret,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Everything decided so far, in memory; a cooperative that has left the federation is not meant any more. */
  async load(): Promise<CooperativeMemory> {
    const meanings = await this.repository.meanings();
    const byHash = new Map(meanings.map(({ keyHash, ...meaning }) => [keyHash, meaning]));
    if (byHash.size === 0) return () => undefined;
    return (key) => {
      const meant = byHash.get(this.hash(key));
      return meant && this.directory.get(meant.cooperativeId)?.status === 'active' ? meant : undefined;
    };
  }

  /** Needs a transaction. Undefined if it was known already. */
  async learn(
    answer: Pick<FormAnswer, 'cooperativeText' | 'registrationNumber'>,
    cooperativeId: string,
    from: { importId: string; rowNo: number },
  ): Promise<Learned | undefined> {
    const { cooperativeText, registrationNumber } = answer;
    const keyHash = this.hash(cooperativeKey(cooperativeText, registrationNumber));
    const replaced = await this.repository.lockByKey(keyHash);
    if (replaced?.cooperativeId === cooperativeId) return undefined;
    if (replaced) await this.repository.delete(replaced.id);
    const actor = currentActor();
    const id = newId();
    await this.repository.insert({
      ...{ id, kind: 'cooperative', keyHash, text: cooperativeText.slice(0, 200), cooperativeId, ...from },
      number: registrationNumber.written ?? registrationNumber.typed ?? null,
      ...{ decidedBy: actorRef(actor), decidedAt: this.clock.now() },
    });
    const payload = { cooperativeId, ...from, replaced: replaced?.cooperativeId };
    this.journal.record({ action: 'value.learned', subject: { type: 'value', id }, payload });
    return { id, ...(replaced && { replaced }) };
  }

  /** Takes back what a row taught, unless somebody has decided anew since. */
  async unlearn({ id, replaced }: Learned): Promise<void> {
    if (!(await this.repository.delete(id))) return;
    if (replaced) await this.repository.insert(replaced);
    this.journal.record({ action: 'value.unlearned', subject: { type: 'value', id } });
  }

  private hash(key: string): string {
    return this.secret.hash('value-decision', key);
  }
}
