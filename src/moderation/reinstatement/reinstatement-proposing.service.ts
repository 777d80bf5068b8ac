import { Injectable } from '@nestjs/common';
import { ProposalBook } from '../proposals/proposal-book.service.js';
import type { ProposalDto } from '../proposals/proposal.dto.js';
import { ProposalView } from '../proposals/proposal-view.service.js';
import { Subjects } from '../subjects/subjects.service.js';
import { ReinstatementCases } from './reinstatement-cases.service.js';
import { proposedAlready } from './reinstatement-errors.js';
import { ReinstatementFacts } from './reinstatement-facts.service.js';
import type { ReinstatementOrder } from './reinstatement-order.js';
import type { ReinstatementDto } from './reinstatement.dto.js';
import { ReinstatementTexts } from './reinstatement-texts.service.js';

/** Writes down that somebody should come back. Needs a transaction. */
@Injectable()
export class ReinstatementProposing {
  constructor(
    private readonly subjects: Subjects,
    private readonly facts: ReinstatementFacts,
    private readonly cases: ReinstatementCases,
    private readonly texts: ReinstatementTexts,
    private readonly book: ProposalBook,
    private readonly view: ProposalView,
  ) {}

  /** Throws NotFound, Conflict or Invalid. */
  async propose(subjectId: string, { reason, strikeIds = [] }: ReinstatementDto): Promise<ProposalDto> {
    const person = await this.subjects.lock(subjectId);
    const [open] = await this.book.openOf('reinstatement', person);
    if (open) throw proposedAlready(open.id);
    const { sanctions } = await this.facts.rulingFor(person, { strikeIds });
    const order: ReinstatementOrder = { strikeIds, sanctionIds: sanctions.map(({ id }) => id) };
    const reasonTextId = await this.texts.keepReason(reason.trim(), await this.cases.areGrave(sanctions));
    const proposal = await this.book.add({
      ...{ kind: 'reinstatement', subjectId, sellerId: person.sellerId, caseId: null },
      ...{ contents: JSON.stringify(order), reasonTextId },
    });
    return this.view.forKeeping(proposal);
  }
}
