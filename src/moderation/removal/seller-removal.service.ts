import { Injectable } from '@nestjs/common';
import { canTake } from '../../sellers/seller-status.js';
import { SellerCourse } from '../../sellers/seller-course.service.js';
import { ProposalBook } from '../proposals/proposal-book.service.js';
import type { Person } from '../subjects/subject.js';
import { Tasks } from '../tasks/tasks.service.js';

/** Shown with the seller; why exactly stands with the decision, for those who may read it. */
const statusReason = 'ถูกเชิญออกจากกลุ่มตามคำวินิจฉัย ดู GET /v1/sellers/{id}/standing';

/** Takes the seller out of the market when the person is removed; the username stays reserved, an invitation is off. */
@Injectable()
export class SellerRemoval {
  constructor(
    private readonly course: SellerCourse,
    private readonly tasks: Tasks,
    private readonly proposals: ProposalBook,
  ) {}

  /** Ends what would bring the person back, too. Needs a transaction. */
  async of(person: Person): Promise<void> {
    await this.tasks.cancelWelcomes(person);
    await this.proposals.overtake('reinstatement', person);
    const { sellerId } = person;
    if (sellerId === null) return;
    await this.tasks.cancelOpenOf('registration', sellerId);
    const { status } = await this.course.lock(sellerId);
    if (canTake(status, 'removal')) await this.course.take('removal', sellerId, { reason: statusReason });
  }
}
