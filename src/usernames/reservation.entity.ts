import { Entity, Index } from 'typeorm';
import { InstantColumn, KeyColumn, tableOf, TextColumn } from '../platform/database/columns.js';

/**
 * Who holds a username, for ever: strikes of long ago name it. Erasure drops the plain text and keeps the hashes. One
 * index finds a username and all that look like it; the table itself grows in the order of sellers.
 */
@Entity('username_reservation', { withoutRowid: true })
@Index('uq_username_reservation_key', ['skeletonKey', 'keyHash'], { unique: true })
export class UsernameReservationEntity {
  @KeyColumn(26) sellerId: string;
  /** Half the HMAC-SHA-256 of the username key; unique whatever the database's collation. */
  @KeyColumn(32) keyHash: string;
  /** The same of its skeleton, which look-alikes share. */
  @TextColumn(32) skeletonKey: string;
  @TextColumn(300, { nullable: true }) username: string | null;
  @InstantColumn() givenAt: string;
}

export const usernameReservations = tableOf(UsernameReservationEntity);
