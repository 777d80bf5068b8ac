import { Injectable } from '@nestjs/common';
import { TooMany } from '../platform/errors.js';
import { currentContext } from '../platform/request-context.js';
import { accountKey } from './account-name.js';
import { longestPassword } from './password-rule.js';
import { Passwords } from './passwords.service.js';
import { invalidGrant } from './oauth-errors.js';
import { Refusals } from './refusals.service.js';
import { scopesOfRole } from './roles.js';
import { Sessions } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';
import type { TokenDto } from './sessions.dto.js';
import { StaffRepository } from './staff.repository.js';
import type { PasswordGrant } from './token-request.js';

@Injectable()
export class SignIn {
  constructor(
    private readonly staff: StaffRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly refusals: Refusals,
    private readonly sessions: Sessions,
  ) {}

  /** Opens a session for user name and password. Throws Invalid `INVALID_GRANT`, or TooMany. */
  async withPassword({ username, password }: PasswordGrant): Promise<TokenDto> {
    const { address } = currentContext();
    const account = accountKey(username).slice(0, 100);
    const found = await this.staff.findByUsernameKey(account);
    await this.throttle.take(address, account).catch((error: unknown) => {
      if (error instanceof TooMany) this.refusals.note({ type: 'staff', id: found?.id });
      throw error;
    });
    const right = await this.passwords.matches(found?.passwordHash, password.slice(0, longestPassword + 1));
    if (!right || found?.status !== 'active') {
      this.refusals.note({ type: 'staff', id: found?.id });
      throw invalidGrant();
    }
    await this.throttle.succeeded(address, account);
    const { token, expiresInSeconds } = await this.sessions.open(found);
    const scope = scopesOfRole[found.role].join(' ');
    return { access_token: token, token_type: 'Bearer', expires_in: expiresInSeconds, scope };
  }
}
