import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { mayReach } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import { SellerCourse } from '../../sellers/seller-course.service.js';
import { KnownNicknames, type KnownAs } from './known-nicknames.service.js';
import { nicknameKeys } from './nickname.js';
import type { Person, Subject } from './subject.js';
import { SubjectsRepository } from './subjects.repository.js';

/** Whom matters are about. Who is out of the caller's reach is not there. */
@Injectable()
export class Subjects {
  constructor(
    private readonly repository: SubjectsRepository,
    private readonly nicknames: KnownNicknames,
    private readonly course: SellerCourse,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound for an unknown subject and for one out of the caller's reach. */
  async find(id: string): Promise<Subject> {
    const subject = await this.repository.find(id);
    if (!subject || !isReachable(subject)) throw new NotFound();
    return subject;
  }

  /** By id; those unknown or out of the caller's reach are missing. */
  async findAll(ids: readonly string[]): Promise<Map<string, Subject>> {
    const found = await this.repository.findAll([...new Set(ids)]);
    return new Map(found.filter(isReachable).map((subject) => [subject.id, subject]));
  }

  /** Which of these nicknames the caller may have to do with: all, or those of the caller's own cooperatives. */
  async reachable(nicknames: readonly string[]): Promise<Set<string>> {
    if (currentActor().cooperativeIds === undefined) return new Set(nicknames);
    const holders = await this.nicknames.holdersOf(nicknames);
    const linked = await this.repository.findByKeys([...new Set(nicknames.map(keyOf))]);
    const byKey = new Map(linked.map((subject) => [subject.nicknameKey, subject.cooperativeId]));
    const cooperativeOf = (name: string) =>
      byKey.get(keyOf(name)) ?? holders.get(name)?.cooperativeId ?? null;
    return new Set(nicknames.filter((name) => isReachable({ cooperativeId: cooperativeOf(name) })));
  }

  /** Which of these somebody is known by: a seller of today or before, or anybody a matter was about. */
  async known(names: readonly string[]): Promise<Set<string>> {
    const asked = names.filter((name) => nicknameKeys(name));
    const holders = await this.nicknames.holdersOf(asked);
    const met = await this.repository.findByKeys([...new Set(asked.map(keyOf))]);
    const keys = new Set(met.map(({ nicknameKey }) => nicknameKey));
    return new Set(asked.filter((name) => holders.has(name) || keys.has(keyOf(name))));
  }

  /** Found or made, and linked to the seller who holds or held the name. Needs a transaction. */
  async ofNickname(nickname: string): Promise<Subject> {
    return (await this.ofNicknames([nickname])).get(nickname)!;
  }

  /** The same for many, by the nickname asked for. Each must have `nicknameKeys`. */
  async ofNicknames(nicknames: readonly string[]): Promise<Map<string, Subject>> {
    const once = [...new Map(nicknames.map((nickname) => [keyOf(nickname), nickname]))];
    const found = await this.repository.findByKeys(once.map(([key]) => key));
    const byKey = new Map(found.map((subject) => [subject.nicknameKey, subject]));
    const unsure = once.filter(([key]) => !byKey.get(key)?.sellerId).map(([, nickname]) => nickname);
    const holders = await this.nicknames.holdersOf(unsure);
    const made: Subject[] = [];
    for (const [key, nickname] of once) {
      const subject = byKey.get(key);
      const holder = holders.get(nickname);
      if (!subject) made.push(this.newSubject(nickname, holder));
      else if (holder && !subject.sellerId) byKey.set(key, await this.link(subject, holder));
    }
    await this.repository.insert(made);
    for (const subject of made) byKey.set(subject.nicknameKey, subject);
    return new Map(nicknames.map((nickname) => [nickname, byKey.get(keyOf(nickname))!]));
  }

  /** The seller under the username of today, else under any name known. Needs a transaction. */
  async ofSeller(sellerId: string): Promise<Subject> {
    const known = await this.nicknames.seller(sellerId);
    if (!known) throw new NotFound();
    if (known.username !== null) return this.ofNickname(known.username);
    const [oldest] = await this.repository.ofSeller(sellerId);
    if (oldest) return oldest;
    // Nobody in the group is called so; it only stands for the seller until there is a username.
    const subject = this.newSubject(`ผู้ขาย ${sellerId}`, known);
    await this.repository.insert([subject]);
    return subject;
  }

  /** The seller, if known, and all names that are theirs. */
  async personOf(id: string): Promise<Person> {
    const sellerId = await this.sellerOf(await this.find(id));
    if (sellerId === null) return { sellerId, subjectIds: [id] };
    const { subjectIds } = await this.personOfSeller(sellerId);
    return { sellerId, subjectIds: [...new Set([id, ...subjectIds])].sort() };
  }

  /** The same for a seller the caller may reach; names that became theirs count, though nobody has met them since. */
  async personOfSeller(sellerId: string, alsoCalled: readonly string[] = []): Promise<Person> {
    const own = await this.repository.ofSeller(sellerId);
    const unlinked = await this.unlinkedOf(sellerId, alsoCalled);
    return { sellerId, subjectIds: [...own, ...unlinked].map(({ id }) => id).sort() };
  }

  /**
   * The person, kept from other writers until the transaction ends: first the seller, then the subjects in the order
   * of ids. Links every name that is the seller's. Needs a transaction; everything that counts points begins here.
   */
  async lock(id: string): Promise<Person> {
    const subject = await this.find(id);
    const sellerId = await this.sellerOf(subject);
    if (sellerId !== null) return this.lockWithSeller(subject, sellerId);
    const locked = await this.repository.lock(id);
    if (!locked) throw new NotFound();
    // Somebody said who it is while this waited.
    return locked.sellerId ? this.lock(id) : { sellerId: null, subjectIds: [id] };
  }

  /** Says that this name is this seller's. Needs a transaction. */
  async linkTo(subject: Subject, sellerId: string): Promise<Subject> {
    const { cooperativeId } = await this.course.lock(sellerId);
    return this.link(subject, { sellerId, cooperativeId });
  }

  private async lockWithSeller(subject: Subject, sellerId: string): Promise<Person> {
    const { cooperativeId } = await this.course.lock(sellerId);
    const unlinked = await this.unlinkedOf(sellerId, [subject.nickname]);
    for (const each of unlinked) await this.link(each, { sellerId, cooperativeId });
    const own = (await this.repository.lockOfSeller(sellerId)).map(({ id }) => id);
    // Somebody said meanwhile that it is another seller.
    return own.includes(subject.id) ? { sellerId, subjectIds: own } : this.lock(subject.id);
  }

  private async sellerOf({ sellerId, nickname }: Subject): Promise<string | null> {
    if (sellerId) return sellerId;
    return (await this.nicknames.holdersOf([nickname])).get(nickname)?.sellerId ?? null;
  }

  /** Names the seller holds or held, and those given, as far as they are nobody's yet. */
  private async unlinkedOf(sellerId: string, alsoCalled: readonly string[]): Promise<Subject[]> {
    const names = [...(await this.nicknames.namesOf(sellerId)), ...alsoCalled];
    const keys = new Set(names.flatMap((name) => nicknameKeys(name)?.key ?? []));
    const met = await this.repository.findByKeys([...keys]);
    return met.filter((each) => each.sellerId === null).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private async link(subject: Subject, { sellerId, cooperativeId }: KnownAs): Promise<Subject> {
    const { id, version } = subject;
    // Another caller was faster; what they wrote counts.
    if (!(await this.repository.link(id, version, sellerId, cooperativeId)))
      return (await this.repository.lock(id))!;
    this.journal.record({
      action: 'subject.linked',
      subject: { type: 'subject', id },
      payload: { sellerId },
    });
    return { ...subject, sellerId, cooperativeId, version: version + 1 };
  }

  private newSubject(nickname: string, known: KnownAs | undefined): Subject {
    const { key, skeleton } = nicknameKeys(nickname)!;
    const id = newId();
    const { sellerId = null, cooperativeId = null } = known ?? {};
    this.journal.record({ action: 'subject.met', subject: { type: 'subject', id }, payload: { sellerId } });
    return {
      ...{ id, nickname, nicknameKey: key, skeleton, sellerId, cooperativeId },
      ...{ createdAt: this.clock.now(), version: 1 },
    };
  }
}

/** A key limited to cooperatives knows of nobody who is not known to be theirs. */
function isReachable({ cooperativeId }: Pick<Subject, 'cooperativeId'>): boolean {
  const actor = currentActor();
  return actor.cooperativeIds === undefined || (cooperativeId !== null && mayReach(actor, cooperativeId));
}

function keyOf(nickname: string): string {
  const keys = nicknameKeys(nickname);
  if (!keys) throw new Error('a nickname nobody can be told by');
  return keys.key;
}
