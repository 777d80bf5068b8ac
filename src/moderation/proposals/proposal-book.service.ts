import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import type { Person } from '../subjects/subject.js';
import type { Proposal, ProposalKind } from './proposal.js';
import { ProposalsRepository } from './proposals.repository.js';

/** Something proposed by the caller. */
export type NewProposal = Pick<
  Proposal,
  'kind' | 'subjectId' | 'sellerId' | 'caseId' | 'contents' | 'reasonTextId'
>;

/** Keeps what somebody proposes until a second person has looked at it. */
@Injectable()
export class ProposalBook {
  constructor(
    private readonly repository: ProposalsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Needs a transaction with the person locked. */
  async add(wanted: NewProposal): Promise<Proposal> {
    const proposal: Proposal = {
      ...{ ...wanted, id: newId(), status: 'proposed', proposedBy: actorRef(currentActor()) },
      ...{ proposedAt: this.clock.now(), endedBy: null, endedAt: null, version: 1 },
    };
    await this.repository.insert(proposal);
    const { id, kind, subjectId, sellerId, caseId } = proposal;
    this.journal.record({
      action: 'proposal.made',
      subject: { type: 'proposal', id },
      payload: { kind, subjectId, sellerId, caseId },
    });
    return proposal;
  }

  /** Those of this kind about the person that wait for somebody. Needs a transaction with the person locked. */
  openOf(kind: ProposalKind, { subjectIds }: Person): Promise<Proposal[]> {
    return this.repository.lockOpenOf(kind, subjectIds);
  }

  /** What happened meanwhile leaves nothing to confirm: they end by themselves. But for `except`. */
  async overtake(kind: ProposalKind, person: Person, except?: string): Promise<void> {
    const ended = {
      status: 'withdrawn' as const,
      endedBy: actorRef(currentActor()),
      endedAt: this.clock.now(),
    };
    for (const { id, version, subjectId, sellerId, caseId } of await this.openOf(kind, person)) {
      if (id === except) continue;
      await this.repository.end(id, version, ended);
      const payload = { kind, subjectId, sellerId, caseId };
      this.journal.record({ action: 'proposal.overtaken', subject: { type: 'proposal', id }, payload });
    }
  }
}
