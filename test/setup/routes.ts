import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Access, RouteMeta } from '../../src/platform/http/route.js';

export interface Route {
  /** `SellersController.register` */
  handler: string;
  method: string;
  /** `/v1/sellers/:id` */
  path: string;
  /** Undefined when the route does not say who may call it. */
  access: Access | undefined;
  meta: RouteMeta | undefined;
}

const metadata = <T>(key: string, target: object) => Reflect.getMetadata(key, target) as T | undefined;
const join = (...parts: (string | undefined)[]) =>
  `/${parts
    .map((part) => (part ?? '').replace(/^\/|\/$/g, ''))
    .filter(Boolean)
    .join('/')}`;

function handlersOf(controller: { name: string; prototype: object }): Route[] {
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as object | undefined;
    const path = typeof handler === 'function' ? metadata<string>('path', handler) : undefined;
    if (name === 'constructor' || handler === undefined || path === undefined) return [];
    const meta = metadata<{ route?: RouteMeta }>('__fastify_route_config__', handler)?.route;
    return {
      handler: `${controller.name}.${name}`,
      method: RequestMethod[metadata<number>('method', handler) ?? 0]!,
      path: join(metadata<string>('path', controller), path),
      access: meta?.access,
      meta,
    };
  });
}

/** Every route of every controller in the application, as the framework finds them. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = new Set(
    modules.flatMap((module) => [...module.controllers.values()].map((c) => c.metatype)),
  );
  return [...controllers].flatMap((controller) =>
    controller ? handlersOf(controller as unknown as { name: string; prototype: object }) : [],
  );
}
