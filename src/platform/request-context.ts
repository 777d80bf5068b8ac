import { anonymousActor, systemActor, type Actor } from './actor.js';
import { carried } from './carried.js';

/** The answer kept under an Idempotency-Key; see `platform/database/idempotency.ts`. */
export interface IdempotencyClaim {
  /** SHA-256 (hex) of principal, method, route and key. */
  keyHash: string;
  /** SHA-256 (hex) of the request's body. */
  fingerprint: string;
  /** Set once a transaction has taken the claim up, so that only the first one stores the answer. */
  taken?: boolean;
  /** Set when the answer came from the store instead of from new work. */
  replayed?: boolean;
}

/** What belongs to the request (or job step) at hand; carried beside the call stack, not through it. */
export interface RequestContext {
  requestId: string;
  actor: Actor;
  language: 'th' | 'en';
  /** Address of the caller, for throttling only; never logged. */
  address?: string;
  idempotency?: IdempotencyClaim;
}

const context = carried<RequestContext>();
const outside: RequestContext = { requestId: '-', actor: anonymousActor, language: 'th' };

/** The context of the running request; a neutral one outside of any. */
export const currentContext = (): RequestContext => context.current() ?? outside;

export const currentActor = (): Actor => currentContext().actor;

/** Runs `work` in the context `of` a request. */
export const withContext = <T>(of: RequestContext, work: () => T): T => context.with(of, work);

/** Runs `work` as the service itself: jobs, start-up, commands. */
export const asSystem = <T>(requestId: string, work: () => T): T =>
  context.with({ requestId, actor: systemActor, language: 'th' }, work);
