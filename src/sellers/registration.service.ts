import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { BatchItem, Novelty, Settled } from '../platform/database/group.js';
import { Conflict, type AppError } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { withContext } from '../platform/request-context.js';
import { Journal } from '../journal/journal.service.js';
import { Reservations, type UsernameRequest } from '../usernames/reservation.service.js';
import { doubtsAbout, type Application } from './registration-rules.js';
import { Identities } from './identities.service.js';
import type { PersonKeys } from './known-people.js';
import { draftSeller, withDoubt, withUsername } from './seller-draft.js';
import type { Seller } from './seller.js';
import { SellersRepository, type KnownPerson, type RemovedSeller } from './sellers.repository.js';
import { usernameKey } from '../usernames/username.js';

/** A registration, the id its seller will have and what the person is known by. */
export interface Enrolment {
  application: Application;
  keys: PersonKeys;
  /** The seller it makes, but for the username. */
  draft: Seller;
  /** The caller has asked the database in this transaction: nobody has these keys. */
  unknown?: boolean;
}

/** A registration on its way through the batch. */
interface Entry extends Enrolment {
  /** Somebody with the same name and telephone or member number. */
  known?: Pick<KnownPerson, 'id' | 'status' | 'version' | 'username'>;
  error?: AppError;
}

/** What a registration led to. */
export interface Registered {
  seller: Seller;
  /** True when a withdrawn seller came back. */
  reopened: boolean;
}

/** Registers sellers: set-based, so that one request, sixty at once and a chunk of an import cost few queries. */
@Injectable()
export class Registrations {
  constructor(
    private readonly repository: SellersRepository,
    private readonly reservations: Reservations,
    private readonly identities: Identities,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** For `Database.batch`: one journal event for each seller, by whoever asked for it. */
  async registerEach(items: readonly BatchItem<Application>[], novelty: Novelty): Promise<Settled<Seller>[]> {
    // First of all: the look-ups then see whom another copy of the service registered a moment ago.
    this.journal.takeHead();
    const settled = await this.enrolAll(
      items.map(({ input }) => this.enrolmentOf(input)),
      novelty,
    );
    return settled.map((outcome, i) => {
      if ('error' in outcome) return outcome;
      const { seller, reopened } = outcome.value;
      withContext(items[i]!.context, () => this.recordOne(seller, reopened));
      return { value: seller };
    });
  }

  /** `keys`, where they have been reckoned already. */
  enrolmentOf(application: Application, keys = this.keysOf(application)): Enrolment {
    return { application, keys, draft: draftSeller(newId(), application, keys, '', this.clock.now()) };
  }

  /**
   * Registers all of them in the running transaction, in order; the same person twice is a Conflict with the id of
   * the first. Records nothing in the journal: the caller does, one event for each or one for all. Those that
   * `novelty` says were answered before are left alone.
   */
  async enrolAll(enrolments: readonly Enrolment[], novelty?: Novelty): Promise<Settled<Registered>[]> {
    const entries = enrolments.map(entryOf);
    // Asked at the same time: one round trip.
    const [persons, removed, taken, isNew] = await Promise.all([
      this.repository.findPersons(entries.filter(({ unknown }) => !unknown).map(({ keys }) => keys)),
      this.findRemovedLike(entries),
      this.reservations.takenByName(entries.map(requestOf)),
      novelty,
    ]);
    entries.forEach((entry, i) => isNew?.[i] === false && (entry.error = answeredBefore));
    recogniseAll(
      entries.filter(({ error }) => !error),
      persons,
    );
    const fresh = entries.filter((entry) => !entry.error && !entry.known);
    doubtThoseLike(removed, fresh);
    const usernames = await this.giveUsernames(fresh, taken);
    const rows = fresh.map((entry) => withUsername(entry.draft, usernames.get(entry)!));
    await this.repository.insert(rows);
    const sellers = new Map(fresh.map((entry, i) => [entry, rows[i]!]));
    return Promise.all(entries.map((entry) => this.settle(entry, sellers.get(entry))));
  }

  private keysOf({ cooperative, firstName, lastName, phone, memberNumber }: Application): PersonKeys {
    const person = { cooperativeId: cooperative.id, firstName, lastName, phone };
    return this.identities.keysOf(person, memberNumber);
  }

  private findRemovedLike(entries: readonly Entry[]): Promise<RemovedSeller[]> {
    const asked = entries.filter(isFromApi);
    return this.repository.findRemovedAlike(
      asked.map(({ draft }) => draft.whoKey),
      asked.flatMap(({ draft }) => draft.phone ?? []),
    );
  }

  /** Clear registrations get a username, doubtful ones only a proposal. */
  private async giveUsernames(entries: readonly Entry[], taken: Set<string>): Promise<Map<Entry, string>> {
    const doubtful = entries.filter(({ draft }) => draft.status === 'pending');
    const waiting = new Set(doubtful);
    const clear = entries.filter((entry) => !waiting.has(entry));
    const given = await this.reservations.reserveAll(clear.map(requestOf), taken);
    const proposed = await this.reservations.proposeAll(doubtful.map(requestOf), taken);
    return new Map([
      ...clear.map((entry, i) => [entry, given[i]!] as const),
      ...doubtful.map((entry, i) => [entry, proposed[i]!] as const),
    ]);
  }

  private async settle(entry: Entry, seller: Seller | undefined): Promise<Settled<Registered>> {
    if (entry.error) return { error: entry.error };
    if (seller) return { value: { seller, reopened: false } };
    const known = await this.repository.lock(entry.known!.id);
    // Another copy of the service was faster.
    if (known?.version !== entry.known!.version) return { error: alreadyRegistered(entry.known!.id) };
    return { value: { seller: await this.reopen(entry), reopened: true } };
  }

  /**
   * A withdrawn seller who registers again gets the old place and username back, with the new details; one who never
   * had a username and is still in doubt waits for a person again.
   */
  private async reopen({ known, application, draft: asNew }: Entry): Promise<Seller> {
    const { id, version, username } = known!;
    const request = { sellerId: id, ...application };
    const waits = username === null && doubtsAbout(application).length > 0;
    const [fresh] = waits ? await this.reservations.proposeAll([request]) : [];
    const name = username ?? fresh ?? (await this.reservations.reserveAll([request]))[0]!;
    const { id: _id, registeredAt: _registered, version: _version, ...change } = withUsername(asNew, name);
    await this.repository.update(id, version, waits ? change : { ...change, ...activeAs(name) });
    return (await this.repository.findById(id))!;
  }

  private recordOne(seller: Seller, reopened: boolean): void {
    this.journal.record({
      action: reopened ? 'seller.reopened' : 'seller.registered',
      subject: { type: 'seller', id: seller.id },
      payload: { after: seller.status, cooperativeId: seller.cooperativeId, source: seller.source },
    });
  }
}

/** Nobody is told: they get the answer given before. */
const answeredBefore = new Conflict('ALREADY_EXISTS', { th: 'ตอบไว้แล้ว', en: 'Answered before.' });

/** Members are written out one by one: see docs/decisions/plain-literals.md. */
const entryOf = ({ application, keys, draft, unknown }: Enrolment): Entry => ({
  application,
  keys,
  draft,
  unknown,
  known: undefined,
  error: undefined,
});

const requestOf = ({ draft, application }: Entry): UsernameRequest => ({
  sellerId: draft.id,
  cooperative: application.cooperative,
  firstName: application.firstName,
  lastName: application.lastName,
});

/** An import has its own review for those who may be somebody known. */
const isFromApi = ({ application }: Entry) => application.source === 'api';

/** Who is there already, in the registry or earlier in the same batch. */
function recogniseAll(entries: readonly Entry[], persons: readonly KnownPerson[]): void {
  const byKey = new Map<string, NonNullable<Entry['known']>>();
  for (const person of persons)
    for (const key of [person.samePhone, person.sameMember]) if (key) byKey.set(key, person);
  for (const entry of entries) {
    const keys = [entry.keys.samePhone, entry.keys.sameMember].filter((key) => key !== null);
    const known = keys.flatMap((key) => byKey.get(key) ?? []);
    // Telephone and member number may be those of two sellers; one who has not withdrawn is in the way.
    entry.known = known.find(({ status }) => status !== 'withdrawn') ?? known[0];
    if (entry.known) entry.error = conflictWith(entry.known, known);
    const { id, version, username } = entry.known ?? { id: entry.draft.id, version: 1, username: null };
    const taken = { id, version, username, status: 'active' as const };
    for (const key of keys) if (byKey.get(key)?.status !== 'removed') byKey.set(key, taken);
  }
}

/** Who was removed may come back under another spelling or another number. */
function doubtThoseLike(removed: readonly RemovedSeller[], entries: readonly Entry[]): void {
  if (removed.length === 0) return;
  const marks = new Set(removed.flatMap(({ whoKey, phone }) => [whoKey, phone]));
  for (const entry of entries.filter(isFromApi))
    if (marks.has(entry.draft.whoKey) || (entry.draft.phone && marks.has(entry.draft.phone)))
      entry.draft = withDoubt(entry.draft, 'like_removed_seller');
}

/** Undefined for a withdrawn seller, who may come back unless the details are those of two. */
function conflictWith(
  { id, status }: Pick<KnownPerson, 'id' | 'status'>,
  all: readonly { id: string }[],
): Conflict | undefined {
  if (status === 'withdrawn' && all.every((other) => other.id === id)) return undefined;
  if (status === 'removed') {
    const text = {
      th: 'ผู้ขายรายนี้เคยถูกเชิญออกจากกลุ่ม ต้องให้ผู้ดูแลพิจารณารับกลับก่อน',
      en: 'This seller was removed from the market; a moderator has to decide on a return.',
    };
    return new Conflict('SELLER_REMOVED_BEFORE', text, { sellerId: id });
  }
  return alreadyRegistered(id);
}

export function alreadyRegistered(id: string): Conflict {
  const text = {
    th: 'ลงทะเบียนไว้แล้ว: สหกรณ์ ชื่อ และเบอร์โทรศัพท์หรือเลขสมาชิกตรงกับผู้ขายที่มีอยู่',
    en: 'Already registered: cooperative, name and telephone or member number are those of an existing seller.',
  };
  return new Conflict('SELLER_ALREADY_REGISTERED', text, { sellerId: id });
}

const activeAs = (username: string) => ({
  status: 'active' as const,
  username,
  usernameKey: usernameKey(username),
  proposedUsername: null,
  pendingReasons: '[]',
});
