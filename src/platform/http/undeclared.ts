import type { FastifyRequest } from 'fastify';
import { Invalid, type FieldError } from '../errors.js';
import { mostErrors, unknownFieldError } from './field-errors.js';
import type { RouteMeta } from './route.js';

/** Refuses query parameters and body fields sent to a route that takes none at all. */
export function refuseUndeclared(request: FastifyRequest, { query, body }: RouteMeta): void {
  const errors: FieldError[] = [];
  if (!query) {
    for (const name in request.query as object) errors.push(unknownFieldError(name, 'query'));
  }
  const sent = request.body;
  if (body === 'none' && typeof sent === 'object' && sent !== null) {
    for (const name of Object.keys(sent)) errors.push(unknownFieldError(name, 'body'));
  }
  if (errors.length > 0) throw new Invalid(errors.slice(0, mostErrors));
}
