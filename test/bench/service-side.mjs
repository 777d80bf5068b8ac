import { randomBytes } from 'node:crypto';
import { URLSearchParams } from 'node:url';
import { startService } from '../setup/service.mjs';
import { cooperatives } from './market.mjs';

async function call(url, path, { token, json, form } = {}) {
  const answer = await fetch(url + path, {
    method: json || form ? 'POST' : 'GET',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json && { 'content-type': 'application/json' }),
    },
    body: form ? new URLSearchParams(form) : json && JSON.stringify(json),
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body}`);
  return JSON.parse(body);
}

/** The real service with everything on, its directory filled, and the headers of a partner's key. */
export async function startRealService(
  databaseUrl,
  env = {},
  scopes = ['sellers:read', 'sellers:write'],
  program = undefined,
) {
  const adminPassword = randomBytes(12).toString('hex');
  const service = await startService({
    program,
    env: {
      DATABASE_URL: databaseUrl,
      DATA_SECRET: randomBytes(32).toString('hex'),
      ADMIN_PASSWORD: adminPassword,
      SAMPLE_DATA: 'none',
      REQUESTS_PER_MINUTE: '1000000',
      ...env,
    },
  });
  const form = { grant_type: 'password', username: 'admin', password: adminPassword };
  const { access_token: token } = await call(service.url, '/v1/sessions/token', { form });
  for (const { registrationNumber, fullName, shortName, regionCode } of cooperatives)
    await call(service.url, '/v1/cooperatives', {
      token,
      json: { registrationNumber, fullName, shortName, regionCode },
    });
  const key = await call(service.url, '/v1/api-keys', {
    token,
    json: { name: 'bench', owner: 'bench', scopes },
  });
  return { ...service, headers: { authorization: `Bearer ${key.secret}` } };
}
