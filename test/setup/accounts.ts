import type { Role } from '../../src/access/roles.js';
import type { Scope } from '../../src/platform/actor.js';
import type { TestApp } from './app.js';
import type { Client } from './clients.js';

/** A caller whose credentials the test wants to handle. */
export interface Account {
  /** Of the account or key. */
  id: string;
  token: string;
  client: Client;
}

let made = 0;

/** What new members of staff choose in place of the one-time password. */
export const ownPassword = 'แม่น้ำมูลไหลเรื่อยๆ 2569';

/** A new member of staff, signed in; unlike `app.asStaff` another one each time. */
export async function newStaff(app: TestApp, role: Role): Promise<Account> {
  const admin = await app.asStaff('admin');
  const account = { username: `${role}.${++made}`, displayName: 'มานะ ร่มเย็น', role };
  const { body } = await admin.post('/v1/staff').send(account).expect(201);
  const token = (await signIn(app.http, account.username, body.secret).expect(200)).body.access_token;
  const client = app.clients.bearer(token);
  const change = { currentPassword: body.secret, newPassword: ownPassword };
  await client.post(`/v1/staff/${body.id}/password`).send(change).expect(204);
  return { id: body.id, token, client };
}

/** A new key, limited to cooperatives if some are given. */
export async function newKey(app: TestApp, scopes: Scope[], cooperativeIds?: string[]): Promise<Account> {
  const admin = await app.asStaff('admin');
  const wanted = { name: `คีย์ ${++made}`, owner: 'ฝ่ายทดสอบ', scopes, cooperativeIds };
  const { body } = await admin.post('/v1/api-keys').send(wanted).expect(201);
  return { id: body.id, token: body.secret, client: app.clients.bearer(body.secret) };
}

/** Asks for a token. */
export const signIn = (client: Client, username: string, password: string) =>
  client.post('/v1/sessions/token').type('form').send({ grant_type: 'password', username, password });
