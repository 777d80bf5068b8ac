import type { Type } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { anonymousActor } from '../actor.js';
import { Forbidden } from '../errors.js';
import { withContext, type RequestContext } from '../request-context.js';
import { AllowedMethods } from './allowed-methods.js';
import { directHandler } from './direct-handler.js';
import type { Gate } from './gate.js';
import { etagOf, readIfMatch } from './if-match.js';
import type { IdempotencyKeys } from './idempotency.js';
import { bodyOf } from './json-bytes.js';
import { languageOf } from './language.js';
import { platformProblem } from './problem-catalogue.js';
import { HttpProblem } from './problem.js';
import type { RouteMeta } from './route.js';
import { isDocs } from './route-index.js';
import { apiHeaders, docsHeaders } from './security-headers.js';
import { refuseUndeclared } from './undeclared.js';

type Done = (error?: Error) => void;

const withBody = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Pages for people under /docs: open, never throttled, free to be cached for a while. */
const docsRoute: RouteMeta = {
  access: 'public',
  body: 'none',
  query: true,
  status: 200,
  idempotent: false,
  ifMatch: undefined,
  bodyLimit: undefined,
  location: undefined,
  metered: false,
  limit: undefined,
  cacheControl: 'no-cache',
  errors: [],
  produces: undefined,
  handler: undefined,
};

/**
 * Gives every request its context and every route exactly the hooks it needs. Hooks of Fastify instead of Nest's
 * guards and interceptors: they run before the body is read, and cost a fraction.
 */
export function installHooks(
  server: FastifyInstance,
  gate: Gate,
  keys: IdempotencyKeys,
  instanceOf: (controller: Type<unknown>) => object | undefined,
): void {
  const allowed = new AllowedMethods();
  server.decorateRequest('requestContext', null as unknown as RequestContext);
  server.decorateRequest('expectedVersion', undefined);
  server.addHook('onRequest', (request, reply, done) => {
    request.requestContext = {
      requestId: request.id,
      actor: anonymousActor,
      language: languageOf(request.headers['accept-language']),
      address: request.ip,
    };
    reply.header('x-request-id', request.id);
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1') {
      reply.headers(apiHeaders);
      return done(new HttpProblem('REQUEST_MALFORMED'));
    }
    if (request.is404) return attempt(done, () => refuseLost(request, reply, gate, allowed));
    withContext(request.requestContext, done);
  });
  server.setReplySerializer(bodyOf as (body: unknown) => string);
  server.addHook('onRoute', (route) => {
    allowed.add(route.url, [route.method].flat());
    dress(route, gate, keys);
    goStraight(route, instanceOf);
  });
}

/** A request that met no route is counted, and told the methods its address would take. */
function refuseLost(request: FastifyRequest, reply: FastifyReply, gate: Gate, allowed: AllowedMethods): void {
  reply.headers(apiHeaders);
  gate.admitLost(request, reply);
  const methods = allowed.of(request.url.split('?', 1)[0] ?? '');
  if (methods.length > 0) throw new HttpProblem('METHOD_NOT_ALLOWED', { allow: methods.join(', ') });
}

function dress(route: RouteOptions, gate: Gate, keys: IdempotencyKeys): void {
  const isPage = isDocs(route.url);
  const meta = route.config?.route ?? (isPage ? docsRoute : undefined);
  if (meta === undefined) {
    route.onRequest = (_request: FastifyRequest, reply: FastifyReply, done: Done) => {
      reply.headers(apiHeaders);
      done(closed());
    };
    return;
  }
  const headers = { ...(isPage ? docsHeaders : apiHeaders), ...cachingOf(meta), ...typeOf(meta) };
  route.onRequest = (request: FastifyRequest, reply: FastifyReply, done: Done) => {
    reply.headers(headers);
    gate.admit(request, reply, meta, done);
  };
  if (isPage) return;
  if (meta.bodyLimit !== undefined) route.bodyLimit = meta.bodyLimit;
  const takesBody = [route.method].flat().some((method) => withBody.has(method));
  if (takesBody) route.preValidation = reenter;
  route.preHandler = (request: FastifyRequest, _reply: FastifyReply, done: Done) =>
    attempt(done, () => {
      refuseUndeclared(request, meta);
      if (meta.ifMatch !== undefined) readIfMatch(request, meta.ifMatch === 'required');
    });
  route.preSerialization = describeResource(meta, route.url);
  if (meta.idempotent) keys.install(route);
}

function goStraight(
  route: RouteOptions,
  instanceOf: (controller: Type<unknown>) => object | undefined,
): void {
  const meta = route.config?.route;
  if (meta?.handler === undefined) return;
  const instance = instanceOf(meta.handler.controller);
  const direct = instance && directHandler(meta.handler, instance, meta.status);
  if (direct !== undefined) route.handler = direct as RouteOptions['handler'];
}

/** Reading a body ends in a callback of the socket, outside of the context. */
const reenter = (request: FastifyRequest, _reply: FastifyReply, done: Done) =>
  withContext(request.requestContext, done);

const cachingOf = ({ access, cacheControl }: RouteMeta) => ({
  'cache-control': cacheControl,
  vary: access === 'public' ? 'Accept-Language' : 'Authorization, Accept-Language',
});

/** Said beforehand for what is no JSON; a problem document says otherwise. */
const typeOf = ({ produces }: RouteMeta): Record<string, string> => {
  if (produces === undefined) return {};
  const isText = produces.startsWith('text/') || produces.endsWith('xml');
  return { 'content-type': isText ? `${produces}; charset=utf-8` : produces };
};

/** `ETag` from the body's version, `Location` of what was created from its id. */
function describeResource({ status, location }: RouteMeta, url: string) {
  const template = location ?? (status === 201 && !url.includes(':') ? `${url}/{id}` : undefined);
  return (
    _request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
    done: (error: null, payload: unknown) => void,
  ) => {
    const { id, version } = (payload ?? {}) as { id?: unknown; version?: unknown };
    if (typeof version === 'number') reply.header('etag', etagOf(version));
    if (template !== undefined && typeof id === 'string') {
      reply.header('location', template.replace('{id}', encodeURIComponent(id)));
    }
    done(null, payload);
  };
}

function attempt(done: Done, work: () => void): void {
  try {
    work();
  } catch (error) {
    return done(error as Error);
  }
  done();
}

const closed = () => new Forbidden('ROUTE_WITHOUT_SCOPE', platformProblem('ROUTE_WITHOUT_SCOPE').when);
