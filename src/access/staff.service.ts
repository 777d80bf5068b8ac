import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Conflict, NotFound, Stale } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { currentActor } from '../platform/request-context.js';
import { accountKey } from './account-name.js';
import { Passwords } from './passwords.service.js';
import { requireWithinOwn } from './rights.js';
import { scopesOfRole, type Role } from './roles.js';
import { Sessions } from './sessions.service.js';
import type { ChangeStaffDto, StaffDto, StaffWithSecretDto } from './staff.dto.js';
import type { StaffEntity } from './staff.entity.js';
import { StaffRepository } from './staff.repository.js';

export interface NewStaff {
  username: string;
  displayName: string;
  role: Role;
}

@Injectable()
export class Staff {
  constructor(
    private readonly database: Database,
    private readonly repository: StaffRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Opens an account with a one-time password, or with `password` where somebody has chosen one. */
  async create(wanted: NewStaff, password?: string): Promise<StaffWithSecretDto> {
    requireWithinOwn(currentActor(), scopesOfRole[wanted.role]);
    const secret = password ?? this.passwords.oneTime();
    const passwordHash = await this.passwords.hash(secret);
    return this.database.transaction(async () => {
      const staff = this.newAccount(wanted, passwordHash, password === undefined);
      if (await this.repository.findByUsernameKey(staff.usernameKey)) throw usernameTaken();
      await this.repository.insert(staff);
      const { id, role } = staff;
      this.journal.record({ action: 'staff.created', subject: { type: 'staff', id }, payload: { role } });
      return { ...viewOf(staff), secret };
    });
  }

  async read(id: string): Promise<StaffDto> {
    return viewOf((await this.repository.find(id)) ?? noSuchStaff());
  }

  /** Changes name, role or status. The last admin who can sign in stays one. */
  change(id: string, change: ChangeStaffDto, expectedVersion?: number): Promise<StaffDto> {
    return this.database.transaction(async () => {
      const admins = await this.repository.lockActiveAdmins();
      const before = (await this.repository.lock(id)) ?? noSuchStaff();
      if (expectedVersion !== undefined && expectedVersion !== before.version)
        throw new Stale(before.version);
      const after = { ...before, ...given(change), updatedAt: this.clock.now(), version: before.version + 1 };
      requireWithinOwn(currentActor(), [...scopesOfRole[before.role], ...scopesOfRole[after.role]]);
      if (admins.length === 1 && admins[0] === id && !isActiveAdmin(after)) throw lastAdmin();
      await this.repository.update(after);
      await this.sessions.rightsChanged(after);
      const payload = { changed: Object.keys(given(change)), role: after.role, status: after.status };
      this.journal.record({ action: 'staff.changed', subject: { type: 'staff', id }, payload });
      return viewOf(after);
    });
  }

  private newAccount(
    { username, displayName, role }: NewStaff,
    passwordHash: string,
    oneTime: boolean,
  ): StaffEntity {
    const now = this.clock.now();
    return {
      ...{ id: newId(), username, usernameKey: accountKey(username), displayName, passwordHash, role },
      ...{
        status: 'active',
        mustChangePassword: oneTime ? 1 : 0,
        // The first admin's password was printed by the service for whoever runs it.
        passwordGivenBy: oneTime && currentActor().type !== 'system' ? currentActor().id : null,
        createdAt: now,
        updatedAt: now,
        version: 1,
      },
    };
  }
}

/** What others may know of an account. */
export const viewOf = (staff: StaffEntity): StaffDto => {
  const { id, username, displayName, role, status, createdAt, updatedAt, version } = staff;
  const mustChangePassword = staff.mustChangePassword === 1;
  return { id, username, displayName, role, status, mustChangePassword, createdAt, updatedAt, version };
};

const isActiveAdmin = ({ role, status }: Pick<StaffEntity, 'role' | 'status'>) =>
  role === 'admin' && status === 'active';

const given = ({ displayName, role, status }: ChangeStaffDto): Partial<StaffEntity> => ({
  ...(displayName !== undefined && { displayName }),
  ...(role !== undefined && { role }),
  ...(status !== undefined && { status }),
});

const noSuchStaff = (): never => {
  throw new NotFound();
};

const usernameTaken = () =>
  new Conflict('USERNAME_TAKEN', {
    th: 'มีบัญชีที่ใช้ชื่อผู้ใช้นี้แล้ว กรุณาใช้ชื่ออื่น',
    en: 'An account has this user name already; choose another.',
  });

const lastAdmin = () =>
  new Conflict('LAST_ADMIN', {
    th: 'นี่คือผู้ดูแลระบบคนสุดท้าย กรุณาแต่งตั้งผู้ดูแลอีกคนก่อน',
    en: 'This is the last admin; appoint another first.',
  });
