import { Entity, Index } from 'typeorm';
import { InstantColumn, KeyColumn, tableOf, TextColumn } from '../platform/database/columns.js';

/**
 * Who holds a username, for ever: strikes of long ago name it. One index finds it, and all that look like it; the table
 * itself grows in the order of sellers.
 */
@Entity('username_reservation', { withoutRowid: true })
@Index('uq_username_reservation_key', ['skeleton', 'keyHash'], { unique: true })
export class UsernameReservationEntity {
  @KeyColumn(26) sellerId: string;
  /** Half the HMAC-SHA-256 of the username key; unique whatever the database's collation. */
  @KeyColumn(32) keyHash: string;
  /** What look-alikes share; follows from the username key. */
  @TextColumn(300) skeleton: string;
  @TextColumn(300, { nullable: true }) username: string | null;
  @InstantColumn() givenAt: string;
}

export const usernameReservations = tableOf(UsernameReservationEntity);
