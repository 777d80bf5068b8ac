import { Inject, Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { Conflict } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { currentContext, withContext } from '../platform/request-context.js';
import { Principals } from './principals.service.js';
import { scopesOfRole } from './roles.js';
import { SessionsRepository, type SessionOfStaff } from './sessions.repository.js';
import type { StaffEntity } from './staff.entity.js';
import { bearerOf, hashToken, newToken } from './tokens.service.js';

/** A login just begun; `token` is shown this once. */
export interface OpenedSession {
  token: string;
  expiresInSeconds: number;
}

const hour = 60 * 60 * 1000;

@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly repository: SessionsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly principals: Principals,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Begins a session of a member of staff who has shown who they are. */
  open({ id: staffId, role }: Pick<StaffEntity, 'id' | 'role'>): Promise<OpenedSession> {
    const actor: Actor = { type: 'staff', id: staffId, scopes: new Set(scopesOfRole[role]) };
    const lasting = this.settings.SESSION_HOURS * hour;
    return withContext({ ...currentContext(), actor }, () =>
      this.database.transaction(async () => {
        const token = newToken('session');
        const now = this.clock.now();
        const expiresAt = after(now, lasting);
        const session = { id: newId(), tokenHash: hashToken(token), staffId };
        await this.repository.deleteExpiredBefore(after(now, -24 * hour));
        await this.repository.insert({ ...session, createdAt: now, expiresAt, revokedAt: null });
        this.journal.record({ action: 'session.opened', subject: { type: 'staff', id: staffId } });
        return { token, expiresInSeconds: lasting / 1000 };
      }),
    );
  }

  /** The session an `Authorization` header belongs to; undefined for a key. */
  find(authorization: string | undefined): Promise<SessionOfStaff | undefined> {
    return this.repository.findByTokenHash(hashToken(bearerOf(authorization)));
  }

  /** Ends the session of the header at once. Throws Conflict for a key, which is revoked instead. */
  async close(authorization: string | undefined): Promise<void> {
    const session = await this.find(authorization);
    if (session === undefined) throw notASession();
    await this.database.transaction(async () => {
      if (!(await this.repository.revoke(session.id, this.clock.now()))) return;
      this.journal.record({ action: 'session.closed', subject: { type: 'staff', id: session.staffId } });
      this.database.afterCommit(() => this.principals.forgetAll());
    });
  }

  /** Makes changed rights felt after the commit; who is disabled is signed out everywhere. Needs a transaction. */
  async rightsChanged({ id, status }: Pick<StaffEntity, 'id' | 'status'>): Promise<void> {
    if (status === 'disabled') return this.closeAllOf(id);
    this.database.afterCommit(() => this.principals.forgetAll());
  }

  /** Ends all sessions of a member of staff, but for the one with the id `kept`. Needs a transaction. */
  async closeAllOf(staffId: string, kept?: string): Promise<void> {
    await this.repository.revokeAllOf(staffId, this.clock.now(), kept);
    this.database.afterCommit(() => this.principals.forgetAll());
  }
}

const notASession = () =>
  new Conflict('NOT_A_SESSION', {
    th: 'คำขอนี้ใช้คีย์ ไม่ใช่การเข้าสู่ระบบ หากต้องการเลิกใช้คีย์ให้ใช้ POST /v1/api-keys/{id}/revocation',
    en: 'This call uses a key, not a sign-in; to end a key use POST /v1/api-keys/{id}/revocation.',
  });

const after = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
