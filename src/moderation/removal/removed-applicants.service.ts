import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Conflict } from '../../platform/errors.js';
import type { Seller } from '../../sellers/seller.js';
import { SellerListeners, type SellerListener } from '../../sellers/seller-listeners.service.js';
import { Conduct } from '../standing/conduct.service.js';
import { isRemovedAt } from '../standing/standing.js';
import { Subjects } from '../subjects/subjects.service.js';

/** Whoever was removed before they registered does not come back by being approved. */
@Injectable()
export class RemovedApplicants implements SellerListener, OnModuleInit {
  constructor(
    private readonly listeners: SellerListeners,
    private readonly subjects: Subjects,
    private readonly conduct: Conduct,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.listeners.listen(this);
  }

  async approving({ id, proposedUsername }: Seller): Promise<void> {
    const person = await this.subjects.personOfSeller(
      id,
      proposedUsername === null ? [] : [proposedUsername],
    );
    if (isRemovedAt(await this.conduct.recordOf(person), this.clock.now()))
      throw personRemoved(id, person.subjectIds);
  }
}

const personRemoved = (sellerId: string, subjectIds: readonly string[]): Conflict =>
  new Conflict(
    'PERSON_REMOVED',
    {
      th: 'อนุมัติไม่ได้ เพราะผู้นี้เคยถูกเชิญออกจากกลุ่ม หากเห็นควรให้กลับ ให้ผู้ดูแลสองคนรับกลับก่อนที่ POST /v1/moderation/subjects/{id}/reinstatement',
      en: 'This person was removed from the group and cannot be approved; to take them back, two moderators use POST /v1/moderation/subjects/{id}/reinstatement first.',
    },
    { sellerId, subjectIds },
  );
