import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../platform/actor-names.js';
import { currentActor } from '../../platform/request-context.js';
import { Subjects } from '../subjects/subjects.service.js';
import { textDto } from '../texts/text.dto.js';
import { Texts, type ShownText } from '../texts/texts.service.js';
import { proposalActions } from './proposal-actions.js';
import { ProposalDeeds } from './proposal-deeds.service.js';
import type { ProposalDto } from './proposal.dto.js';
import type { Proposal } from './proposal.js';

type Reading = (ids: readonly (string | null)[]) => Promise<ReadonlyMap<string, ShownText>>;

/** Proposals as callers see them. */
@Injectable()
export class ProposalView {
  constructor(
    private readonly names: ActorNames,
    private readonly subjects: Subjects,
    private readonly texts: Texts,
    private readonly deeds: ProposalDeeds,
  ) {}

  async one(proposal: Proposal): Promise<ProposalDto> {
    return (await this.show([proposal], (ids) => this.texts.show(ids, currentActor())))[0]!;
  }

  /** For answers kept under an Idempotency-Key: sensitive words stay out of them. */
  async forKeeping(proposal: Proposal): Promise<ProposalDto> {
    return (await this.all([proposal]))[0]!;
  }

  /** For lists: sensitive words are masked for everybody. */
  all(proposals: readonly Proposal[]): Promise<ProposalDto[]> {
    return this.show(proposals, (ids) => this.texts.showInList(ids));
  }

  private async show(proposals: readonly Proposal[], read: Reading): Promise<ProposalDto[]> {
    const names = await this.names.of(
      proposals.flatMap(({ proposedBy, endedBy }) => [proposedBy, endedBy ?? []].flat()),
    );
    const subjects = await this.subjects.findAll(proposals.map(({ subjectId }) => subjectId));
    const texts = await read(proposals.map(({ reasonTextId }) => reasonTextId));
    return proposals.map((proposal) => {
      const { id, kind, status, subjectId, sellerId, caseId, version } = proposal;
      const { proposedBy, proposedAt, endedBy, endedAt } = proposal;
      return {
        ...{ id, kind, status, subjectId, nickname: subjects.get(subjectId)?.nickname ?? null },
        ...{ sellerId, caseId, order: JSON.parse(proposal.contents) as Record<string, unknown> },
        reason: textDto(texts.get(proposal.reasonTextId)),
        ...{ proposedBy, proposedByName: names.get(proposedBy) ?? null, proposedAt },
        ...{ endedBy, endedByName: names.get(endedBy ?? '') ?? null, endedAt, version },
        allowedActions: proposalActions(proposal, this.deeds.of(kind).consequence, currentActor()),
      };
    });
  }
}
