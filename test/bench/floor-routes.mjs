/**
 * The plain server both floors share: the same four operations as the service, written by hand on Fastify with
 * its own validator, and nothing else: no authentication, no chain, no outbox. What differs is the store.
 */
import { createHash, createHmac } from 'node:crypto';
import Fastify from 'fastify';
import { monotonicFactory } from 'ulid';
import { cooperatives } from './market.mjs';

const newId = monotonicFactory();
const secret = 'a secret of the bench, nobody else uses it';
const hash = (purpose, text) =>
  createHmac('sha256', secret).update(purpose).update('\0').update(text).digest('hex');
/** As long as the keys of the service. */
const half = (text) => text.slice(0, 32);

/** The columns an answer needs, and those only the table has. */
export const viewColumns = [
  ...['id', 'username', 'proposedUsername', 'status', 'statusReason', 'cooperativeId', 'title', 'firstName'],
  ...['lastName', 'phone', 'email', 'lineId', 'offerings', 'publicListingConsent', 'externalReference'],
  ...['source', 'registeredAt', 'updatedAt', 'version'],
];
export const sellerColumns = [
  ...viewColumns,
  ...['usernameKey', 'firstNameFolded', 'lastNameFolded', 'whoKey', 'memberNumberHash', 'samePhone'],
  ...['sameMember'],
  ...['pendingReasons', 'consentAt', 'consentTextVersion', 'activatedAt'],
];
export const auditColumns = ['id', 'at', 'actorId', 'action', 'subjectId', 'payload'];

/** The service's own seller table and indices; `long` is the type of long text. */
export const tables = (long) => [
  `CREATE TABLE seller (
    id varchar(26) PRIMARY KEY, status varchar(16) NOT NULL, cooperativeId varchar(26) NOT NULL,
    title varchar(80) NOT NULL, firstName varchar(80) NOT NULL, lastName varchar(80) NOT NULL,
    firstNameFolded varchar(80) NOT NULL, lastNameFolded varchar(80) NOT NULL, whoKey varchar(200) NOT NULL,
    username varchar(300),
    usernameKey varchar(300), proposedUsername varchar(300), phone varchar(20), email varchar(254), lineId varchar(64),
    memberNumberHash varchar(64), samePhone varchar(64), sameMember varchar(64), offerings ${long} NOT NULL,
    pendingReasons varchar(400) NOT NULL, statusReason varchar(400), consentAt varchar(24) NOT NULL,
    consentTextVersion varchar(32) NOT NULL, publicListingConsent tinyint NOT NULL, externalReference varchar(100),
    source varchar(16) NOT NULL, registeredAt varchar(24) NOT NULL, activatedAt varchar(24),
    updatedAt varchar(24) NOT NULL, version int NOT NULL)`,
  'CREATE UNIQUE INDEX uq_seller_username_key ON seller (usernameKey)',
  'CREATE UNIQUE INDEX uq_seller_who_phone ON seller (whoKey, samePhone)',
  'CREATE UNIQUE INDEX uq_seller_same_member ON seller (sameMember)',
  'CREATE INDEX ix_seller_cooperative ON seller (cooperativeId, id)',
  'CREATE INDEX ix_seller_status ON seller (status, id)',
  'CREATE INDEX ix_seller_first_name ON seller (firstNameFolded)',
  'CREATE INDEX ix_seller_last_name ON seller (lastNameFolded)',
  'CREATE INDEX ix_seller_phone ON seller (phone)',
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
  const firstNameFolded = keyOf(body.firstName);
  const lastNameFolded = keyOf(body.lastName);
  const person = `${cooperative.id} ${firstNameFolded} ${lastNameFolded} `;
  return {
    id: newId(),
    username,
    proposedUsername: null,
    status: 'active',
    statusReason: null,
    cooperativeId: cooperative.id,
    title: body.title ?? '',
    firstName: body.firstName,
    lastName: body.lastName,
    phone: body.phone ?? null,
    email: body.email ?? null,
    lineId: body.lineId ?? null,
    offerings: JSON.stringify(body.offerings),
    publicListingConsent: 0,
    externalReference: body.externalReference ?? null,
    source: 'api',
    registeredAt: now,
    updatedAt: now,
    version: 1,
    usernameKey: keyOf(username),
    firstNameFolded,
    lastNameFolded,
    whoKey: half(createHash('sha256').update(person).digest('hex')),
    memberNumberHash: body.memberNumber ? hash('member', body.memberNumber) : null,
    samePhone: body.phone ? half(hash('same-phone', person + keyOf(body.phone))) : null,
    sameMember: body.memberNumber ? half(hash('same-member', person + keyOf(body.memberNumber))) : null,
    pendingReasons: '[]',
    consentAt: now,
    consentTextVersion: '2026-01',
    activatedAt: now,
  };
}

/** One literal: spreading parts into it would cost more than all the rest of a read. */
function view(row) {
  return {
    id: row.id,
    username: row.username,
    proposedUsername: row.proposedUsername,
    status: row.status,
    statusReason: row.statusReason,
    cooperative: cooperativeViews.get(row.cooperativeId),
    title: row.title,
    firstName: row.firstName,
    lastName: row.lastName,
    phone: row.phone,
    email: row.email,
    lineId: row.lineId,
    offerings: JSON.parse(row.offerings),
    publicListingConsent: row.publicListingConsent === 1,
    externalReference: row.externalReference,
    source: row.source,
    registeredAt: row.registeredAt,
    updatedAt: row.updatedAt,
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
