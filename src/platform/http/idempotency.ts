import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { IdempotencyKeyInUse } from '../errors.js';
import { canonicalJson } from './canonical-json.js';
import { HttpProblem } from './problem.js';

const visibleAscii = /^[\x21-\x7e]{1,255}$/;

/**
 * Claims the `Idempotency-Key` of a request for `Database.transaction`, which stores and replays answers. Here is
 * only what HTTP knows: reading the key, refusing a second request while the first runs in this process, and
 * saying that an answer is a replay.
 */
export class IdempotencyKeys {
  private readonly running = new Set<string>();

  /** Adds the hooks to a route. */
  install(route: RouteOptions): void {
    const claim = (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void) => {
      try {
        this.claim(request);
      } catch (error) {
        return done(error as Error);
      }
      done();
    };
    const release = (
      request: FastifyRequest,
      reply: FastifyReply,
      payload: unknown,
      done: (error: Error | null, payload: unknown) => void,
    ) => {
      const held = request.requestContext.idempotency;
      if (held !== undefined && request.holdsIdempotencyKey) this.running.delete(held.keyHash);
      if (held?.replayed) reply.header('idempotency-replayed', 'true');
      done(null, payload);
    };
    route.preHandler = [claim, ...([route.preHandler ?? []].flat() as [])];
    route.onSend = [...([route.onSend ?? []].flat() as []), release];
  }

  private claim(request: FastifyRequest): void {
    const key = request.headers['idempotency-key'];
    if (key === undefined) return;
    if (typeof key !== 'string' || !visibleAscii.test(key)) throw new HttpProblem('IDEMPOTENCY_KEY_INVALID');
    const { actor } = request.requestContext;
    const [path = '', query = ''] = request.url.split('?', 2);
    const route = `${request.method} ${request.routeOptions.url}`;
    const keyHash = sha256([actor.type, actor.id, route, path, key].join('\n'));
    if (this.running.has(keyHash)) throw new IdempotencyKeyInUse();
    this.running.add(keyHash);
    request.holdsIdempotencyKey = true;
    request.requestContext.idempotency = {
      keyHash,
      fingerprint: sha256(`${query}\n${canonicalJson(request.body ?? null)}`),
    };
  }
}

const sha256 = (text: string) => hash('sha256', text, 'hex');

/** Declares what the hooks keep on a request. */
export const decorateForIdempotency = (server: FastifyInstance): void => {
  server.decorateRequest('holdsIdempotencyKey', false);
};

declare module 'fastify' {
  interface FastifyRequest {
    holdsIdempotencyKey: boolean;
  }
}
