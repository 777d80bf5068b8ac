import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { Conflict } from '../platform/errors.js';
import { asSystem } from '../platform/request-context.js';
import { Staff } from './staff.service.js';
import { StaffRepository } from './staff.repository.js';

/** The account somebody can begin with; `password` only when it was made here and has to be shown once. */
export interface FirstAccount {
  username: string;
  password?: string;
}

@Injectable()
export class FirstAdmin {
  constructor(
    private readonly repository: StaffRepository,
    private readonly staff: Staff,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Makes the account `admin` if there is no account at all; of copies that start at once one does. */
  async ensure(): Promise<FirstAccount | undefined> {
    if (!(await this.repository.isEmpty())) return undefined;
    const chosen = this.settings.ADMIN_PASSWORD || undefined;
    const account = { username: 'admin', displayName: 'ผู้ดูแลระบบ', role: 'admin' as const };
    try {
      const { username, secret } = await asSystem('first-admin', () => this.staff.create(account, chosen));
      return chosen === undefined && secret !== null ? { username, password: secret } : { username };
    } catch (error) {
      // Another copy was faster.
      if (error instanceof Conflict) return undefined;
      throw error;
    }
  }
}
