import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { currentRehearsal } from '../platform/database/rehearsal.js';
import { rehearsedUsernames } from './rehearsed-username.entity.js';
import { usernameReservations, type UsernameReservationEntity } from './reservation.entity.js';

const askedAtOnce = 500;

/** Where a username stands among all: beside those that look like it. */
export type UsernamePlace = Pick<UsernameReservationEntity, 'skeletonKey' | 'keyHash'>;
type HeldPlace = UsernamePlace & Pick<UsernameReservationEntity, 'sellerId'>;

@Injectable()
export class ReservationRepository {
  constructor(private readonly database: Database) {}

  /** Who holds these, by their hashes, and perhaps some that look like them; in a rehearsal also who would hold them. */
  async findHolders(places: readonly UsernamePlace[]): Promise<Map<string, string>> {
    const rehearsal = currentRehearsal();
    const holders = new Map<string, string>();
    const alike = await this.findAlike([...new Set(places.map(({ skeletonKey }) => skeletonKey))]);
    for (const { keyHash, sellerId } of alike) holders.set(keyHash, sellerId);
    if (rehearsal !== undefined) await this.addRehearsed(holders, rehearsal, places);
    return holders;
  }

  async insert(rows: UsernameReservationEntity[]): Promise<void> {
    const rehearsalId = currentRehearsal();
    if (rehearsalId === undefined) return this.database.insert(usernameReservations, rows);
    const rehearsed = rows.map(({ keyHash, sellerId }) => ({ rehearsalId, keyHash, sellerId }));
    return this.database.insert(rehearsedUsernames, rehearsed);
  }

  /** Forgets up to so many of a rehearsal; answers how many. */
  async discardRehearsed(rehearsalId: string, limit: number): Promise<number> {
    const some = await this.database.all<{ keyHash: string }>(
      'SELECT keyHash FROM rehearsed_username WHERE rehearsalId = ? LIMIT ?',
      [rehearsalId, limit],
    );
    if (some.length === 0) return 0;
    const marks = some.map(() => '?').join(',');
    return this.database.run(
      `DELETE FROM rehearsed_username WHERE rehearsalId = ? AND keyHash IN (${marks})`,
      [rehearsalId, ...some.map(({ keyHash }) => keyHash)],
    );
  }

  /** Who holds a username with the skeleton of one of these keys. */
  async findAlike(skeletonKeys: readonly string[]): Promise<HeldPlace[]> {
    const found: HeldPlace[] = [];
    for (let from = 0; from < skeletonKeys.length; from += askedAtOnce) {
      const asked = skeletonKeys.slice(from, from + askedAtOnce);
      const marks = asked.map(() => '?').join(',');
      const sql = `SELECT skeletonKey, keyHash, sellerId FROM username_reservation WHERE skeletonKey IN (${marks})`;
      found.push(...(await this.database.all<HeldPlace>(sql, asked)));
    }
    return found;
  }

  /** Usernames this seller ever held, oldest first. */
  ofSeller(sellerId: string): Promise<{ username: string | null; givenAt: string }[]> {
    return this.database.all(
      'SELECT username, givenAt FROM username_reservation WHERE sellerId = ? ORDER BY givenAt',
      [sellerId],
    );
  }

  /** Usernames that a migration left without. */
  withoutSkeletonKey(limit: number): Promise<{ sellerId: string; username: string }[]> {
    return this.database.all(
      "SELECT sellerId, username FROM username_reservation WHERE skeletonKey = '' AND username IS NOT NULL LIMIT ?",
      [limit],
    );
  }

  /** Needs a transaction. */
  giveSkeletonKey(sellerId: string, { skeletonKey, keyHash }: UsernamePlace): Promise<void> {
    const sql = 'UPDATE username_reservation SET skeletonKey = ? WHERE sellerId = ? AND keyHash = ?';
    return this.database.tell(sql, [skeletonKey, sellerId, keyHash]);
  }

  private async addRehearsed(
    holders: Map<string, string>,
    rehearsal: string,
    places: readonly UsernamePlace[],
  ): Promise<void> {
    for (let from = 0; from < places.length; from += askedAtOnce) {
      const asked = places.slice(from, from + askedAtOnce).map(({ keyHash }) => keyHash);
      const marks = asked.map(() => '?').join(',');
      const sql = `SELECT keyHash, sellerId FROM rehearsed_username WHERE rehearsalId = ? AND keyHash IN (${marks})`;
      const rows = await this.database.all<Omit<HeldPlace, 'skeletonKey'>>(sql, [rehearsal, ...asked]);
      for (const { keyHash, sellerId } of rows) holders.set(keyHash, sellerId);
    }
  }
}
