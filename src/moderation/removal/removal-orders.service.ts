import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Deciding } from '../decisions/deciding.service.js';
import type { DecidedDto } from '../decisions/decision.dto.js';
import { DecisionView } from '../decisions/decision-view.service.js';
import type { Finding } from '../decisions/verdict.js';
import { Subjects } from '../subjects/subjects.service.js';
import { RemovalBook } from './removal-book.service.js';

/** A moderator removes a seller at once, without a report before: rule 5 of the letter. */
@Injectable()
export class RemovalOrders {
  constructor(
    private readonly database: Database,
    private readonly book: RemovalBook,
    private readonly subjects: Subjects,
    private readonly deciding: Deciding,
    private readonly view: DecisionView,
  ) {}

  /** A case of its own, decided as removal or proposed as one. Throws NotFound, Conflict or Stale. */
  order(sellerId: string, finding: Finding, expectedVersion?: number): Promise<DecidedDto> {
    return this.database.transaction(async () => {
      await this.book.refuseImpossible(sellerId, expectedVersion);
      const subject = await this.subjects.ofSeller(sellerId);
      const person = await this.subjects.lock(subject.id);
      const matter = await this.book.open(subject.id, finding);
      return this.view.decided(await this.deciding.settle({ matter, person, ordersRemoval: true }, finding));
    });
  }
}
