import { anotherSeller } from '../factories/cast.js';
import { ownPassword, signIn } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let admin: Client;

beforeAll(async () => {
  market = await startMarketOfCast();
  admin = await market.asStaff('admin');
});

afterAll(() => market.close());

const enter = async (username: string, password: string) => {
  const { body } = await signIn(market.http, username, password).expect(200);
  return market.clients.bearer(body.access_token);
};

/** A registrar may do nothing but change the password; afterwards the same session works. */
async function mustChangeFirst(id: string, client: Client, secret: string): Promise<void> {
  const seller = anotherSeller(4_950);
  const { body } = await client.post('/v1/sellers').send(seller).expect(403);
  expect(body).toMatchObject({ code: 'PASSWORD_CHANGE_NEEDED' });
  expect(body.messages.th).toContain(`POST /v1/staff/${id}/password`);
  expect(body.messages.en).toContain(`POST /v1/staff/${id}/password`);
  await client.get('/v1/sellers').expect(403);
  const me = await client.get('/v1/sessions/current').expect(200);
  expect(me.body).toMatchObject({ id, mustChangePassword: true, scopes: [] });
  const change = { currentPassword: secret, newPassword: ownPassword };
  await client.post(`/v1/staff/${id}/password`).send(change).expect(204);
  await client.get('/v1/sellers').expect(200);
}

describe('a password that somebody else gave', () => {
  it('has to be changed before anything else', async () => {
    const account = { username: 'newcomer', displayName: 'มาใหม่ ใจดี', role: 'registrar' };
    const { body: made } = await admin.post('/v1/staff').send(account).expect(201);
    const client = await enter(account.username, made.secret);
    await mustChangeFirst(made.id, client, made.secret);
    const { body: reset } = await admin.post(`/v1/staff/${made.id}/password-reset`).expect(200);
    await (await enter(account.username, reset.secret)).get('/v1/sellers').expect(403);
  });

  it('lets its holder sign out', async () => {
    const account = { username: 'leaver', displayName: 'ขอตัว ก่อน', role: 'viewer' };
    const { body: made } = await admin.post('/v1/staff').send(account).expect(201);
    await (await enter(account.username, made.secret)).delete('/v1/sessions/current').expect(204);
  });
});
