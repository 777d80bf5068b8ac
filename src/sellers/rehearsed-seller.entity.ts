import { Entity, Index, PrimaryColumn } from 'typeorm';
import { LongTextColumn, tableOf, TextColumn } from '../platform/database/columns.js';

const maybe = { nullable: true };

/** A seller as a rehearsal would leave them; the columns beside the snapshot are those that are searched by. */
@Entity('rehearsed_seller')
@Index('ix_rehearsed_seller_phone', ['rehearsalId', 'phone'])
@Index('ix_rehearsed_seller_who', ['rehearsalId', 'whoKey'])
@Index('ix_rehearsed_seller_same_phone', ['rehearsalId', 'samePhone'])
@Index('ix_rehearsed_seller_same_member', ['rehearsalId', 'sameMember'])
export class RehearsedSellerEntity {
  @PrimaryColumn({ type: 'varchar', length: 26 }) rehearsalId: string;
  @PrimaryColumn({ type: 'varchar', length: 26 }) id: string;
  @TextColumn(20, maybe) phone: string | null;
  @TextColumn(200) whoKey: string;
  @TextColumn(64, maybe) samePhone: string | null;
  @TextColumn(64, maybe) sameMember: string | null;
  /** JSON: Seller. */
  @LongTextColumn() snapshot: string;
}

export const rehearsedSellers = tableOf(RehearsedSellerEntity);
