import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { AuditFacts } from './audit-chain.js';
import {
  auditEntries,
  outboxMessages,
  type AuditEntryEntity,
  type OutboxMessageEntity,
} from './journal.entity.js';

export interface ChainHead {
  seq: number;
  hash: string;
}

/** What a list of audit entries may be narrowed to. */
export interface AuditFilter {
  action?: string;
  subjectType?: string;
  subjectId?: string;
  actorId?: string;
}

const listed = 'seq, id, at, actorType, actorId, action, subjectType, subjectId, requestId, payload, hash';

@Injectable()
export class JournalRepository {
  constructor(private readonly database: Database) {}

  /** The end of the chain, held until the transaction ends. */
  async lockHead(): Promise<ChainHead> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return (await this.database.one<ChainHead>(`SELECT seq, hash FROM audit_head WHERE id = 'head'${lock}`))!;
  }

  async readHead(): Promise<ChainHead> {
    return (await this.database.one<ChainHead>("SELECT seq, hash FROM audit_head WHERE id = 'head'"))!;
  }

  async append(entries: readonly AuditEntryEntity[], messages: OutboxMessageEntity[]): Promise<void> {
    const last = entries.at(-1)!;
    await this.database.insert(auditEntries, entries);
    await this.database.tell("UPDATE audit_head SET seq = ?, hash = ? WHERE id = 'head'", [
      last.seq,
      last.hash,
    ]);
    await this.database.insert(outboxMessages, messages);
  }

  /** Entries after `seq` in the order of the chain. */
  after(seq: number, limit: number): Promise<(AuditFacts & { hash: string })[]> {
    return this.database.all(`SELECT ${listed} FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT ?`, [
      seq,
      limit,
    ]);
  }

  /** Ends at the first entry that counts. */
  async existsAfter(
    seq: number,
    but: { actions: readonly string[]; subjects: readonly string[] },
  ): Promise<boolean> {
    const marks = (values: readonly string[]) => values.map(() => '?').join(',');
    const found = await this.database.one(
      `SELECT seq FROM audit_entry WHERE seq > ? AND action NOT IN (${marks(but.actions)})
       AND subjectType NOT IN (${marks(but.subjects)}) ORDER BY seq LIMIT 1`,
      [seq, ...but.actions, ...but.subjects],
    );
    return found !== undefined;
  }

  /** Newest first, before `seq`. */
  newest(filter: AuditFilter, before: number, limit: number): Promise<(AuditFacts & { hash: string })[]> {
    const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const conditions = ['seq < ?', ...given.map(([column]) => `${column} = ?`)].join(' AND ');
    const values = [before, ...given.map(([, value]) => value), limit];
    return this.database.all(
      `SELECT ${listed} FROM audit_entry WHERE ${conditions} ORDER BY seq DESC LIMIT ?`,
      values,
    );
  }
}
