import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { currentRehearsal } from '../platform/database/rehearsal.js';
import { rehearsedUsernames } from './rehearsed-username.entity.js';
import { usernameReservations, type UsernameReservationEntity } from './reservation.entity.js';

const askedAtOnce = 500;

@Injectable()
export class ReservationRepository {
  constructor(private readonly database: Database) {}

  /** Which of these keys somebody holds, and who; in a rehearsal also who would hold them. */
  async findHolders(keyHashes: readonly string[]): Promise<Map<string, string>> {
    const rehearsal = currentRehearsal();
    const holders = await this.holdersIn('username_reservation', keyHashes);
    if (rehearsal === undefined) return holders;
    return new Map([...holders, ...(await this.holdersIn('rehearsed_username', keyHashes, rehearsal))]);
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

  /** Who holds a username with one of these skeletons. */
  async findAlike(skeletons: readonly string[]): Promise<{ skeleton: string; sellerId: string }[]> {
    const found: { skeleton: string; sellerId: string }[] = [];
    for (let from = 0; from < skeletons.length; from += askedAtOnce) {
      const asked = skeletons.slice(from, from + askedAtOnce);
      const marks = asked.map(() => '?').join(',');
      const sql = `SELECT skeleton, sellerId FROM username_reservation WHERE skeleton IN (${marks}) ORDER BY keyHash`;
      found.push(...(await this.database.all<{ skeleton: string; sellerId: string }>(sql, asked)));
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

  private async holdersIn(
    table: 'username_reservation' | 'rehearsed_username',
    keyHashes: readonly string[],
    rehearsal?: string,
  ): Promise<Map<string, string>> {
    const [condition, values] = rehearsal === undefined ? ['', []] : ['rehearsalId = ? AND ', [rehearsal]];
    const holders = new Map<string, string>();
    for (let from = 0; from < keyHashes.length; from += askedAtOnce) {
      const asked = keyHashes.slice(from, from + askedAtOnce);
      const marks = asked.map(() => '?').join(',');
      const rows = await this.database.all<{ keyHash: string; sellerId: string }>(
        `SELECT keyHash, sellerId FROM ${table} WHERE ${condition}keyHash IN (${marks})`,
        [...values, ...asked],
      );
      for (const { keyHash, sellerId } of rows) holders.set(keyHash, sellerId);
    }
    return holders;
  }
}
