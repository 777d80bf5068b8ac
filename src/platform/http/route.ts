import type { Type } from '@nestjs/common';
import type { Scope } from '../actor.js';
import type { Message } from '../message.js';
import type { RequestContext } from '../request-context.js';
import type { LimitPolicy } from './limiter.js';

/** Who may call a route: holders of a scope, anybody signed in, or everybody. */
export type Access = Scope | 'authenticated' | 'public';

/** What a request's body has to be. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'none';

/** An error of a route that deserves a line in its documentation. */
export interface DocumentedError {
  status: number;
  code: string;
  /** When it happens. */
  when: Message;
}

/** The method that answers a route. */
export interface Handler {
  controller: Type<unknown>;
  method: string | symbol;
}

/** What the server needs to know about a route while it runs. */
export interface RouteMeta {
  access: Access;
  body: BodyKind;
  /** Whether the handler takes query parameters; without, any is refused. */
  query: boolean;
  status: number;
  idempotent: boolean;
  ifMatch: 'required' | 'optional' | undefined;
  /** Largest body in bytes, where it differs from the usual one. */
  bodyLimit: number | undefined;
  /** Path of a created resource, `{id}` standing for its id. */
  location: string | undefined;
  /** False for health and documents, which are never throttled nor shed. */
  metered: boolean;
  limit: LimitPolicy | undefined;
  cacheControl: string;
  errors: readonly DocumentedError[];
  /** Media type of the answer where it is no JSON. */
  produces: string | undefined;
  /** None for pages that are no method of a controller, and for answers that are no JSON. */
  handler: Handler | undefined;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    route?: RouteMeta;
  }
  interface FastifyRequest {
    requestContext: RequestContext;
    /** Version from `If-Match`, when the route has `ifMatch`. */
    expectedVersion: number | undefined;
  }
}
