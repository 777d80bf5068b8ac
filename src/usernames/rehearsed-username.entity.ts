import { Entity, PrimaryColumn } from 'typeorm';
import { tableOf, TextColumn } from '../platform/database/columns.js';

/** A username that a rehearsal would give. */
@Entity('rehearsed_username')
export class RehearsedUsernameEntity {
  @PrimaryColumn({ type: 'varchar', length: 26 }) rehearsalId: string;
  /** As in `username_reservation`. */
  @PrimaryColumn({ type: 'varchar', length: 32 }) keyHash: string;
  @TextColumn(26) sellerId: string;
}

export const rehearsedUsernames = tableOf(RehearsedUsernameEntity);
