import { Injectable } from '@nestjs/common';
import { Forbidden, Invalid, TooMany } from '../platform/errors.js';
import { credentialsNeeded } from '../platform/http/authenticator.js';
import { currentActor, currentContext } from '../platform/request-context.js';
import { passwordFault } from './password-rule.js';
import { Passwords } from './passwords.service.js';
import { Refusals } from './refusals.service.js';
import { Sessions } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';
import type { ChangePasswordDto } from './staff.dto.js';
import type { StaffEntity } from './staff.entity.js';
import { StaffPasswords } from './staff-passwords.service.js';
import { StaffRepository } from './staff.repository.js';

/** A member of staff changes their own password; the current one is asked for as strictly as when signing in. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly repository: StaffRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly refusals: Refusals,
    private readonly sessions: Sessions,
    private readonly staffPasswords: StaffPasswords,
  ) {}

  /** Throws Forbidden for somebody else's account, Invalid for a wrong current or unfit new password, TooMany. */
  async change(
    id: string,
    { currentPassword, newPassword }: ChangePasswordDto,
    authorization?: string,
  ): Promise<void> {
    if (currentActor().type !== 'staff' || currentActor().id !== id) throw notYourAccount();
    const staff = await this.repository.find(id);
    const session = await this.sessions.find(authorization);
    if (staff === undefined || session === undefined) throw credentialsNeeded();
    await this.requireCurrent(staff, currentPassword);
    const fault = newPassword === currentPassword ? unchanged : passwordFault(newPassword, staff.username);
    if (fault !== undefined) throw Invalid.field('/newPassword', fault.code, fault.message);
    await this.staffPasswords.choose(id, await this.passwords.hash(newPassword), session.id);
  }

  private async requireCurrent(
    { id, usernameKey, passwordHash }: StaffEntity,
    password: string,
  ): Promise<void> {
    const { address } = currentContext();
    await this.throttle.take(address, usernameKey).catch((error: unknown) => {
      if (error instanceof TooMany) this.refusals.note({ type: 'staff', id });
      throw error;
    });
    if (await this.passwords.matches(passwordHash, password))
      return this.throttle.succeeded(address, usernameKey);
    this.refusals.note({ type: 'staff', id });
    throw Invalid.field('/currentPassword', 'PASSWORD_WRONG', {
      th: 'รหัสผ่านปัจจุบันไม่ถูกต้อง',
      en: 'The current password is not right.',
    });
  }
}

const unchanged = {
  code: 'PASSWORD_UNCHANGED',
  message: { th: 'รหัสผ่านใหม่ต้องต่างจากเดิม', en: 'The new password differs from the current one.' },
};

const notYourAccount = () =>
  new Forbidden('NOT_YOUR_ACCOUNT', {
    th: 'เปลี่ยนได้เฉพาะรหัสผ่านของตนเอง สำหรับผู้อื่นใช้ POST /v1/staff/{id}/password-reset',
    en: 'You can change your own password only; for others use POST /v1/staff/{id}/password-reset.',
  });
