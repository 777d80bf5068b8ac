import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { NotFound, Stale } from '../../platform/errors.js';
import { currentActor } from '../../platform/request-context.js';
import { Subjects } from '../subjects/subjects.service.js';
import { ProposalDeeds, type Created } from './proposal-deeds.service.js';
import { refusalOf } from './proposal-rights.js';
import { proposalSteps, type Proposal, type ProposalStep } from './proposal.js';
import { ProposalsRepository } from './proposals.repository.js';

/** A second person confirms or refuses what one has proposed, or the first takes it back. */
@Injectable()
export class Proposals {
  constructor(
    private readonly database: Database,
    private readonly repository: ProposalsRepository,
    private readonly deeds: ProposalDeeds,
    private readonly subjects: Subjects,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound for one about somebody out of the caller's reach. */
  async find(id: string): Promise<Proposal> {
    const proposal = await this.repository.find(id);
    if (!proposal) throw new NotFound();
    await this.subjects.find(proposal.subjectId);
    return proposal;
  }

  /** Ends the proposal and answers what that made. Throws Forbidden, Conflict or Stale. */
  take(
    step: ProposalStep,
    id: string,
    expectedVersion?: number,
  ): Promise<{ proposal: Proposal; created: Created[] }> {
    return this.database.transaction(async () => {
      const by = actorRef(currentActor());
      const { subjectId } = await this.find(id);
      // The person first: everybody locks in this order.
      await this.subjects.lock(subjectId);
      const proposal = (await this.repository.lock(id))!;
      if (expectedVersion !== undefined && expectedVersion !== proposal.version)
        throw new Stale(proposal.version);
      const refusal = refusalOf(proposal, step, by);
      if (refusal) throw refusal;
      const created = await this.carryOut(proposal, step, by);
      return { proposal: await this.end(proposal, step, by), created };
    });
  }

  private async carryOut(proposal: Proposal, step: ProposalStep, by: string): Promise<Created[]> {
    const deed = this.deeds.of(proposal.kind);
    if (step === 'confirmation') return deed.confirm(proposal, by);
    await deed.drop(proposal);
    return [];
  }

  private async end(proposal: Proposal, step: ProposalStep, endedBy: string): Promise<Proposal> {
    const { id, version } = proposal;
    const change = { status: proposalSteps[step].to, endedBy, endedAt: this.clock.now() };
    if (!(await this.repository.end(id, version, change))) throw new Stale(version);
    this.journal.record({
      action: `proposal.${change.status}`,
      subject: { type: 'proposal', id },
      payload: { kind: proposal.kind, subjectId: proposal.subjectId, caseId: proposal.caseId },
    });
    return { ...proposal, ...change, version: version + 1 };
  }
}
