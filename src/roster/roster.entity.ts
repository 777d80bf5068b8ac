import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  KeyColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../platform/database/columns.js';
import type { Likeness } from '../sellers/likeness.js';
import type { RosterVerdict } from './roster-verdict.js';

const maybe = { nullable: true };

/** One comparison of the group's member list with the registry. */
@Entity('roster_audit')
export class RosterAuditEntity {
  @IdColumn() id: string;
  @TextColumn(200, maybe) note: string | null;
  /** The whole list was pasted, so that who is missing on it is missing in the group. */
  @FlagColumn() complete: number;
  @IntColumn() members: number;
  /** JSON: how many there are of each verdict. */
  @LongTextColumn() counts: string;
  /** Active sellers who are not on the list. */
  @IntColumn() missing: number;
  @TextColumn(64) createdBy: string;
  @InstantColumn() createdAt: string;
  /** Nicknames are gone since. */
  @InstantColumn(maybe) expiredAt: string | null;
}

@Entity('roster_entry')
@Index('ix_roster_entry_verdict', ['auditId', 'verdict', 'line'])
@Index('ix_roster_entry_seller', ['auditId', 'sellerId'])
export class RosterEntryEntity {
  @PrimaryColumn({ type: 'varchar', length: 26 }) auditId: string;
  @PrimaryColumn({ type: 'int' }) line: number;
  @TextColumn(200) nickname: string;
  @TextColumn(32) verdict: RosterVerdict;
  @TextColumn(16, maybe) likeness: Likeness | null;
  @TextColumn(26, maybe) sellerId: string | null;
  @TextColumn(26, maybe) subjectId: string | null;
  @TextColumn(26, maybe) caseId: string | null;
  /** What it should be, where that is known. */
  @TextColumn(300, maybe) shouldBe: string | null;
  /** JSON: what is wrong, as codes with sentences. */
  @LongTextColumn() issues: string;
}

/** Whether a seller was seen in the group, and when somebody looked last. */
@Entity('seller_presence')
@Index('ix_seller_presence_present', ['present', 'sellerId'])
export class SellerPresenceEntity {
  @KeyColumn(26) sellerId: string;
  @FlagColumn() present: number;
  @InstantColumn() observedAt: string;
  @TextColumn(26) auditId: string;
}

export const rosterAudits = tableOf(RosterAuditEntity);
export const rosterEntries = tableOf(RosterEntryEntity);
export const sellerPresences = tableOf(SellerPresenceEntity);
