import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../platform/database/columns.js';
import type { Seller } from './seller.js';
import type { SellerStatus } from './seller-status.js';

const maybe = { nullable: true };

/** Everything one read needs, in one row; what the members mean stands in `seller.ts`. */
@Entity('seller')
@Index('uq_seller_username_key', ['usernameKey'], { unique: true })
@Index('uq_seller_who_phone', ['whoKey', 'samePhone'], { unique: true })
@Index('uq_seller_same_member', ['sameMember'], { unique: true })
@Index('ix_seller_cooperative', ['cooperativeId', 'id'])
@Index('ix_seller_status', ['status', 'id'])
@Index('ix_seller_first_name', ['firstNameFolded'])
@Index('ix_seller_last_name', ['lastNameFolded'])
@Index('ix_seller_phone', ['phone'])
export class SellerEntity implements Seller {
  @IdColumn() id: string;
  @TextColumn(16) status: SellerStatus;
  @TextColumn(26) cooperativeId: string;
  @TextColumn(80) title: string;
  @TextColumn(80) firstName: string;
  @TextColumn(80) lastName: string;
  @TextColumn(80) firstNameFolded: string;
  @TextColumn(80) lastNameFolded: string;
  @TextColumn(200) whoKey: string;
  @TextColumn(26, maybe) importId: string | null;
  @TextColumn(300, maybe) username: string | null;
  @TextColumn(300, maybe) usernameKey: string | null;
  @TextColumn(300, maybe) proposedUsername: string | null;
  @TextColumn(20, maybe) phone: string | null;
  @TextColumn(254, maybe) email: string | null;
  @TextColumn(64, maybe) lineId: string | null;
  @TextColumn(64, maybe) memberNumberHash: string | null;
  @TextColumn(64, maybe) samePhone: string | null;
  @TextColumn(64, maybe) sameMember: string | null;
  @LongTextColumn() offerings: string;
  @TextColumn(400) pendingReasons: string;
  @TextColumn(400, maybe) statusReason: string | null;
  @InstantColumn() consentAt: string;
  @TextColumn(32) consentTextVersion: string;
  @FlagColumn() publicListingConsent: number;
  @TextColumn(100, maybe) externalReference: string | null;
  @TextColumn(16) source: string;
  @InstantColumn() registeredAt: string;
  @InstantColumn({ nullable: true }) activatedAt: string | null;
  @InstantColumn() updatedAt: string;
  @IntColumn() version: number;
}

/** For the list's `category` filter only; the seller's row is the truth. */
@Entity('seller_category')
@Index('ix_seller_category_category', ['category', 'sellerId'])
export class SellerCategoryEntity {
  @PrimaryColumn({ type: 'varchar', length: 26 }) sellerId: string;
  @PrimaryColumn({ type: 'varchar', length: 32 }) category: string;
}

export const sellers = tableOf(SellerEntity);
export const sellerCategories = tableOf(SellerCategoryEntity);
