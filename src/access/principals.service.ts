import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { networkOf } from '../platform/http/address.js';
import { Authenticator, credentialsNeeded } from '../platform/http/authenticator.js';
import type { RequestContext } from '../platform/request-context.js';
import { Credentials, type Credential } from './credentials.service.js';
import { Refusals, type RefusedSubject } from './refusals.service.js';
import { bearerOf } from './tokens.service.js';
import { TryLimit } from './try-limit.service.js';

interface Known {
  actor: Actor;
  /** Of `performance.now()`. */
  until: number;
}

const knownForMs = 1_000;
const mostKnown = 1_000;

/**
 * Knows callers by their `Authorization` header. Whoever was there within the last second is let in without a
 * question to the database; {@link forgetAll} makes a revocation effective at once.
 */
@Injectable()
export class Principals extends Authenticator {
  private readonly known = new Map<string, Known>();
  private readonly lookups = new Map<string, Promise<Credential>>();
  private readonly perAddress = new TryLimit(100, 15 * 60);
  private readonly perKey = new TryLimit(100, 15 * 60);

  constructor(
    private readonly credentials: Credentials,
    private readonly refusals: Refusals,
  ) {
    super();
  }

  authenticate(authorization: string | undefined, context: RequestContext): Actor | Promise<Actor> {
    if (authorization === undefined) throw credentialsNeeded();
    const known = this.known.get(authorization);
    if (known !== undefined && known.until > performance.now()) return known.actor;
    return this.look(authorization, context);
  }

  /** After a change of rights: from now on everybody is looked up again. */
  forgetAll(): void {
    this.known.clear();
    this.lookups.clear();
  }

  private async look(authorization: string, context: RequestContext): Promise<Actor> {
    const running = this.lookups.get(authorization) ?? this.begin(authorization);
    const credential = await running;
    if ('refused' in credential) return this.refuse(credential.refused, context);
    return credential.actor;
  }

  /** Requests that come meanwhile with the same header share the answer. */
  private begin(authorization: string): Promise<Credential> {
    const lookup = this.credentials.check(bearerOf(authorization));
    this.lookups.set(authorization, lookup);
    const isCurrent = () => this.lookups.get(authorization) === lookup;
    const done = (credential?: Credential) => {
      // Not current any more means that rights have changed since it began: it must not be remembered.
      if (!isCurrent()) return;
      this.lookups.delete(authorization);
      if (credential !== undefined && 'actor' in credential) this.remember(authorization, credential.actor);
    };
    lookup.then(done, () => done());
    return lookup;
  }

  private remember(authorization: string, actor: Actor): void {
    this.known.delete(authorization);
    if (this.known.size >= mostKnown) this.known.delete(this.known.keys().next().value!);
    this.known.set(authorization, { actor, until: performance.now() + knownForMs });
  }

  /** A valid token is never refused for the wrong tries of others: these only cost the wrong ones. */
  private async refuse(subject: RefusedSubject, { address }: RequestContext): Promise<never> {
    this.refusals.note(subject);
    await this.perAddress.take(networkOf(address));
    if (subject.id !== undefined) await this.perKey.take(subject.id);
    throw credentialsNeeded();
  }
}
