import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { SellerCourse } from '../../sellers/seller-course.service.js';
import type { ProposalDto } from '../proposals/proposal.dto.js';
import { Subjects } from '../subjects/subjects.service.js';
import { ReinstatementProposing } from './reinstatement-proposing.service.js';
import type { ReinstatementDto } from './reinstatement.dto.js';

/** A moderator proposes to take somebody back; another has to agree. */
@Injectable()
export class Reinstatements {
  constructor(
    private readonly database: Database,
    private readonly course: SellerCourse,
    private readonly subjects: Subjects,
    private readonly proposing: ReinstatementProposing,
  ) {}

  /** Throws NotFound, Conflict, Invalid or Stale. */
  ofSeller(sellerId: string, order: ReinstatementDto, expectedVersion?: number): Promise<ProposalDto> {
    return this.database.transaction(async () => {
      await this.course.lock(sellerId, expectedVersion);
      return this.proposing.propose((await this.subjects.ofSeller(sellerId)).id, order);
    });
  }

  /** The same for somebody who is not registered. */
  ofSubject(subjectId: string, order: ReinstatementDto): Promise<ProposalDto> {
    return this.database.transaction(() => this.proposing.propose(subjectId, order));
  }
}
