import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  tableOf,
  TextColumn,
} from '../platform/database/columns.js';
import type { Role } from './roles.js';

/** A member of staff with an account. */
@Entity('staff')
@Index('uq_staff_username_key', ['usernameKey'], { unique: true })
@Index('ix_staff_role', ['role', 'status'])
export class StaffEntity {
  @IdColumn() id: string;
  @TextColumn(64) username: string;
  @TextColumn(64) usernameKey: string;
  @TextColumn(200) displayName: string;
  /** Argon2id in PHC form. */
  @TextColumn(200) passwordHash: string;
  @TextColumn(16) role: Role;
  @TextColumn(16) status: 'active' | 'disabled';
  /** 1 while the password is the one-time one somebody else knows. */
  @FlagColumn() mustChangePassword: 0 | 1;
  /** Who gave that password: a member of staff or a key; null where nobody but the holder or the service knew it. */
  @TextColumn(26, { nullable: true }) passwordGivenBy: string | null;
  @InstantColumn() createdAt: string;
  @InstantColumn() updatedAt: string;
  @IntColumn() version: number;
}

/** A login of a member of staff; the token itself is nowhere. */
@Entity('staff_session')
@Index('uq_staff_session_token', ['tokenHash'], { unique: true })
@Index('ix_staff_session_staff', ['staffId'])
@Index('ix_staff_session_expires', ['expiresAt'])
export class StaffSessionEntity {
  @IdColumn() id: string;
  /** SHA-256 of the token, 64 hex digits. */
  @TextColumn(64) tokenHash: string;
  @TextColumn(26) staffId: string;
  @InstantColumn() createdAt: string;
  @InstantColumn() expiresAt: string;
  @InstantColumn({ nullable: true }) revokedAt: string | null;
}

export const staffTable = tableOf(StaffEntity);
export const staffSessions = tableOf(StaffSessionEntity);
