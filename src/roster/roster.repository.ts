import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import {
  rosterAudits,
  rosterEntries,
  sellerPresences,
  type RosterAuditEntity,
  type RosterEntryEntity,
  type SellerPresenceEntity,
} from './roster.entity.js';

const askedAtOnce = 500;
const auditColumns = rosterAudits.columns.join(', ');
const entryColumns = rosterEntries.columns.join(', ');

@Injectable()
export class RosterRepository {
  constructor(private readonly database: Database) {}

  async insert(audit: RosterAuditEntity, entries: readonly RosterEntryEntity[]): Promise<void> {
    await this.database.insert(rosterAudits, [audit]);
    for (let from = 0; from < entries.length; from += askedAtOnce)
      await this.database.insert(rosterEntries, entries.slice(from, from + askedAtOnce));
  }

  find(id: string): Promise<RosterAuditEntity | undefined> {
    return this.database.one(`SELECT ${auditColumns} FROM roster_audit WHERE id = ?`, [id]);
  }

  /** Newest first. */
  page(before: string | undefined, limit: number): Promise<RosterAuditEntity[]> {
    const [where, values] = before === undefined ? ['', []] : ['WHERE id < ?', [before]];
    return this.database.all(`SELECT ${auditColumns} FROM roster_audit ${where} ORDER BY id DESC LIMIT ?`, [
      ...values,
      limit,
    ]);
  }

  /** In the order of the list. */
  entries(
    auditId: string,
    verdict: string | undefined,
    after: number,
    limit: number,
  ): Promise<RosterEntryEntity[]> {
    const [narrowed, values] = verdict === undefined ? ['', []] : ['AND verdict = ?', [verdict]];
    const sql = `SELECT ${entryColumns} FROM roster_entry WHERE auditId = ? ${narrowed} AND line > ? ORDER BY line LIMIT ?`;
    return this.database.all(sql, [auditId, ...values, after, limit]);
  }

  /** Which of these sellers are on the list under a name of theirs. */
  async seen(auditId: string, sellerIds: readonly string[]): Promise<Set<string>> {
    const marks = sellerIds.map(() => '?').join(',');
    const sql = `SELECT sellerId FROM roster_entry WHERE auditId = ? AND verdict IN ('exact_seller', 'variant_of_seller') AND sellerId IN (${marks})`;
    const rows = await this.database.all<{ sellerId: string }>(sql, [auditId, ...sellerIds]);
    return new Set(rows.map(({ sellerId }) => sellerId));
  }

  presenceOf(sellerId: string): Promise<SellerPresenceEntity | undefined> {
    const sql = `SELECT ${sellerPresences.columns.join(', ')} FROM seller_presence WHERE sellerId = ?`;
    return this.database.one(sql, [sellerId]);
  }

  /** Replaces what was known of these sellers. */
  async observe(rows: readonly SellerPresenceEntity[]): Promise<void> {
    for (let from = 0; from < rows.length; from += askedAtOnce) {
      const part = rows.slice(from, from + askedAtOnce);
      const marks = part.map(() => '?').join(',');
      const ids = part.map(({ sellerId }) => sellerId);
      await this.database.run(`DELETE FROM seller_presence WHERE sellerId IN (${marks})`, ids);
      await this.database.insert(sellerPresences, part);
    }
  }

  /** Whoever was there before and is not on this list has gone. */
  async observeAbsence(auditId: string, at: string): Promise<void> {
    await this.database.run(
      'UPDATE seller_presence SET present = 0, observedAt = ?, auditId = ? WHERE present = 1 AND auditId <> ?',
      [at, auditId, auditId],
    );
  }

  findOld(before: string): Promise<{ id: string } | undefined> {
    return this.database.one(
      'SELECT id FROM roster_audit WHERE createdAt < ? AND expiredAt IS NULL ORDER BY id LIMIT 1',
      [before],
    );
  }

  /** Forgets the nicknames; the counts stay. */
  async expire(id: string, at: string): Promise<void> {
    await this.database.run('DELETE FROM roster_entry WHERE auditId = ?', [id]);
    await this.database.run('UPDATE roster_audit SET expiredAt = ? WHERE id = ?', [at, id]);
  }
}
