import type { FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../actor.js';
import { Forbidden, Unavailable } from '../errors.js';
import { networkOf } from './address.js';
import type { Authenticator } from './authenticator.js';
import { checkMediaType } from './body-parsers.js';
import type { HttpOptions } from './http.options.js';
import { Limiter, LimitReached, type LimitPolicy, type Quota } from './limiter.js';
import { platformProblem } from './problem-catalogue.js';
import type { RouteMeta } from './route.js';

/** Decides at the door, before a byte of the body is read: load, limits, who it is, what they may, what they bring. */
export class Gate {
  private inFlight = 0;
  private readonly limiters = new Map<string, Limiter>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly options: Pick<HttpOptions, 'limits' | 'maxInFlight'>,
  ) {}

  /** Lets the request in with its actor known, or throws. */
  async admit(request: FastifyRequest, reply: FastifyReply, route: RouteMeta): Promise<void> {
    const context = request.requestContext;
    const { limits } = this.options;
    if (route.metered) this.shed(reply);
    if (route.metered && limits) {
      const network = networkOf(context.address);
      await this.take(reply, limits.address, network);
      if (route.access === 'public') await this.take(reply, limits.public, network);
      if (route.limit !== undefined) await this.take(reply, route.limit, network);
    }
    if (route.access !== 'public') {
      const answer = this.authenticator.authenticate(request.headers.authorization, context);
      context.actor = answer instanceof Promise ? await answer : answer;
      if (route.metered && limits) await this.take(reply, limits.principal, context.actor.id);
      if (route.access !== 'authenticated' && !may(context.actor, route.access))
        throw scopeMissing(route.access);
    }
    if (request.method !== 'GET') checkMediaType(request, route.body);
  }

  /** Counts a request that met no route, so that nobody can guess addresses without limit. */
  async admitLost(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { limits } = this.options;
    if (limits) await this.take(reply, limits.public, networkOf(request.requestContext.address));
  }

  /** Refuses work beyond what can be answered in time. */
  private shed(reply: FastifyReply): void {
    if (this.inFlight >= this.options.maxInFlight) {
      throw new Unavailable('OVERLOADED', platformProblem('OVERLOADED').when, 1);
    }
    this.inFlight++;
    reply.raw.once('close', () => this.inFlight--);
  }

  private async take(reply: FastifyReply, policy: LimitPolicy, key: string): Promise<void> {
    try {
      announce(reply, await this.limiter(policy).take(key));
    } catch (error) {
      if (error instanceof LimitReached) announce(reply, error.quota);
      throw error;
    }
  }

  private limiter(policy: LimitPolicy): Limiter {
    const known = this.limiters.get(policy.name);
    if (known !== undefined) return known;
    const limiter = new Limiter(policy);
    this.limiters.set(policy.name, limiter);
    return limiter;
  }
}

/** The headers of draft-ietf-httpapi-ratelimit-headers; the last limit asked is the one that tells most. */
function announce(reply: FastifyReply, { policy, remaining, seconds }: Quota): void {
  reply.header('ratelimit-policy', `"${policy.name}";q=${policy.points};w=${policy.seconds}`);
  reply.header('ratelimit', `"${policy.name}";r=${remaining};t=${seconds}`);
}

const scopeMissing = (scope: string) =>
  new Forbidden(
    'SCOPE_MISSING',
    {
      th: `บัญชีหรือคีย์นี้ไม่มีสิทธิ์ ${scope} กรุณาติดต่อผู้ดูแลระบบ`,
      en: `The account or key lacks the scope ${scope}; ask an administrator.`,
    },
    { scope },
  );
