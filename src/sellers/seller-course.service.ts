import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import { mayReach } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Conflict, NotFound, Stale } from '../platform/errors.js';
import { currentActor } from '../platform/request-context.js';
import { Journal } from '../journal/journal.service.js';
import { firstNameIssue } from '../thai/divided-name.js';
import { Reservations } from '../usernames/reservation.service.js';
import { usernameKey } from '../usernames/username.js';
import { cooperativeOf } from './known-cooperative.js';
import { canTake, sellerSteps, type SellerStep } from './seller-status.js';
import type { Seller } from './seller.js';
import { SellersRepository } from './sellers.repository.js';

/** A change of one seller's status. Every other member of the row may change with it. */
export interface StepOptions {
  reason: string;
  expectedVersion?: number;
}

/** Takes sellers through their statuses; the one place that changes a status. */
@Injectable()
export class SellerCourse {
  constructor(
    private readonly database: Database,
    private readonly repository: SellersRepository,
    private readonly reservations: Reservations,
    private readonly directory: CooperativeDirectory,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The seller, locked, if the caller may reach it and it is still the expected version. Needs a transaction. */
  async lock(id: string, expectedVersion?: number): Promise<Seller> {
    const seller = await this.repository.lock(id);
    if (!seller || !mayReach(currentActor(), seller.cooperativeId)) throw new NotFound();
    if (expectedVersion !== undefined && expectedVersion !== seller.version) throw new Stale(seller.version);
    return seller;
  }

  /** Takes one step of the table; throws Conflict if it does not start from the present status. */
  async take(step: SellerStep, id: string, { reason, expectedVersion }: StepOptions): Promise<Seller> {
    return this.database.transaction(async () => {
      const seller = await this.lock(id, expectedVersion);
      if (!canTake(seller.status, step)) throw wrongStatus(seller, step);
      const status = sellerSteps[step].to;
      const now = this.clock.now();
      const change = {
        status,
        statusReason: reason,
        updatedAt: now,
        ...(await this.consequences(step, seller, now)),
      };
      await this.repository.update(id, seller.version, change);
      this.journal.record({
        action: `seller.${step}`,
        subject: { type: 'seller', id },
        payload: { before: seller.status, after: status },
      });
      return { ...seller, ...change, version: seller.version + 1 };
    });
  }

  /** A new username from the data of today; the old one stays reserved. Throws Conflict if nothing would change. */
  async reissueUsername(id: string, { reason, expectedVersion }: StepOptions): Promise<Seller> {
    return this.database.transaction(async () => {
      const seller = await this.lock(id, expectedVersion);
      if (seller.status !== 'active') throw wrongStatus(seller, 'username');
      const username = await this.newUsername(seller);
      const change = {
        ...{ username, usernameKey: usernameKey(username), statusReason: reason },
        updatedAt: this.clock.now(),
      };
      await this.repository.update(id, seller.version, change);
      const payload = { cooperativeId: seller.cooperativeId };
      this.journal.record({ action: 'seller.username_reissued', subject: { type: 'seller', id }, payload });
      return { ...seller, ...change, version: seller.version + 1 };
    });
  }

  private async consequences(step: SellerStep, seller: Seller, now: string): Promise<Partial<Seller>> {
    if (step === 'rejection') return { samePhone: null, sameMember: null, proposedUsername: null };
    const comesBack = step === 'reopening' || step === 'reinstatement';
    const needsUsername = step === 'approval' || (comesBack && seller.username === null);
    if (!needsUsername) return {};
    const [username] = await this.reservations.reserveAll([this.requestOf(seller)]);
    const given = { username: username!, usernameKey: usernameKey(username!), proposedUsername: null };
    return { ...given, activatedAt: now, pendingReasons: '[]' };
  }

  private async newUsername(seller: Seller): Promise<string> {
    const request = this.requestOf(seller);
    const { username, own } = await this.reservations.bestFor(request);
    if (usernameKey(username) === seller.usernameKey) throw unchanged(seller);
    if (!own) await this.reservations.reserveAll([request]);
    return username;
  }

  private requestOf({ id, cooperativeId, firstName, lastName }: Seller) {
    if (firstNameIssue(firstName)) throw nameNotUsable(id);
    const cooperative = cooperativeOf(this.directory, cooperativeId);
    return { sellerId: id, cooperative, firstName, lastName };
  }
}

/** A username is for ever, so none is ever given to half a name. */
const nameNotUsable = (sellerId: string): Conflict =>
  new Conflict(
    'SELLER_NAME_NOT_USABLE',
    {
      th: 'ออกชื่อผู้ใช้งานไม่ได้ เพราะยังไม่มีชื่อจริงที่อ่านได้ กรุณาแก้ firstName ของผู้ขายก่อน',
      en: 'No username can be made: there is no readable first name yet. Correct the seller’s firstName first.',
    },
    { sellerId },
  );

function wrongStatus({ status, id }: Seller, step: string): Conflict {
  const text = {
    th: `ทำขั้นตอนนี้ไม่ได้ เพราะสถานะปัจจุบันคือ ${status} ดู allowedActions ของผู้ขายรายนี้`,
    en: `Not possible while the status is ${status}; see the seller's allowedActions.`,
  };
  return new Conflict('SELLER_WRONG_STATUS', text, { sellerId: id, currentStatus: status, step });
}

const unchanged = ({ username }: Seller): Conflict =>
  new Conflict(
    'USERNAME_UNCHANGED',
    {
      th: 'ชื่อผู้ใช้งานปัจจุบันถูกต้องตามข้อมูลอยู่แล้ว ไม่ต้องออกใหม่',
      en: 'The present username already is what the data gives.',
    },
    { username },
  );
