import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { currentActor } from '../platform/request-context.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { NotFound } from '../platform/errors.js';
import { Passwords } from './passwords.service.js';
import { requireWithinOwn } from './rights.js';
import { scopesOfRole } from './roles.js';
import { Sessions } from './sessions.service.js';
import type { StaffWithSecretDto } from './staff.dto.js';
import type { StaffEntity } from './staff.entity.js';
import { StaffRepository } from './staff.repository.js';
import { viewOf } from './staff.service.js';

/** New passwords of accounts; each ends the account's sessions. */
@Injectable()
export class StaffPasswords {
  constructor(
    private readonly database: Database,
    private readonly repository: StaffRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Gives an account a one-time password, for somebody who has forgotten theirs. */
  async reset(id: string): Promise<StaffWithSecretDto> {
    const secret = this.passwords.oneTime();
    const passwordHash = await this.passwords.hash(secret);
    return this.database.transaction(async () => {
      const before = await this.lock(id);
      requireWithinOwn(currentActor(), scopesOfRole[before.role]);
      const after = await this.save({
        ...before,
        passwordHash,
        mustChangePassword: 1,
        passwordGivenBy: currentActor().id,
      });
      await this.sessions.closeAllOf(id);
      this.journal.record({ action: 'staff.password_reset', subject: { type: 'staff', id } });
      return { ...viewOf(after), secret };
    });
  }

  /** Stores the password somebody chose for themself; their session `kept` goes on. */
  async choose(id: string, passwordHash: string, kept?: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.save({
        ...(await this.lock(id)),
        passwordHash,
        mustChangePassword: 0,
        passwordGivenBy: null,
      });
      await this.sessions.closeAllOf(id, kept);
      this.journal.record({ action: 'staff.password_changed', subject: { type: 'staff', id } });
    });
  }

  private async lock(id: string): Promise<StaffEntity> {
    const found = await this.repository.lock(id);
    if (found === undefined) throw new NotFound();
    return found;
  }

  private async save(staff: StaffEntity): Promise<StaffEntity> {
    const after = { ...staff, updatedAt: this.clock.now(), version: staff.version + 1 };
    await this.repository.update(after);
    return after;
  }
}
