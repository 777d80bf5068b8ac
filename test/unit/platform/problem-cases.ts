import { goodStall, json, registrar } from './http.js';

const stall = JSON.stringify(goodStall);
const takenStall = JSON.stringify({ ...goodStall, name: 'taken' });
const write = { ...registrar, ...json };
const as = (type: string) => ({ ...registrar, 'content-type': type });
const upload = as('multipart/form-data; boundary=x');
const viewer = { authorization: 'Bearer viewer', ...json };
const deep = '['.repeat(40) + ']'.repeat(40);
const large = `"${'x'.repeat(1_100_000)}"`;
const utf16 = Buffer.from('{"name":"ก"}', 'utf16le');
const windows874 = Buffer.from('7b226e616d65223a22a1227d', 'hex');
const cutOff = '--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc';
const stalls = '/v1/stalls';

type Headers = Record<string, string>;
type Case = [string, number, string, string, string, Headers?, (string | Buffer)?];

/** Name, status, code, then the request that must be answered so. */
export const problemCases: Case[] = [
  ['no route', 404, 'ROUTE_NOT_FOUND', 'GET', '/nowhere'],
  ['an empty parameter', 404, 'ROUTE_NOT_FOUND', 'GET', '/v1/stalls/', registrar],
  ['wrong method', 405, 'METHOD_NOT_ALLOWED', 'PUT', '/v1/stalls/1', registrar],
  ['wrong method and body', 405, 'METHOD_NOT_ALLOWED', 'PUT', '/v1/stalls/1', json, '{'],
  ['OPTIONS', 405, 'METHOD_NOT_ALLOWED', 'OPTIONS', stalls],
  ['no credentials', 401, 'UNAUTHENTICATED', 'GET', '/v1/stalls/1'],
  ['wrong credentials', 401, 'UNAUTHENTICATED', 'GET', '/v1/stalls/1', { authorization: 'Bearer who' }],
  ['credentials before the body', 401, 'UNAUTHENTICATED', 'POST', stalls, json, '{'],
  ['missing scope', 403, 'SCOPE_MISSING', 'POST', stalls, viewer, stall],
  ['a route without scope', 403, 'ROUTE_WITHOUT_SCOPE', 'GET', '/v1/open/forgotten'],
  ['another one', 403, 'ROUTE_WITHOUT_SCOPE', 'POST', '/v1/open/forgotten', write, '{}'],
  ['not found by the service', 404, 'NOT_FOUND', 'GET', '/v1/stalls/none', registrar],
  ['malformed JSON', 400, 'BODY_MALFORMED', 'POST', stalls, write, '{"name":'],
  ['JSON in UTF-16', 400, 'BODY_MALFORMED', 'POST', stalls, write, utf16],
  ['JSON in Windows-874', 400, 'BODY_NOT_UTF8', 'POST', stalls, write, windows874],
  ['deep JSON', 400, 'BODY_TOO_DEEP', 'POST', stalls, write, deep],
  ['a large body', 413, 'BODY_TOO_LARGE', 'POST', stalls, write, large],
  ['text/plain', 415, 'MEDIA_TYPE_UNSUPPORTED', 'POST', stalls, as('text/plain'), stall],
  ['tis-620', 415, 'MEDIA_TYPE_UNSUPPORTED', 'POST', stalls, as('application/json; charset=tis-620'), stall],
  [
    'a patch to POST',
    415,
    'MEDIA_TYPE_UNSUPPORTED',
    'POST',
    stalls,
    as('application/merge-patch+json'),
    '{}',
  ],
  [
    'a form',
    415,
    'MEDIA_TYPE_UNSUPPORTED',
    'POST',
    stalls,
    as('application/x-www-form-urlencoded'),
    'name=x',
  ],
  ['JSON for a form', 415, 'MEDIA_TYPE_UNSUPPORTED', 'POST', '/v1/open/token', json, '{}'],
  ['JSON for an upload', 415, 'MEDIA_TYPE_UNSUPPORTED', 'POST', '/v1/stalls/pictures', write, '{}'],
  ['an upload for JSON', 415, 'MEDIA_TYPE_UNSUPPORTED', 'POST', stalls, upload, '--x--'],
  ['a broken upload', 400, 'UPLOAD_MALFORMED', 'POST', '/v1/stalls/pictures', upload, cutOff],
  ['no boundary', 400, 'UPLOAD_MALFORMED', 'POST', '/v1/stalls/pictures', as('multipart/form-data'), 'x'],
  ['invalid fields', 400, 'VALIDATION_FAILED', 'POST', stalls, write, '{}'],
  ['a body that is a list', 400, 'VALIDATION_FAILED', 'POST', stalls, write, '[]'],
  ['no body', 400, 'VALIDATION_FAILED', 'POST', stalls, registrar],
  ['a wrong cursor', 400, 'CURSOR_INVALID', 'GET', '/v1/stalls?cursor=abc', registrar],
  ['wrong state', 409, 'STALL_TAKEN', 'POST', stalls, write, takenStall],
  ['If-Match missing', 428, 'IF_MATCH_REQUIRED', 'PATCH', '/v1/stalls/1', write, stall],
  [
    'If-Match malformed',
    400,
    'IF_MATCH_INVALID',
    'PATCH',
    '/v1/stalls/1',
    { ...write, 'if-match': 'seven' },
    stall,
  ],
  ['If-Match stale', 412, 'VERSION_STALE', 'PATCH', '/v1/stalls/1', { ...write, 'if-match': '"6"' }, stall],
  [
    'a bad key',
    400,
    'IDEMPOTENCY_KEY_INVALID',
    'POST',
    stalls,
    { ...write, 'idempotency-key': 'a b' },
    stall,
  ],
  ['a badly encoded URL', 400, 'URL_MALFORMED', 'GET', '/v1/stalls/%E0%A4%A', registrar],
  ['a long parameter', 414, 'URL_TOO_LONG', 'GET', `/v1/stalls/${'x'.repeat(1001)}`, registrar],
  ['an unexpected error', 500, 'INTERNAL', 'GET', '/v1/stalls/broken', registrar],
  ['a database error', 500, 'INTERNAL', 'GET', '/v1/stalls/database', registrar],
  ['a thrown string', 500, 'INTERNAL', 'GET', '/v1/stalls/string', registrar],
  ['an unavailable service', 503, 'UNAVAILABLE', 'GET', '/v1/stalls/away', registrar],
];
