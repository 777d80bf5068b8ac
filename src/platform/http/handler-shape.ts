import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';

/** What a handler takes, read from its parameters' decorators. */
export interface HandlerShape {
  /** Class of the `@Body()` parameter. */
  body: Type<unknown> | undefined;
  /** Whether there is a `@Query()` parameter. */
  query: boolean;
}

/** Parameter decorators have run by the time a method decorator does. */
export function handlerShape(target: object, key: string | symbol): HandlerShape {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, target.constructor, key) ?? {}) as Record<
    string,
    { index: number }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', target, key) ?? []) as Type<unknown>[];
  const find = (kind: RouteParamtypes) =>
    Object.entries(parameters).find(([name]) => name.split(':', 1)[0] === String(kind))?.[1];
  const body = find(RouteParamtypes.BODY);
  return { body: body && types[body.index], query: find(RouteParamtypes.QUERY) !== undefined };
}
