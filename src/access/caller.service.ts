import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/request-context.js';
import { credentialsNeeded } from '../platform/http/authenticator.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import type { CallerDto } from './sessions.dto.js';
import { Sessions } from './sessions.service.js';
import { StaffRepository } from './staff.repository.js';

@Injectable()
export class Caller {
  constructor(
    private readonly sessions: Sessions,
    private readonly staff: StaffRepository,
    private readonly keys: ApiKeysRepository,
  ) {}

  /** Who is calling, and what they may. */
  async describe(authorization: string | undefined): Promise<CallerDto> {
    const { type, id, scopes, cooperativeIds } = currentActor();
    const known = type === 'key' ? await this.ofKey(id) : await this.ofStaff(id, authorization);
    return {
      ...{ type: type === 'key' ? 'key' : 'staff', id, ...known },
      ...{ scopes: [...scopes], cooperativeIds: cooperativeIds ? [...cooperativeIds] : null },
    };
  }

  private async ofKey(id: string) {
    const key = await this.keys.find(id);
    if (key === undefined) throw credentialsNeeded();
    return { name: key.name, role: null, expiresAt: key.expiresAt, mustChangePassword: false };
  }

  private async ofStaff(id: string, authorization: string | undefined) {
    const [session, staff] = await Promise.all([this.sessions.find(authorization), this.staff.find(id)]);
    if (session === undefined || staff === undefined) throw credentialsNeeded();
    const { displayName: name, role, mustChangePassword } = staff;
    return { name, role, expiresAt: session.expiresAt, mustChangePassword: mustChangePassword === 1 };
  }
}
