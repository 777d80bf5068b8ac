import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Invalid, type FieldError } from '../platform/errors.js';
import { currentActor } from '../platform/request-context.js';
import { DataSecret } from '../platform/secret.js';
import { samePersonTexts } from './same-person.js';
import { changeOf, type Correction } from './seller-correction.js';
import { SellerCourse } from './seller-course.service.js';
import type { Seller } from './seller.js';
import { SellersRepository } from './sellers.repository.js';

/** Corrects what is known of a seller. */
@Injectable()
export class SellerDesk {
  constructor(
    private readonly database: Database,
    private readonly repository: SellersRepository,
    private readonly course: SellerCourse,
    private readonly secret: DataSecret,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws Invalid, NotFound or Stale. A correction that changes nothing leaves the version as it is. */
  correct(id: string, correction: Correction, expectedVersion?: number): Promise<Seller> {
    return this.database.transaction(async () => {
      const seller = await this.course.lock(id, expectedVersion);
      const errors: FieldError[] = [];
      const change = changeOf(seller, correction, errors);
      if (errors.length > 0) throw new Invalid(errors);
      const changed = Object.keys(change);
      if (changed.length === 0) return seller;
      const whole = { ...change, ...this.identityOf(seller, change), updatedAt: this.clock.now() };
      await this.repository.update(id, seller.version, whole);
      const payload = {
        changed: changed.filter((member) => !member.endsWith('Folded')),
        actor: currentActor().type,
      };
      this.journal.record({ action: 'seller.corrected', subject: { type: 'seller', id }, payload });
      return { ...seller, ...whole, version: seller.version + 1 };
    });
  }

  /** A new name or telephone makes another hash of the same person; rejected sellers have none. */
  private identityOf(seller: Seller, change: Partial<Seller>): Partial<Seller> {
    if (seller.status === 'rejected') return {};
    const { phone } = samePersonTexts({ ...seller, ...change });
    return { samePhone: phone ? this.secret.hash('same-person', phone) : null };
  }
}
