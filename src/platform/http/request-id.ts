import type { IncomingMessage } from 'node:http';
import { newId } from '../ids.js';

const wellFormed = /^[A-Za-z0-9._-]{1,64}$/;

/** The caller's `X-Request-Id` if it is well formed, else a new ULID. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && wellFormed.test(given) ? given : newId();
}
