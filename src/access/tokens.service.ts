import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { composeToken, randomBytesInToken, type TokenKind } from './bearer-token.js';

/** A new token from the machine's source of chance; shown once, kept only as {@link hashToken}. */
export const newToken = (kind: TokenKind): string => composeToken(kind, randomBytes(randomBytesInToken));

/** SHA-256, 64 hex digits: enough for a secret of 192 random bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Compares two hashes in a time that does not tell where they differ. */
export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The token of `Authorization: Bearer …`; empty for any other header. */
export function bearerOf(authorization: string | undefined): string {
  const [scheme = '', token = '', more] = (authorization ?? '').slice(0, 200).split(' ');
  return scheme.toLowerCase() === 'bearer' && more === undefined ? token : '';
}
