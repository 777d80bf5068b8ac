import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Invalid, NotFound } from '../../platform/errors.js';
import { SellerRemoval } from '../removal/seller-removal.service.js';
import { Conduct } from '../standing/conduct.service.js';
import { isRemovedAt } from '../standing/standing.js';
import type { Subject } from './subject.js';
import { Subjects } from './subjects.service.js';

/** Says that a name is a seller's; what was decided about the name then holds for the seller. */
@Injectable()
export class SubjectLinking {
  constructor(
    private readonly subjects: Subjects,
    private readonly conduct: Conduct,
    private readonly removal: SellerRemoval,
    private readonly clock: Clock,
  ) {}

  /** Needs a transaction. Throws Invalid for a seller who is not there. */
  async link(subject: Subject, sellerId: string): Promise<Subject> {
    const linked = await this.linked(subject, sellerId);
    const person = await this.subjects.lock(linked.id);
    // Who was removed under this name is no seller under another.
    if (isRemovedAt(await this.conduct.recordOf(person), this.clock.now())) await this.removal.of(person);
    return linked;
  }

  private async linked(subject: Subject, sellerId: string): Promise<Subject> {
    try {
      return await this.subjects.linkTo(subject, sellerId);
    } catch (error) {
      if (error instanceof NotFound) throw noSuchSeller();
      throw error;
    }
  }
}

const noSuchSeller = (): Invalid =>
  Invalid.field('/sellerId', 'NO_SUCH_SELLER', {
    th: 'ไม่พบผู้ขายตาม sellerId กรุณาค้นหาที่ GET /v1/sellers',
    en: 'There is no such seller; find them with GET /v1/sellers.',
  });
