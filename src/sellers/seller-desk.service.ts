import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { mayReach } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Settled } from '../platform/database/group.js';
import { Invalid, NotFound, Stale, type AppError, type FieldError } from '../platform/errors.js';
import { currentActor } from '../platform/request-context.js';
import { Identities } from './identities.service.js';
import { IdentityHolders } from './identity-holders.js';
import { PendingSellers } from './pending-sellers.service.js';
import { changeOf, type Correction } from './seller-correction.js';
import { alreadyRegistered } from './registration.service.js';
import type { Seller } from './seller.js';
import { SellersRepository, type KnownPerson, type SoughtPerson } from './sellers.repository.js';

/** One correction of one seller. */
export interface CorrectionOrder {
  id: string;
  correction: Correction;
  expectedVersion?: number;
}

/** A seller as they were when the corrections began, and as they are to be. */
interface Sheet {
  before: Seller;
  after: Seller;
}

/** What corrections rest on, as it was before anything was written. */
export interface Groundwork {
  /** Those to be corrected, kept from other writers. */
  sellers: readonly Seller[];
  /** Who holds the identities that were `sought`. */
  holders: readonly KnownPerson[];
  sought: readonly SoughtPerson[];
}

/** Corrects what is known of sellers. */
@Injectable()
export class SellerDesk {
  constructor(
    private readonly database: Database,
    private readonly repository: SellersRepository,
    private readonly identities: Identities,
    private readonly pending: PendingSellers,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws Invalid, NotFound, Conflict or Stale. A correction that changes nothing leaves the version as it is. */
  correct(id: string, correction: Correction, expectedVersion?: number): Promise<Seller> {
    return this.database.transaction(async () => {
      const [settled] = await this.correctAll([
        { id, correction: { ...correction, keepsContact: true }, expectedVersion },
      ]);
      if ('error' in settled!) throw settled.error;
      return settled!.value;
    });
  }

  /** What corrections of these sellers will rest on; `sought` are the identities they are likely to ask for. */
  async layGround(ids: readonly string[], sought: readonly SoughtPerson[] = []): Promise<Groundwork> {
    const [sellers, holders] = await Promise.all([
      this.repository.lockAll([...new Set(ids)]),
      this.repository.findPersons(sought),
    ]);
    return { sellers, holders, sought };
  }

  /**
   * All of them in order, in the running transaction; one seller may be there more than once. `enrolled` were written
   * since the ground was laid.
   */
  async correctAll(
    orders: readonly CorrectionOrder[],
    ground?: Groundwork,
    enrolled: readonly Seller[] = [],
  ): Promise<Settled<Seller>[]> {
    if (orders.length === 0) return [];
    const ids = new Set(orders.map(({ id }) => id));
    const { sellers, ...known } = ground ?? (await this.layGround([...ids]));
    const current = [...sellers, ...enrolled.filter(({ id }) => ids.has(id))];
    const sheets = new Map(current.map((seller) => [seller.id, { before: seller, after: seller }]));
    const holders = await this.holdersFor(orders, sheets, known);
    enrolled.forEach((seller) => holders.take(seller));
    const settled = orders.map((order) => this.take(order, sheets.get(order.id), holders));
    await this.refreshPending(sheets);
    await this.writeAll([...sheets.values()], holders.handedOn);
    return settled.map((outcome) =>
      'error' in outcome ? outcome : { value: latest(outcome.value, sheets) },
    );
  }

  /** The seller as this correction would leave them; undefined if it is not valid. */
  foresee(seller: Seller, correction: Correction): Seller | undefined {
    const errors: FieldError[] = [];
    const after = this.corrected(seller, correction, errors);
    return errors.length > 0 ? undefined : after;
  }

  private take(order: CorrectionOrder, sheet: Sheet | undefined, holders: IdentityHolders): Settled<Seller> {
    const { id, correction, expectedVersion } = order;
    if (!sheet || !mayReach(currentActor(), sheet.after.cooperativeId)) return { error: new NotFound() };
    const { after: now } = sheet;
    if (expectedVersion !== undefined && expectedVersion !== now.version)
      return { error: new Stale(now.version) };
    const errors: FieldError[] = [];
    const next = this.corrected(now, correction, errors);
    if (errors.length > 0) return { error: new Invalid(errors) };
    const changed = changedMembers(now, next);
    if (changed.length === 0) return { value: now };
    const error = refuseSomebodyElse(next, holders);
    if (error) return { error };
    holders.move(now, next);
    sheet.after = { ...next, updatedAt: this.clock.now(), version: now.version + 1 };
    const payload = { changed: changed.filter((member) => !inner.test(member)) };
    this.journal.record({ action: 'seller.corrected', subject: { type: 'seller', id }, payload });
    return { value: sheet.after };
  }

  private async refreshPending(sheets: ReadonlyMap<string, Sheet>): Promise<void> {
    const corrected = [...sheets.values()].filter(({ before, after }) => before !== after);
    const refreshed = await this.pending.refresh(corrected.map(({ after }) => after));
    for (const seller of refreshed) sheets.get(seller.id)!.after = seller;
  }

  /** Who holds the identities that these corrections may ask for; those that were not sought are asked for now. */
  private async holdersFor(
    orders: readonly CorrectionOrder[],
    sheets: ReadonlyMap<string, Sheet>,
    { holders, sought }: Omit<Groundwork, 'sellers'>,
  ): Promise<IdentityHolders> {
    const asked = new Map([...sheets].map(([id, { before }]) => [id, before]));
    const wanted = orders.flatMap(({ id, correction }) => {
      const seller = asked.get(id);
      const after = seller && this.corrected(seller, correction, []);
      if (after) asked.set(id, after);
      return after ?? [];
    });
    const known = new Set<string | null>([
      null,
      ...sought.flatMap(({ samePhone, sameMember }) => [samePhone, sameMember]),
    ]);
    const missing = wanted.filter(
      ({ samePhone, sameMember }) => !known.has(samePhone) || !known.has(sameMember),
    );
    return new IdentityHolders([...holders, ...(await this.repository.findPersons(missing))]);
  }

  private async writeAll(sheets: readonly Sheet[], handedOn: boolean): Promise<void> {
    // Identities are unique at every moment, not only in the end.
    if (handedOn) await this.repository.clearIdentities(sheets.map(({ before }) => before.id));
    for (const { before, after } of sheets) {
      if (before === after && !handedOn) continue;
      const members = new Set([...changedMembers(before, after), 'version' as const]);
      if (handedOn) members.add('samePhone').add('sameMember');
      await this.repository.rewrite(after, [...members]);
    }
  }

  private corrected(seller: Seller, correction: Correction, errors: FieldError[]): Seller {
    const change = changeOf(seller, correction, errors);
    return { ...seller, ...change, ...this.identityOf(seller, change, correction.memberNumber) };
  }

  /** A new name, telephone or member number makes another hash of the same person; rejected sellers have none. */
  private identityOf(seller: Seller, change: Partial<Seller>, memberNumber?: string): Partial<Seller> {
    if (seller.status === 'rejected') return {};
    const person = { ...seller, ...change };
    const { memberNumberHash: known } = seller;
    const { whoKey, samePhone, memberNumberHash, ...keys } = this.identities.keysOf(
      person,
      memberNumber,
      known,
    );
    // Of two who became one person by a rename only the first has the key; that is no change of the second.
    const isSame = whoKey === seller.whoKey && memberNumberHash === known;
    return { samePhone, memberNumberHash, sameMember: isSame ? seller.sameMember : keys.sameMember };
  }
}

/** What a correction led to, unless another one of the same seller came behind it. */
function latest(seller: Seller, sheets: ReadonlyMap<string, Sheet>): Seller {
  const now = sheets.get(seller.id)!.after;
  return now.version === seller.version ? now : seller;
}

/** Two sellers never become one person by a correction. */
function refuseSomebodyElse({ id, samePhone, sameMember }: Seller, holders: IdentityHolders) {
  const other = holders.otherThan(id, samePhone) ?? holders.otherThan(id, sameMember);
  return other === undefined ? undefined : (alreadyRegistered(other) satisfies AppError);
}

const changedMembers = (before: Seller, after: Seller): (keyof Seller)[] =>
  (Object.keys(after) as (keyof Seller)[]).filter(
    (member) => after[member] !== before[member] && member !== 'version',
  );

/** Members that follow from others. */
const inner = /Folded$|^same|^whoKey$|Hash$/;
