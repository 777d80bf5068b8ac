import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Conflict } from '../platform/errors.js';
import { Identities } from './identities.service.js';
import { alreadyRegistered } from './registration.service.js';
import { SellerCourse } from './seller-course.service.js';
import type { Seller } from './seller.js';
import { SellersRepository } from './sellers.repository.js';

/** Takes back what a decision did to a seller, as long as nothing has happened to the seller since. */
@Injectable()
export class SellerUndo {
  constructor(
    private readonly repository: SellersRepository,
    private readonly course: SellerCourse,
    private readonly identities: Identities,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * The seller is withdrawn, not deleted: the username may have been told, and the same person who registers again
   * is reopened under it. Needs a transaction; throws Conflict for a seller changed since `version`.
   */
  async takeBackRegistration(id: string, version: number): Promise<void> {
    const seller = await this.unchanged(id, version);
    const change = { status: 'withdrawn' as const, statusReason: 'ยกเลิกการตัดสินแถวนำเข้า' };
    await this.repository.update(id, version, { ...change, updatedAt: this.clock.now() });
    const payload = { before: seller.status, after: 'withdrawn' };
    this.journal.record({ action: 'seller.registration_undone', subject: { type: 'seller', id }, payload });
  }

  /** The seller as it was before; a username given since stays. Needs a transaction. */
  async restore(kept: Seller, version: number): Promise<void> {
    const { id } = kept;
    const seller = await this.unchanged(id, version);
    const before = this.withPresentKeys(kept, seller);
    const persons = await this.repository.findPersons([before]);
    const other = persons.find((person) => person.id !== id);
    if (other) throw alreadyRegistered(other.id);
    const { id: _id, version: _version, ...members } = before;
    const { username, usernameKey } = before.username === null ? seller : before;
    await this.repository.update(id, version, {
      ...{ ...members, username, usernameKey, updatedAt: this.clock.now() },
    });
    const payload = { before: seller.status, after: before.status };
    this.journal.record({ action: 'seller.correction_undone', subject: { type: 'seller', id }, payload });
  }

  /** What was kept may be of the time when keys were reckoned another way. Rejected sellers have none. */
  private withPresentKeys(kept: Seller, now: Seller): Seller {
    const { whoKey, ...keys } = this.identities.keysOf(kept, undefined, kept.memberNumberHash);
    const samePhone = kept.samePhone && keys.samePhone;
    if (kept.sameMember === null) return { ...kept, whoKey, samePhone };
    const isSame = whoKey === now.whoKey && kept.memberNumberHash === now.memberNumberHash;
    return { ...kept, whoKey, samePhone, sameMember: isSame ? now.sameMember : keys.sameMember };
  }

  private async unchanged(id: string, version: number): Promise<Seller> {
    const seller = await this.course.lock(id);
    if (seller.version === version) return seller;
    throw new Conflict(
      'SELLER_CHANGED_SINCE',
      {
        th: 'ยกเลิกไม่ได้ เพราะข้อมูลผู้ขายรายนี้ถูกแก้ไขหลังการตัดสิน กรุณาแก้ไขที่ผู้ขายโดยตรง (PATCH /v1/sellers/{id} หรือ /withdrawal)',
        en: 'This cannot be undone: the seller was changed after the decision. Change the seller instead (PATCH /v1/sellers/{id}, or its withdrawal).',
      },
      { sellerId: id, currentVersion: seller.version },
    );
  }
}
