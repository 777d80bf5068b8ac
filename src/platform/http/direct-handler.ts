import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ifMatchFactory } from './if-match.js';
import { HttpProblem } from './problem.js';
import type { Handler } from './route.js';
import { validated } from './validation.pipe.js';

type Take = (request: FastifyRequest) => unknown;
type Run = (...parameters: unknown[]) => unknown;

interface Parameter {
  index: number;
  data?: unknown;
  pipes: unknown[];
  factory?: unknown;
}

/** Metadata of Nest that asks for more than a plain call. */
const enhancers = ['__guards__', '__interceptors__', '__exceptionFilters__', '__pipes__', '__headers__'];

/**
 * A handler that calls the controller's method straight away; undefined where Nest has more to do than that. Nest's
 * own way to the method takes some twenty promises, each of which costs more once there is an AsyncLocalStorage.
 */
export function directHandler({ controller, method }: Handler, instance: object, status: number) {
  const own = (instance as Record<string | symbol, Run>)[method];
  const takes = takesOf(controller, method);
  const isPlain = [controller, own].every((target) =>
    enhancers.every((key) => !Reflect.hasMetadata(key, target as Type)),
  );
  if (own === undefined || takes === undefined || !isPlain) return undefined;
  return (request: FastifyRequest, reply: FastifyReply): unknown => {
    reply.statusCode = status;
    const result = own.apply(
      instance,
      takes.map((take) => take(request)),
    );
    return result instanceof Promise ? result : reply.send(result);
  };
}

function takesOf(controller: Type<unknown>, method: string | symbol): Take[] | undefined {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    Parameter
  >;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) ??
    []) as unknown[];
  const takes: Take[] = types.map(() => () => undefined);
  for (const [name, parameter] of Object.entries(parameters)) {
    const take = takeOf(Number(name.split(':', 1)[0]), parameter, types[parameter.index]);
    if (take === undefined) return undefined;
    takes[parameter.index] = take;
  }
  return takes;
}

function takeOf(kind: number, { data, pipes, factory }: Parameter, type: unknown): Take | undefined {
  if (pipes.length > 0) return undefined;
  if (factory === ifMatchFactory) return (request) => request.expectedVersion;
  if (kind === RouteParamtypes.PARAM && typeof data === 'string') return pathParameter(data);
  if (kind === RouteParamtypes.REQUEST) return (request) => request;
  if (data !== undefined || !isDto(type)) return undefined;
  if (kind === RouteParamtypes.BODY) return (request) => validated(type, request.body, 'body');
  if (kind === RouteParamtypes.QUERY) return (request) => validated(type, request.query, 'query');
  return undefined;
}

/** The router takes `/v1/sellers/` for a seller without id. */
const pathParameter =
  (name: string): Take =>
  ({ params }) => {
    const value = (params as Record<string, string>)[name];
    if (value === '') throw new HttpProblem('ROUTE_NOT_FOUND');
    return value;
  };

const isDto = (type: unknown): type is new () => object =>
  typeof type === 'function' && ![Object, String, Number, Boolean, Array].includes(type as never);
