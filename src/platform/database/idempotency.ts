import { IdempotencyKeyReused } from '../errors.js';
import { JsonText } from '../json-text.js';
import type { IdempotencyClaim } from '../request-context.js';
import type { Connection } from './connection.js';

/** The first answer given under an Idempotency-Key. */
export interface KeptAnswer {
  fingerprint: string;
  body: unknown;
}

interface Row {
  keyHash: string;
  fingerprint: string;
  body: string;
}

/** Answers kept under these keys, by key hash. One query however many. */
export async function findAnswers(
  connection: Pick<Connection, 'all'>,
  keyHashes: readonly string[],
): Promise<Map<string, KeptAnswer>> {
  const marks = keyHashes.map(() => '?').join(',');
  const rows = await connection.all<Row>(
    `SELECT keyHash, fingerprint, body FROM idempotency_key WHERE keyHash IN (${marks})`,
    keyHashes,
  );
  return new Map(
    rows.map((row) => [row.keyHash, { fingerprint: row.fingerprint, body: JSON.parse(row.body) }]),
  );
}

/** The kept body, if it was given for the same request. Throws IdempotencyKeyReused. */
export function answerFor(claim: IdempotencyClaim, kept: KeptAnswer): unknown {
  if (kept.fingerprint !== claim.fingerprint) throw new IdempotencyKeyReused();
  claim.replayed = true;
  return kept.body;
}

/** Keeps answers in the transaction that holds their effects. A secret is shown once and never kept. */
export async function keepAnswers(
  connection: Connection,
  answers: readonly { claim: IdempotencyClaim; body: unknown }[],
  now: string,
): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ claim, body }) => [claim.keyHash, claim.fingerprint, withoutSecret(body), now]);
  await connection.insertMany('idempotency_key', ['keyHash', 'fingerprint', 'body', 'createdAt'], rows);
}

const withoutSecret = (body: unknown): string => {
  if (body instanceof JsonText) return body.text;
  const secret = typeof body === 'object' && body !== null && 'secret' in body;
  return JSON.stringify(secret ? { ...body, secret: null } : (body ?? null));
};
