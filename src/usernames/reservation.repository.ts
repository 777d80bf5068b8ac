import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { usernameReservations, type UsernameReservationEntity } from './reservation.entity.js';

const askedAtOnce = 500;

@Injectable()
export class ReservationRepository {
  constructor(private readonly database: Database) {}

  /** Which of these keys somebody holds, and who. */
  async findHolders(keyHashes: readonly string[]): Promise<Map<string, string>> {
    const holders = new Map<string, string>();
    for (let from = 0; from < keyHashes.length; from += askedAtOnce) {
      const asked = keyHashes.slice(from, from + askedAtOnce);
      const marks = asked.map(() => '?').join(',');
      const rows = await this.database.all<{ keyHash: string; sellerId: string }>(
        `SELECT keyHash, sellerId FROM username_reservation WHERE keyHash IN (${marks})`,
        asked,
      );
      for (const { keyHash, sellerId } of rows) holders.set(keyHash, sellerId);
    }
    return holders;
  }

  insert(rows: UsernameReservationEntity[]): Promise<void> {
    return this.database.insert(usernameReservations, rows);
  }

  /** Usernames this seller ever held, oldest first. */
  ofSeller(sellerId: string): Promise<{ username: string | null; givenAt: string }[]> {
    return this.database.all(
      'SELECT username, givenAt FROM username_reservation WHERE sellerId = ? ORDER BY givenAt',
      [sellerId],
    );
  }
}
