import { Injectable, Logger } from '@nestjs/common';
import type { Actor, Scope } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { asSystem, currentContext } from '../platform/request-context.js';
import type { ApiKeyEntity } from './api-key.entity.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { readToken } from './bearer-token.js';
import type { RefusedSubject } from './refusals.service.js';
import { scopesOfRole } from './roles.js';
import { SessionsRepository } from './sessions.repository.js';
import { hashToken, sameHash } from './tokens.service.js';

/** Who a token stands for, or whose it seems to be although it is not valid. */
export type Credential = { actor: Actor } | { refused: RefusedSubject };

const touchedAtMostEveryMs = 60_000;

/** Looks tokens up in the database; a malformed one is refused without any query. */
@Injectable()
export class Credentials {
  private readonly logger = new Logger('access');

  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  async check(token: string): Promise<Credential> {
    const read = readToken(token);
    if (read === undefined) return { refused: { type: 'api_key' } };
    return read.kind === 'key' ? this.checkKey(token, read.prefix) : this.checkSession(token);
  }

  private async checkKey(token: string, prefix: string): Promise<Credential> {
    const key = await this.keys.findByPrefix(prefix);
    if (key === undefined) return { refused: { type: 'api_key' } };
    const now = this.clock.now();
    const valid = sameHash(key.keyHash, hashToken(token)) && key.revokedAt === null && key.expiresAt > now;
    if (!valid) return { refused: { type: 'api_key', id: key.id } };
    this.touch(key, now);
    return { actor: actorOf(key) };
  }

  private async checkSession(token: string): Promise<Credential> {
    const session = await this.sessions.findByTokenHash(hashToken(token));
    if (session === undefined) return { refused: { type: 'staff' } };
    const { staffId, role, status, revokedAt, expiresAt } = session;
    if (revokedAt !== null || expiresAt <= this.clock.now() || status !== 'active')
      return { refused: { type: 'staff', id: staffId } };
    if (session.mustChangePassword === 1 && session.passwordGivenBy !== null)
      return { actor: { type: 'staff', id: staffId, scopes: new Set(), passwordGiven: true } };
    return { actor: { type: 'staff', id: staffId, scopes: new Set(scopesOfRole[role]) } };
  }

  /** Writes the last use beside the request, and not each one. */
  private touch({ id, lastUsedAt }: ApiKeyEntity, now: string): void {
    if (lastUsedAt !== null && Date.parse(now) - Date.parse(lastUsedAt) < touchedAtMostEveryMs) return;
    const { requestId } = currentContext();
    const write = () => this.database.transaction(() => this.keys.touch(id, now));
    asSystem(requestId, write).catch((error: unknown) =>
      this.logger.warn({ msg: 'last use of a key not written', error: String(error) }),
    );
  }
}

function actorOf({ id, scopes, cooperativeIds }: ApiKeyEntity): Actor {
  const actor: Actor = { type: 'key', id, scopes: new Set(JSON.parse(scopes) as Scope[]) };
  if (cooperativeIds === null) return actor;
  return { ...actor, cooperativeIds: new Set(JSON.parse(cooperativeIds) as string[]) };
}
