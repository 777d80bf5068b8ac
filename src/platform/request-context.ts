import { AsyncLocalStorage } from 'node:async_hooks';
import { anonymousActor, systemActor, type Actor } from './actor.js';

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

const storage = new AsyncLocalStorage<RequestContext>();
const outside: RequestContext = { requestId: '-', actor: anonymousActor, language: 'th' };

/** The context of the running request; a neutral one outside of any. */
export const currentContext = (): RequestContext => storage.getStore() ?? outside;

export const currentActor = (): Actor => currentContext().actor;

/** Runs `work` with `context`. */
export const withContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** Runs `work` as the service itself: jobs, start-up, commands. */
export const asSystem = <T>(requestId: string, work: () => T): T =>
  storage.run({ requestId, actor: systemActor, language: 'th' }, work);
