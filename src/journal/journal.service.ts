import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { currentRehearsal } from '../platform/database/rehearsal.js';
import { newId } from '../platform/ids.js';
import { currentContext } from '../platform/request-context.js';
import { genesisHash, hashEntry, verifyLinks, type ChainBreak } from './audit-chain.js';
import type { AuditEntryEntity, OutboxMessageEntity } from './journal.entity.js';
import { JournalRepository } from './journal.repository.js';

/** Something that happened, told by ids: no names, numbers or texts of people, so that erasure leaves it whole. */
export interface JournalEvent {
  /** `seller.registered`: what it is about, then what happened. */
  action: string;
  subject: { type: string; id: string };
  payload?: Record<string, unknown>;
}

/** The answer to "was anything changed afterwards?". */
export interface Verification {
  intact: boolean;
  /** Entries checked. */
  checked: number;
  head: { seq: number; hash: string };
  brokenAt: ChainBreak | null;
}

const verifiedAtOnce = 1_000;

@Injectable()
export class Journal {
  constructor(
    private readonly database: Database,
    private readonly repository: JournalRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the event into the audit chain and the outbox, with the transaction at hand; it needs one. Its place and its
   * seal are given just before the commit.
   */
  record(event: JournalEvent): void {
    // Nothing happened.
    if (currentRehearsal() !== undefined) return;
    const { actor, requestId } = currentContext();
    this.database.collect<AuditEntryEntity>(this.append, {
      seq: 0,
      id: newId(),
      at: this.clock.now(),
      actorType: actor.type,
      actorId: actor.id,
      action: event.action,
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      requestId,
      payload: JSON.stringify(event.payload ?? {}),
      hash: '',
    });
  }

  /**
   * Asks for the end of the chain now, so that it travels with what else is asked first; otherwise it is asked for before
   * the commit. Who holds it sees all that others have committed, since nobody commits an event without it.
   */
  takeHead(): void {
    // Its failure is that of the questions beside it, and is met again by whoever needs the head.
    this.database.once(this.lockHead).catch(() => undefined);
  }

  /** The last entry's number: what was committed by now has no greater one. */
  async position(): Promise<number> {
    return Number((await this.repository.readHead()).seq);
  }

  /** Whether anything was recorded after `seq` but of these actions and about these kinds of subjects. */
  movedSince(
    seq: number,
    but: { actions: readonly string[]; subjects: readonly string[] },
  ): Promise<boolean> {
    return this.repository.existsAfter(seq, but);
  }

  /** Checks the whole chain against its head. */
  async verify(progress: (checked: number) => void = () => {}): Promise<Verification> {
    const head = await this.repository.readHead();
    let link = { seq: 0, hash: genesisHash };
    for (;;) {
      const entries = (await this.repository.after(link.seq, verifiedAtOnce)).filter(
        (e) => e.seq <= head.seq,
      );
      const result = verifyLinks(entries, link);
      if ('reason' in result) return { intact: false, checked: result.seq - 1, head, brokenAt: result };
      link = result;
      progress(link.seq);
      if (entries.length < verifiedAtOnce) break;
    }
    if (link.seq === head.seq && link.hash === head.hash)
      return { intact: true, checked: link.seq, head, brokenAt: null };
    return {
      intact: false,
      checked: link.seq,
      head,
      brokenAt: { seq: link.seq + 1, reason: 'tail_missing' },
    };
  }

  private readonly lockHead = () => this.repository.lockHead();

  /** Gives each entry its place in the chain and seals it. */
  private readonly append = async (entries: readonly AuditEntryEntity[]): Promise<void> => {
    let { seq, hash } = await this.database.once(this.lockHead);
    for (const entry of entries) {
      entry.seq = ++seq;
      entry.hash = hash = hashEntry(entry, hash);
    }
    await this.repository.append(entries, entries.map(messageOf));
  };
}

const messageOf = (entry: AuditEntryEntity): OutboxMessageEntity => ({
  seq: entry.seq,
  type: entry.action,
  subjectType: entry.subjectType,
  subjectId: entry.subjectId,
  at: entry.at,
  payload: entry.payload,
  version: 1,
});
