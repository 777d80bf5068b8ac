/**
 * The plain server both floors share: the same four operations as the service, written by hand on Fastify with
 * its own validator, and nothing else: no authentication, no chain, no outbox. What differs is the store.
 */
import { createHmac } from 'node:crypto';
import Fastify from 'fastify';
import { monotonicFactory } from 'ulid';
import { cooperatives } from './market.mjs';

const newId = monotonicFactory();
const secret = 'a secret of the bench, nobody else uses it';
const hash = (purpose, text) =>
  createHmac('sha256', secret).update(purpose).update('\0').update(text).digest('hex');

const hidden = new Set([
  ...['usernameKey', 'nameKey', 'phoneIdentity', 'memberIdentity'],
  ...['consentAt', 'consentVersion', 'updatedAt'],
]);
/** Columns of the seller table, in the order the stores insert them. */
export const sellerColumns = [
  ...[
    'id',
    'username',
    'usernameKey',
    'status',
    'cooperativeId',
    'title',
    'firstName',
    'lastName',
    'nameKey',
  ],
  ...['phone', 'email', 'lineId', 'phoneIdentity', 'memberIdentity', 'externalReference', 'offerings'],
  ...['source', 'consentAt', 'consentVersion', 'registeredAt', 'updatedAt', 'version'],
];
/** The columns an answer needs. */
export const viewColumns = sellerColumns.filter((column) => !hidden.has(column));
export const auditColumns = ['id', 'at', 'actorId', 'action', 'subjectId', 'payload'];

/** Both databases understand this; `text` is the type of long text. */
export const tables = (long) => [
  `CREATE TABLE seller (
    id varchar(26) PRIMARY KEY, username varchar(200) NOT NULL, usernameKey varchar(200) NOT NULL,
    status varchar(16) NOT NULL, cooperativeId varchar(26) NOT NULL, title varchar(100), firstName varchar(100) NOT NULL,
    lastName varchar(100), nameKey varchar(200) NOT NULL, phone varchar(32), email varchar(254), lineId varchar(64),
    phoneIdentity varchar(64), memberIdentity varchar(64), externalReference varchar(100), offerings ${long} NOT NULL,
    source varchar(16) NOT NULL, consentAt varchar(24) NOT NULL, consentVersion varchar(16) NOT NULL,
    registeredAt varchar(24) NOT NULL, updatedAt varchar(24) NOT NULL, version int NOT NULL)`,
  'CREATE UNIQUE INDEX uq_seller_username ON seller (usernameKey)',
  'CREATE UNIQUE INDEX uq_seller_phone_identity ON seller (phoneIdentity)',
  'CREATE UNIQUE INDEX uq_seller_member_identity ON seller (memberIdentity)',
  'CREATE INDEX ix_seller_cooperative ON seller (cooperativeId, id)',
  'CREATE INDEX ix_seller_name ON seller (nameKey, id)',
  `CREATE TABLE audit (
    id varchar(26) PRIMARY KEY, at varchar(24) NOT NULL, actorId varchar(64) NOT NULL, action varchar(64) NOT NULL,
    subjectId varchar(26) NOT NULL, payload ${long} NOT NULL)`,
  'CREATE INDEX ix_audit_subject ON audit (subjectId, id)',
];

const text = (maxLength, more = {}) => ({ type: 'string', minLength: 1, maxLength, ...more });
const registration = {
  type: 'object',
  additionalProperties: false,
  required: ['firstName', 'lastName', 'cooperativeRegistrationNumber', 'offerings', 'consent'],
  properties: {
    title: text(100),
    firstName: text(100),
    lastName: text(100),
    cooperativeRegistrationNumber: text(6, { pattern: '^[0-9]{6}$' }),
    memberNumber: text(32),
    phone: text(32, { pattern: '^[0-9+ -]{9,20}$' }),
    email: text(254),
    lineId: text(64),
    externalReference: text(100),
    consent: { const: true },
    offerings: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['category', 'description'],
        properties: { category: text(32), description: text(500) },
      },
    },
  },
};

const byNumber = new Map(cooperatives.map((cooperative) => [cooperative.registrationNumber, cooperative]));
const cooperativeViews = new Map(
  cooperatives.map(({ id, registrationNumber, shortName, regionCode }) => [
    id,
    { id, registrationNumber, shortName, regionCode },
  ]),
);
const keyOf = (value) => value.normalize('NFC').replace(/\s+/g, '').toLowerCase();

function newSeller(body, cooperative, now) {
  const { registrationNumber, regionCode, shortName } = cooperative;
  const username = `${regionCode}${registrationNumber.slice(2)}${keyOf(body.firstName)}สอ.${shortName}`;
  const nameKey = keyOf(body.firstName + body.lastName);
  const identity = (kind, value) =>
    value ? hash(kind, `${cooperative.id}\0${nameKey}\0${keyOf(value)}`) : null;
  return {
    id: newId(),
    username,
    usernameKey: keyOf(username),
    status: 'active',
    cooperativeId: cooperative.id,
    title: body.title ?? null,
    firstName: body.firstName,
    lastName: body.lastName,
    nameKey,
    phone: body.phone ?? null,
    email: body.email ?? null,
    lineId: body.lineId ?? null,
    phoneIdentity: identity('phone', body.phone),
    memberIdentity: identity('member', body.memberNumber),
    externalReference: body.externalReference ?? null,
    offerings: JSON.stringify(body.offerings),
    source: 'api',
    consentAt: now,
    consentVersion: '2026-01',
    registeredAt: now,
    updatedAt: now,
    version: 1,
  };
}

/** One literal: spreading parts into it would cost more than all the rest of a read. */
function view(row) {
  return {
    id: row.id,
    username: row.username,
    status: row.status,
    cooperative: cooperativeViews.get(row.cooperativeId),
    title: row.title,
    firstName: row.firstName,
    lastName: row.lastName,
    phone: row.phone,
    email: row.email,
    lineId: row.lineId,
    offerings: JSON.parse(row.offerings),
    externalReference: row.externalReference,
    source: row.source,
    registeredAt: row.registeredAt,
    version: row.version,
  };
}

const missing = (reply) => reply.code(404).send({ code: 'NOT_FOUND' });

/**
 * `store` has `register(seller, audit)` (answers the id of who was there already, or undefined), `byId(id)`,
 * `byUsername(key)` and `page(afterId, limit)`.
 */
export async function serve(store, port) {
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  app.get('/readyz', () => ({ status: 'ready' }));
  app.post('/v1/sellers', { schema: { body: registration } }, async (request, reply) => {
    const cooperative = byNumber.get(request.body.cooperativeRegistrationNumber);
    if (!cooperative) return missing(reply);
    const now = new Date().toISOString();
    const seller = newSeller(request.body, cooperative, now);
    const payload = JSON.stringify({ status: seller.status, cooperativeId: cooperative.id });
    const audit = {
      id: newId(),
      at: now,
      actorId: 'bench',
      action: 'seller.registered',
      subjectId: seller.id,
      payload,
    };
    const first = await store.register(seller, audit);
    if (first) return reply.code(409).send({ code: 'ALREADY_REGISTERED', id: first });
    return reply.code(201).send(view(seller));
  });
  app.get('/v1/sellers/:id', async (request, reply) => {
    const row = await store.byId(request.params.id);
    return row ? view(row) : missing(reply);
  });
  app.get('/v1/sellers/by-username/:username', async (request, reply) => {
    const row = await store.byUsername(keyOf(request.params.username));
    return row ? view(row) : missing(reply);
  });
  app.get('/v1/sellers', async (request) => {
    const limit = Math.min(Number(request.query.limit ?? 50), 200);
    const rows = await store.page(request.query.cursor ?? '', limit + 1);
    const items = rows.slice(0, limit);
    return { items: items.map(view), nextCursor: rows.length > limit ? items.at(-1).id : null };
  });
  await app.listen({ port, host: '127.0.0.1' });
  process.once('SIGTERM', () => process.exit(0));
}
