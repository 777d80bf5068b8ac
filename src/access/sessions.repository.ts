import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { staffSessions, type StaffEntity, type StaffSessionEntity } from './staff.entity.js';

/** A session with what decides what its holder may do. */
export interface SessionOfStaff extends Pick<
  StaffSessionEntity,
  'id' | 'tokenHash' | 'expiresAt' | 'revokedAt'
> {
  staffId: string;
  role: StaffEntity['role'];
  status: StaffEntity['status'];
  mustChangePassword: StaffEntity['mustChangePassword'];
  passwordGivenBy: string | null;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  findByTokenHash(tokenHash: string): Promise<SessionOfStaff | undefined> {
    return this.database.one<SessionOfStaff>(
      `SELECT o.id, o.tokenHash, o.expiresAt, o.revokedAt, o.staffId, s.role, s.status,
         s.mustChangePassword, s.passwordGivenBy
       FROM staff_session o JOIN staff s ON s.id = o.staffId WHERE o.tokenHash = ?`,
      [tokenHash],
    );
  }

  async insert(session: StaffSessionEntity): Promise<void> {
    await this.database.insert(staffSessions, [session]);
  }

  /** Ends one session; false when it had ended before. */
  async revoke(id: string, now: string): Promise<boolean> {
    const sql = 'UPDATE staff_session SET revokedAt = ? WHERE id = ? AND revokedAt IS NULL';
    return (await this.database.run(sql, [now, id])) > 0;
  }

  /** Ends all sessions of a member of staff, but for `kept`. */
  async revokeAllOf(staffId: string, now: string, kept = ''): Promise<void> {
    await this.database.run(
      'UPDATE staff_session SET revokedAt = ? WHERE staffId = ? AND id <> ? AND revokedAt IS NULL',
      [now, staffId, kept],
    );
  }

  async deleteExpiredBefore(instant: string): Promise<void> {
    await this.database.run('DELETE FROM staff_session WHERE expiresAt < ?', [instant]);
  }
}
