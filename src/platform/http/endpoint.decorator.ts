import { HttpCode, RequestMapping, RequestMethod, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { documentEndpoint } from './endpoint-documents.js';
import { handlerShape } from './handler-shape.js';
import type { EndpointOptions } from './endpoint.options.js';
import type { RouteMeta } from './route.js';

/** The one decorator of a route: its address, who may call it, how it behaves and all of its documentation. */
export function Endpoint(options: EndpointOptions): MethodDecorator {
  return (target, key, descriptor) => {
    const shape = handlerShape(target, key);
    const status = options.status ?? usualStatus(options);
    const route: RouteMeta = {
      access: options.scope,
      body: options.body ?? (shape.body === undefined ? 'none' : 'json'),
      query: shape.query,
      status,
      idempotent: options.idempotent ?? false,
      ifMatch: options.ifMatch,
      bodyLimit: options.bodyLimit,
      location: options.location,
      metered: options.metered ?? true,
      limit: options.limit,
      cacheControl: options.cacheControl ?? 'no-store',
      errors: options.errors ?? [],
      produces: options.produces,
      handler:
        options.produces === undefined
          ? { controller: target.constructor as Type<unknown>, method: key }
          : undefined,
    };
    const decorators = [
      RequestMapping({ method: RequestMethod[options.method], path: options.path ?? '/' }),
      HttpCode(status),
      RouteConfig({ route }),
      ...documentEndpoint(options, route, shape, operationIdOf(options, target, key)),
    ];
    for (const decorate of decorators) decorate(target, key, descriptor);
  };
}

function usualStatus({ method, returns, produces }: EndpointOptions): number {
  if (returns === undefined && produces === undefined) return 204;
  return method === 'POST' ? 201 : 200;
}

function operationIdOf({ operationId }: EndpointOptions, target: object, key: string | symbol): string {
  if (operationId !== undefined) return operationId;
  const noun = target.constructor.name.replace(/Controller$/, '');
  const method = String(key);
  return noun.charAt(0).toLowerCase() + noun.slice(1) + method.charAt(0).toUpperCase() + method.slice(1);
}
