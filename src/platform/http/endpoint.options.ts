import type { Type } from '@nestjs/common';
import type { Message } from '../message.js';
import type { LimitPolicy } from './limiter.js';
import type { Access, BodyKind, DocumentedError } from './route.js';
import type { Tag } from './tags.js';

/** An example of a body or an answer that runs as it is. */
export interface Example {
  summary: string;
  value: unknown;
}

export interface EndpointOptions {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the controller's path, such as `:id/approval`. */
  path?: string;
  summary: Message;
  description?: Message;
  /** Scope needed; `public` for everybody, `authenticated` for every known caller. */
  scope: Access;
  /** DTO of the answer (of an item, with `list`); none answers 204. */
  returns?: Type<unknown>;
  /** The answer is `{ items, nextCursor }` of `returns`. */
  list?: boolean;
  /** The answer is another media type, such as `text/csv`. */
  produces?: string;
  /** Default: 204 without `returns` and `produces`, 201 for POST, else 200. */
  status?: number;
  /** What the body is; by default JSON if the handler has a `@Body()`, else none. */
  body?: BodyKind;
  /** For `multipart`: fields beside the file, shown in the documents. */
  form?: Type<unknown>;
  /** Takes an Idempotency-Key; for every POST with effect. */
  idempotent?: boolean;
  ifMatch?: 'required' | 'optional';
  /** Largest body in bytes, where it may be more than elsewhere. */
  bodyLimit?: number;
  /** Path of what a 201 created, `{id}` standing for its id; default: the route's own path and the id. */
  location?: string;
  /** Errors of this route beyond those every route has. */
  errors?: DocumentedError[];
  /** Examples of the body by name, and one of the answer. */
  examples?: { request?: Record<string, Example>; response?: unknown };
  tag: Tag;
  /** Place within the tag, small numbers first. */
  order?: number;
  /** Unique name; by default made of controller and method, such as `sellersRegister`. */
  operationId?: string;
  /** A stricter limit per address on top of the usual ones. */
  limit?: LimitPolicy;
  /** False for health and the like: never throttled nor shed. */
  metered?: boolean;
  /** Default `no-store`. */
  cacheControl?: string;
  deprecated?: boolean;
}
