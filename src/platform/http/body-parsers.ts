import { isUtf8 } from 'node:buffer';
import { parse as parseForm } from 'node:querystring';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Invalid, Unsupported } from '../errors.js';
import { unknownFieldError } from './field-errors.js';
import { HttpProblem } from './problem.js';
import type { BodyKind } from './route.js';

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Names every object inherits; never a field of ours. class-validator looks its rules up in a plain object and would
 * take `toString` for a known field.
 */
export const prototypeKeys: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** JSON for all, merge-patch for PATCH, forms where the route says so; anything else is 415. */
export function installBodyParsers(server: FastifyInstance, maxDepth: number): void {
  const options = { parseAs: 'buffer' } as const;
  const json = (request: FastifyRequest, body: Buffer, done: Done) =>
    settle(done, () => parseJson(body, maxDepth));
  const form = (request: FastifyRequest, body: Buffer, done: Done) =>
    settle(done, () => ({ ...parseForm(textOf(body)) }));
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', options, json);
  server.addContentTypeParser('application/merge-patch+json', options, json);
  server.addContentTypeParser('application/x-www-form-urlencoded', options, form);
}

/** Refuses a body of a kind the route does not take, before a byte of it is read. */
export function checkMediaType(request: FastifyRequest, kind: BodyKind): void {
  const { headers, method } = request;
  const type = headers['content-type'];
  if (type === undefined || type === 'application/json') {
    if (type !== undefined && hasBody(request) && (kind === 'form' || kind === 'multipart'))
      refuse(kind, method);
    return;
  }
  if (hasBody(request) && (!accepts(kind, method, type) || !isUtf8Charset(type))) refuse(kind, method);
}

const hasBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

const accepted = (kind: BodyKind, method: string): string[] => {
  if (kind === 'form') return ['application/x-www-form-urlencoded'];
  if (kind === 'multipart') return ['multipart/form-data'];
  return method === 'PATCH' ? ['application/merge-patch+json', 'application/json'] : ['application/json'];
};

const accepts = (kind: BodyKind, method: string, type: string) =>
  accepted(kind, method).includes((type.split(';', 1)[0] ?? '').trim().toLowerCase());

function isUtf8Charset(type: string): boolean {
  const charset = type
    .toLowerCase()
    .split(';')
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='));
  return charset === undefined || ['utf-8', 'utf8'].includes(charset.slice(8).replaceAll('"', ''));
}

function refuse(kind: BodyKind, method: string): never {
  const types = accepted(kind, method).join(', ');
  throw new Unsupported(
    'MEDIA_TYPE_UNSUPPORTED',
    { th: `กรุณาส่งเนื้อหาเป็น ${types} (UTF-8)`, en: `Send the body as ${types} (UTF-8).` },
    { accepted: accepted(kind, method) },
  );
}

function settle(done: Done, work: () => unknown): void {
  let body: unknown;
  try {
    body = work();
  } catch (error) {
    return done(error as Error);
  }
  done(null, body);
}

/** Windows-874 bytes would otherwise become a name of replacement characters. */
function textOf(body: Buffer): string {
  if (!isUtf8(body)) throw new HttpProblem('BODY_NOT_UTF8');
  return body.toString('utf8');
}

function parseJson(body: Buffer, maxDepth: number): unknown {
  if (body.length === 0) return undefined;
  const text = textOf(body);
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    throw new HttpProblem('BODY_MALFORMED');
  }
  inspect(value, maxDepth);
  return value;
}

/** One walk for depth and for keys that would reach a prototype. */
function inspect(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth === 0) throw new HttpProblem('BODY_TOO_DEEP');
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) inspect(value[index], depth - 1);
    return;
  }
  for (const key in value) {
    if (prototypeKeys.has(key)) throw unknownKey(key);
    inspect((value as Record<string, unknown>)[key], depth - 1);
  }
}

const unknownKey = (key: string) => new Invalid([unknownFieldError(key, 'body')]);
