import { Entity, Index } from 'typeorm';
import { InstantColumn, KeyColumn, tableOf, TextColumn } from '../platform/database/columns.js';

/** Who holds a username, for ever: strikes of long ago name it. Erasure drops the plain text and keeps the hash. */
@Entity('username_reservation')
@Index('ix_username_reservation_seller', ['sellerId'])
@Index('ix_username_reservation_skeleton', ['skeleton'])
export class UsernameReservationEntity {
  /** HMAC-SHA-256 of the username key; unique whatever the database's collation. */
  @KeyColumn(64) keyHash: string;
  @TextColumn(300, { nullable: true }) username: string | null;
  /** What look-alikes share; not unique. */
  @TextColumn(300, { nullable: true }) skeleton: string | null;
  @TextColumn(26) sellerId: string;
  @InstantColumn() givenAt: string;
}

export const usernameReservations = tableOf(UsernameReservationEntity);
