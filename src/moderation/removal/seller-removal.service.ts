import { Injectable } from '@nestjs/common';
import { canTake } from '../../sellers/seller-status.js';
import { SellerCourse } from '../../sellers/seller-course.service.js';
import type { Person } from '../subjects/subject.js';

/** Shown with the seller; why exactly stands with the decision, for those who may read it. */
const statusReason = 'ถูกเชิญออกจากกลุ่มตามคำวินิจฉัย ดู GET /v1/sellers/{id}/standing';

/** Takes the seller out of the market when the person is removed; the username stays reserved. */
@Injectable()
export class SellerRemoval {
  constructor(private readonly course: SellerCourse) {}

  /** Does nothing for who is not registered. Needs a transaction. */
  async of({ sellerId }: Person): Promise<void> {
    if (sellerId === null) return;
    const { status } = await this.course.lock(sellerId);
    if (canTake(status, 'removal')) await this.course.take('removal', sellerId, { reason: statusReason });
  }
}
