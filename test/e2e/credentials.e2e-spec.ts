import { setTimeout as sleep } from 'node:timers/promises';
import { newToken } from '../../src/access/tokens.service.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../setup/app.js';
import { newKey, newStaff, type Account } from '../setup/accounts.js';
import type { Client } from '../setup/clients.js';

jest.setTimeout(60_000);

describe('credentials', () => {
  let app: TestApp;
  let boss: Client;
  let someone: Account;

  beforeAll(async () => {
    app = await startApp();
    boss = await app.asStaff('admin');
    someone = await newStaff(app, 'viewer');
  });
  afterAll(() => app.close());

  const withHeader = (authorization: string) =>
    app.http.get('/v1/sessions/current').set('authorization', authorization);
  const spoil = (sql: string, ...params: string[]) =>
    app.database.transaction(() => app.database.run(sql, params));
  const past = '2020-01-01T00:00:00.000Z';

  it('that are unknown, expired, revoked, disabled or malformed are refused alike', async () => {
    const [revoked, expiredKey, expired, disabled] = await Promise.all([
      newKey(app, ['sellers:read']),
      newKey(app, ['sellers:read']),
      newStaff(app, 'viewer'),
      newStaff(app, 'viewer'),
    ]);
    await boss.post(`/v1/api-keys/${revoked.id}/revocation`).expect(200);
    await spoil('UPDATE access_key SET expiresAt = ? WHERE id = ?', past, expiredKey.id);
    await spoil('UPDATE staff_session SET expiresAt = ? WHERE staffId = ?', past, expired.id);
    await boss
      .patch(`/v1/staff/${disabled.id}`)
      .set('if-match', '"2"')
      .send({ status: 'disabled' })
      .expect(200);
    const right = `Bearer ${someone.token}`;
    const headers = [
      ...[revoked, expiredKey, expired, disabled].map(({ token }) => `Bearer ${token}`),
      ...[`Bearer ${newToken('key')}`, `Bearer ${newToken('session')}`],
      ...[right.slice(0, -1), `${right}x`, right.replace('Bearer', 'Basic'), `${right} x`, 'Bearer', 'x', ''],
      right.replace('_session_', '_key_'),
    ];
    for (const header of headers) {
      const { status, body, headers: answered } = await withHeader(header);
      expect({ header, status, code: body.code, asks: answered['www-authenticate'] }).toEqual({
        ...{ header, status: 401, code: 'UNAUTHENTICATED' },
        asks: expect.stringMatching(/^Bearer\b/),
      });
    }
  });

  it('are read whatever the case of the scheme', async () => {
    await withHeader(`bearer ${someone.token}`).expect(200);
  });

  it('never come in the address', async () => {
    const { token } = someone;
    await app.http.get(`/v1/sessions/current?api_key=${token}`).expect(401);
    await app.http.get(`/v1/sessions/current?access_token=${token}`).expect(401);
    await boss.get(`/v1/sessions/current?api_key=${token}`).expect(400);
  });

  it('with a wrong checksum cost no query', async () => {
    const queries = jest.spyOn(Database.prototype, 'all');
    const token = newToken('key');
    await withHeader(`Bearer ${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`).expect(401);
    const asked = queries.mock.calls.filter(([sql]) => /access_key|staff_session/.test(sql));
    queries.mockRestore();
    expect(asked).toEqual([]);
  });

  it('that were good a moment ago cost no query', async () => {
    const caller = await newKey(app, ['staff:manage']);
    await caller.client.get('/v1/staff').expect(200);
    const queries = jest.spyOn(Database.prototype, 'all');
    for (let i = 0; i < 20; i++) await caller.client.get('/v1/staff').expect(200);
    const asked = queries.mock.calls.filter(([sql]) => /FROM access_key/.test(sql));
    queries.mockRestore();
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it('are nowhere in the database', async () => {
    const [staff, key] = await Promise.all([newStaff(app, 'admin'), newKey(app, ['sellers:read'])]);
    const account = { username: 'leak.test', displayName: 'ทดสอบ', role: 'viewer' };
    const made = await boss.post('/v1/staff').set('idempotency-key', 'leak-1').send(account).expect(201);
    const tables = [
      'staff',
      'staff_session',
      'access_key',
      'audit_entry',
      'outbox_message',
      'idempotency_key',
    ];
    const rows = await Promise.all(tables.map((table) => app.database.all(`SELECT * FROM ${table}`)));
    const dump = JSON.stringify(rows);
    expect(dump).toContain(made.body.id);
    for (const secret of [made.body.secret, staff.token, key.token])
      expect(dump.includes(secret)).toBe(false);
  });

  it('that are revoked are refused from the first request after the answer', async () => {
    const caller = await newKey(app, ['sellers:read']);
    const call = async () => (await caller.client.get('/v1/sessions/current')).status;
    let revoked = false;
    const pump = async () => {
      const statuses: number[] = [];
      while (!revoked) statuses.push(await call());
      return statuses;
    };
    const pumps = Array.from({ length: 5 }, pump);
    await sleep(100);
    await boss.post(`/v1/api-keys/${caller.id}/revocation`).expect(200);
    const after = await Promise.all([call(), call(), call()]);
    revoked = true;
    expect((await Promise.all(pumps)).flat().filter((status) => status === 200).length).toBeGreaterThan(5);
    expect(after).toEqual([401, 401, 401]);
  });

  it('that are revoked here are refused by another copy of the service within a second', async () => {
    const copy = await startApp({ databaseUrl: app.databaseUrl });
    try {
      const caller = await newKey(app, ['sellers:read']);
      const there = () =>
        copy.http.get('/v1/sessions/current').set('authorization', `Bearer ${caller.token}`);
      await there().expect(200);
      await boss.post(`/v1/api-keys/${caller.id}/revocation`).expect(200);
      await sleep(1_010);
      await there().expect(401);
    } finally {
      await copy.close();
    }
  });

  it('leave the time of their last use', async () => {
    const caller = await newKey(app, ['sellers:read']);
    const lastUse = async () => (await boss.get(`/v1/api-keys/${caller.id}`).expect(200)).body.lastUsedAt;
    expect(await lastUse()).toBeNull();
    await caller.client.get('/v1/sessions/current').expect(200);
    for (let i = 0; i < 50 && (await lastUse()) === null; i++) await sleep(20);
    expect(Date.now() - Date.parse(await lastUse())).toBeLessThan(10_000);
  });

  it('of a new role count at once', async () => {
    const caller = await newStaff(app, 'viewer');
    await caller.client.get('/v1/staff').expect(403);
    await boss.patch(`/v1/staff/${caller.id}`).set('if-match', '"2"').send({ role: 'admin' }).expect(200);
    await caller.client.get('/v1/staff').expect(200);
    await boss.patch(`/v1/staff/${caller.id}`).set('if-match', '"3"').send({ role: 'viewer' }).expect(200);
    await caller.client.get('/v1/staff').expect(403);
  });
});
