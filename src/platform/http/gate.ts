import type { FastifyReply, FastifyRequest } from 'fastify';
import { may, type Actor } from '../actor.js';
import { Forbidden, Unavailable } from '../errors.js';
import { networkOf } from './address.js';
import type { Authenticator } from './authenticator.js';
import { checkMediaType } from './body-parsers.js';
import type { HttpOptions } from './http.options.js';
import { Limiter, LimitReached, type LimitPolicy, type Quota } from './limiter.js';
import { platformProblem } from './problem-catalogue.js';
import type { RouteMeta } from './route.js';

type Done = (error?: Error) => void;

/** Decides at the door, before a byte of the body is read: load, limits, who it is, what they may, what they bring. */
export class Gate {
  private inFlight = 0;
  private readonly limiters = new Map<string, Limiter>();
  /** An answer is closed once, whether it was sent or broken off. */
  private readonly uncount = (): void => {
    this.inFlight--;
  };

  constructor(
    private readonly authenticator: Authenticator,
    private readonly options: Pick<HttpOptions, 'limits' | 'maxInFlight'>,
  ) {}

  /** Whether nobody is being served. */
  get isQuiet(): boolean {
    return this.inFlight === 0;
  }

  /**
   * Lets the request in with its actor known, or hands `done` why not. Callbacks instead of promises: on Node 20 every
   * promise costs more once there is an AsyncLocalStorage, and this runs for every request.
   */
  admit(request: FastifyRequest, reply: FastifyReply, route: RouteMeta, done: Done): void {
    let answer: Actor | Promise<Actor> | undefined;
    try {
      if (route.metered) this.meter(request, reply, route);
      this.count(reply);
      if (route.access !== 'public') {
        answer = this.authenticator.authenticate(request.headers.authorization, request.requestContext);
      }
      if (!(answer instanceof Promise)) this.welcome(request, reply, route, answer);
    } catch (error) {
      return done(error as Error);
    }
    if (!(answer instanceof Promise)) return done();
    answer.then((actor) => this.welcome(request, reply, route, actor)).then(() => done(), done);
  }

  /** Counts a request that met no route, so that nobody can guess addresses without limit. */
  admitLost(request: FastifyRequest, reply: FastifyReply): void {
    const { limits } = this.options;
    if (limits) this.take(reply, limits.public, networkOf(request.requestContext.address));
  }

  private meter({ requestContext }: FastifyRequest, reply: FastifyReply, route: RouteMeta): void {
    this.shed();
    const { limits } = this.options;
    if (!limits) return;
    const network = networkOf(requestContext.address);
    this.take(reply, limits.address, network);
    const strictest = route.limit ?? (route.access === 'public' ? limits.public : undefined);
    if (strictest !== undefined) announce(reply, this.take(reply, strictest, network));
  }

  /** What is asked once it is known who calls: undefined where nobody needs to be. */
  private welcome(
    request: FastifyRequest,
    reply: FastifyReply,
    { access, metered, body }: RouteMeta,
    actor: Actor | undefined,
  ): void {
    const { limits } = this.options;
    if (actor !== undefined) {
      request.requestContext.actor = actor;
      if (metered && limits) announce(reply, this.take(reply, limits.principal, actor.id));
      if (access !== 'authenticated' && access !== 'public' && !may(actor, access))
        throw actor.passwordGiven ? passwordChangeNeeded(actor.id) : scopeMissing(access);
    }
    if (request.method !== 'GET') checkMediaType(request, body);
  }

  /** Refuses work beyond what can be answered in time. */
  private shed(): void {
    if (this.inFlight >= this.options.maxInFlight) {
      throw new Unavailable('OVERLOADED', platformProblem('OVERLOADED').when, 1);
    }
  }

  private count(reply: FastifyReply): void {
    this.inFlight++;
    reply.raw.on('close', this.uncount);
  }

  private take(reply: FastifyReply, policy: LimitPolicy, key: string): Quota {
    try {
      return this.limiter(policy).take(key);
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

/** The headers of draft-ietf-httpapi-ratelimit-headers, for the limit that is met first or tells most. */
function announce(reply: FastifyReply, { policy, remaining, seconds }: Quota): void {
  reply.header('ratelimit-policy', `"${policy.name}";q=${policy.points};w=${policy.seconds}`);
  reply.header('ratelimit', `"${policy.name}";r=${remaining};t=${seconds}`);
}

const passwordChangeNeeded = (staffId: string) =>
  new Forbidden('PASSWORD_CHANGE_NEEDED', {
    th: `กรุณาเปลี่ยนรหัสผ่านใช้ครั้งเดียวก่อน ที่ POST /v1/staff/${staffId}/password แล้วทำรายการนี้อีกครั้งได้ทันที ไม่ต้องเข้าสู่ระบบใหม่`,
    en: `Change the one-time password first, by POST /v1/staff/${staffId}/password; then try again at once, without signing in anew.`,
  });

const scopeMissing = (scope: string) =>
  new Forbidden(
    'SCOPE_MISSING',
    {
      th: `บัญชีหรือคีย์นี้ไม่มีสิทธิ์ ${scope} กรุณาติดต่อผู้ดูแลระบบ`,
      en: `The account or key lacks the scope ${scope}; ask an administrator.`,
    },
    { scope },
  );
