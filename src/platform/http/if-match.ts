import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PreconditionRequired } from '../errors.js';
import { HttpProblem } from './problem.js';

/** No resource has it: what a foreign or weak ETag stands for, so that the service answers 412. */
export const noSuchVersion = -1;

/** `"7"`, the ETag of version 7. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version an `If-Match` header names; undefined for `*` and for no header. A bare number is what people type, and
 * can mean nothing else.
 * @throws HttpProblem IF_MATCH_INVALID for something that is no ETag, or for several versions
 */
export function versionOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  if (header.length > 1000) throw new HttpProblem('IF_MATCH_INVALID');
  const tags = header
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  if (tags.length === 0 || !tags.every((tag) => /^(?:(?:W\/)?"[\x21\x23-\x7e]*"|\d{1,15})$/.test(tag))) {
    throw new HttpProblem('IF_MATCH_INVALID');
  }
  // If-Match compares strongly: a weak tag never matches.
  const versions = new Set(
    tags.map((tag) =>
      /^(?:"\d{1,15}"|\d{1,15})$/.test(tag) ? Number(tag.replaceAll('"', '')) : noSuchVersion,
    ),
  );
  versions.delete(noSuchVersion);
  if (versions.size > 1) throw new HttpProblem('IF_MATCH_INVALID');
  return versions.values().next().value ?? noSuchVersion;
}

/** Reads `If-Match` into the request; runs for routes that declare `ifMatch`. */
export function readIfMatch(request: FastifyRequest, required: boolean): void {
  const header = request.headers['if-match'];
  if (required && header === undefined) throw new PreconditionRequired();
  request.expectedVersion = versionOf(header);
}

/** How Nest takes the parameter; also a mark by which the direct way recognises it. */
export const ifMatchFactory = (_data: unknown, context: ExecutionContext): number | undefined =>
  context.switchToHttp().getRequest<FastifyRequest>().expectedVersion;

/**
 * The version the caller expects: `number | undefined`. Undefined means any; else the service throws `Stale` unless
 * it is the current one.
 */
export const IfMatch = createParamDecorator(ifMatchFactory);
