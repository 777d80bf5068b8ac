import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Invalid, type FieldError } from '../platform/errors.js';
import { Identities } from './identities.service.js';
import { changeOf, type Correction } from './seller-correction.js';
import { SellerCourse } from './seller-course.service.js';
import { alreadyRegistered } from './registration.service.js';
import type { Seller } from './seller.js';
import { SellersRepository } from './sellers.repository.js';

/** Corrects what is known of a seller. */
@Injectable()
export class SellerDesk {
  constructor(
    private readonly database: Database,
    private readonly repository: SellersRepository,
    private readonly course: SellerCourse,
    private readonly identities: Identities,
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
      const whole = { ...change, ...this.identityOf(seller, change, correction.memberNumber) };
      const changed = Object.keys(whole).filter(
        (member) => whole[member as keyof Seller] !== seller[member as keyof Seller],
      );
      if (changed.length === 0) return seller;
      await this.refuseSomebodyElse(id, whole);
      const updatedAt = this.clock.now();
      await this.repository.update(id, seller.version, { ...whole, updatedAt });
      const payload = { changed: changed.filter((member) => !inner.test(member)) };
      this.journal.record({ action: 'seller.corrected', subject: { type: 'seller', id }, payload });
      return { ...seller, ...whole, updatedAt, version: seller.version + 1 };
    });
  }

  /** Two sellers never become one person by a correction. */
  private async refuseSomebodyElse(id: string, { samePhone, sameMember }: Partial<Seller>): Promise<void> {
    const given = (key: string | null | undefined) => (key ? [key] : []);
    const persons = await this.repository.findPersons(given(samePhone), given(sameMember));
    const other = persons.find((person) => person.id !== id);
    if (other) throw alreadyRegistered(other.id);
  }

  /** A new name, telephone or member number makes another hash of the same person; rejected sellers have none. */
  private identityOf(seller: Seller, change: Partial<Seller>, memberNumber?: string): Partial<Seller> {
    if (seller.status === 'rejected') return {};
    const { samePhone, sameMember, memberNumberHash } = this.identities.keysOf(
      { ...seller, ...change },
      memberNumber,
    );
    return memberNumber ? { samePhone, sameMember, memberNumberHash } : { samePhone };
  }
}

/** Members that follow from others. */
const inner = /Folded$|^same|^whoKey$|Hash$/;
