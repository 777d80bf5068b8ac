import { FirstAdmin } from '../../src/access/first-admin.service.js';
import { Journal } from '../../src/journal/journal.service.js';
import { newKey, newStaff, signIn } from '../setup/accounts.js';
import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

jest.setTimeout(60_000);

describe('staff', () => {
  let app: TestApp;
  let boss: Client;
  let bossId: string;

  beforeEach(async () => {
    app = await startApp();
    boss = await app.asStaff('admin');
    bossId = (await boss.get('/v1/sessions/current').expect(200)).body.id;
  });
  afterEach(() => app.close());

  const somchai = { username: 'Somchai.J', displayName: 'สมชาย ใจดี', role: 'registrar' };
  const change = (id: string, body: object, version = '*', client = boss) =>
    client.patch(`/v1/staff/${id}`).set('if-match', version).send(body);
  const actions = async () =>
    (await app.database.all<{ action: string }>('SELECT action FROM audit_entry ORDER BY seq')).map(
      (e) => e.action,
    );

  it('are created with a one-time password, read, listed and changed', async () => {
    const { body, headers } = await boss.post('/v1/staff').send(somchai).expect(201);
    const { secret, ...account } = body;
    expect(account).toMatchObject({ ...somchai, status: 'active', mustChangePassword: true, version: 1 });
    expect(headers).toMatchObject({ location: `/v1/staff/${account.id}`, etag: '"1"' });
    await signIn(app.http, 'somchai.j', secret).expect(200);
    expect((await boss.get(`/v1/staff/${account.id}`).expect(200)).body).toEqual(account);

    const changed = await change(account.id, { role: 'moderator', displayName: 'สมชาย' }, '"1"').expect(200);
    expect(changed.body).toMatchObject({ role: 'moderator', displayName: 'สมชาย', version: 2 });
    expect(changed.headers.etag).toBe('"2"');

    const first = (await boss.get('/v1/staff?limit=1').expect(200)).body;
    expect(first.items.map(({ username }: { username: string }) => username)).toEqual(['admin']);
    const second = (await boss.get(`/v1/staff?limit=1&cursor=${first.nextCursor}`).expect(200)).body;
    expect(second).toEqual({ items: [changed.body], nextCursor: null });
    expect((await boss.get('/v1/staff?role=moderator').expect(200)).body.items).toEqual([changed.body]);
    expect((await boss.get('/v1/staff?status=disabled').expect(200)).body.items).toEqual([]);
    expect(await actions()).toEqual(
      expect.arrayContaining(['staff.created', 'session.opened', 'staff.changed']),
    );
    expect(await app.get(Journal).verify()).toMatchObject({ intact: true });
  });

  it('have user names of their own, whatever the case', async () => {
    await boss.post('/v1/staff').send(somchai).expect(201);
    const again = await boss
      .post('/v1/staff')
      .send({ ...somchai, username: 'somchai.j' })
      .expect(409);
    expect(again.body.code).toBe('USERNAME_TAKEN');
  });

  it('are made once however often a request is repeated, and the secret is shown once', async () => {
    const post = () => boss.post('/v1/staff').set('idempotency-key', 'one').send(somchai);
    const made = await post().expect(201);
    const again = await post().expect(201);
    expect(again.body).toEqual({ ...made.body, secret: null });
  });

  it.each([
    [{ ...somchai, username: 'สมชาย' }, '/username'],
    [{ ...somchai, username: 'ab' }, '/username'],
    [{ ...somchai, displayName: '' }, '/displayName'],
    [{ ...somchai, role: 'owner' }, '/role'],
    [{ ...somchai, role: ['admin'] }, '/role'],
    [{ ...somchai, id: 'x' }, '/id'],
    [{ ...somchai, passwordHash: 'x' }, '/passwordHash'],
    [{ ...somchai, status: 'active' }, '/status'],
    [{ ...somchai, version: 9 }, '/version'],
  ])('refuse %j', async (body, pointer) => {
    const answer = await boss.post('/v1/staff').send(body).expect(400);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it('are changed only by who has seen the newest version', async () => {
    const { id } = (await boss.post('/v1/staff').send(somchai).expect(201)).body;
    await boss.patch(`/v1/staff/${id}`).send({ role: 'viewer' }).expect(428);
    await change(id, { role: 'viewer' }, '"7"').expect(412);
    await change(id, { role: null }).expect(400);
    await change(id, { username: 'x.y.z' }).expect(400);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => change(id, { displayName: `ชื่อที่ ${i}` }, '"1"')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
  });

  it('never lose their last admin', async () => {
    for (const body of [{ role: 'viewer' }, { status: 'disabled' }])
      expect((await change(bossId, body).expect(409)).body.code).toBe('LAST_ADMIN');
    const others = await Promise.all([1, 2, 3].map(() => newStaff(app, 'admin')));
    const demotions = [bossId, ...others.map(({ id }) => id)].map((id) => change(id, { role: 'viewer' }));
    const statuses = (await Promise.all(demotions)).map(({ status }) => status);
    const admins = await app.database.all("SELECT id FROM staff WHERE role = 'admin' AND status = 'active'");
    expect(admins).toHaveLength(statuses.filter((status) => status !== 200).length);
    expect(admins.length).toBeGreaterThanOrEqual(1);
  });

  it('that are disabled are signed out, and enabling does not bring old sessions back', async () => {
    const { id, client } = await newStaff(app, 'viewer');
    await client.get('/v1/sessions/current').expect(200);
    await change(id, { status: 'disabled' }).expect(200);
    await client.get('/v1/sessions/current').expect(401);
    await change(id, { status: 'active' }).expect(200);
    await client.get('/v1/sessions/current').expect(401);
  });

  it('that forgot their password get a one-time one', async () => {
    const { id, client } = await newStaff(app, 'viewer');
    const { body } = await boss.post(`/v1/staff/${id}/password-reset`).expect(200);
    await client.get('/v1/sessions/current').expect(401);
    await signIn(app.http, body.username, body.secret).expect(200);
  });

  it('are out of reach of whoever holds less than they do', async () => {
    const { client } = await newKey(app, ['staff:manage', 'sellers:read']);
    const admin = await newStaff(app, 'admin');
    const forbidden = [
      client.post('/v1/staff').send(somchai),
      client.post('/v1/staff').send({ ...somchai, role: 'admin' }),
      change(admin.id, { role: 'viewer' }, '*', client),
      change(admin.id, { status: 'disabled' }, '*', client),
      client.post(`/v1/staff/${admin.id}/password-reset`),
      client.post('/v1/api-keys').send({ name: 'x', owner: 'y', scopes: ['sellers:write'] }),
      client.post('/v1/api-keys').send({ name: 'x', owner: 'y', scopes: ['sellers:read', 'admin'] }),
    ];
    for (const answer of await Promise.all(forbidden))
      expect(answer).toMatchObject({ status: 403, body: { code: 'GRANT_BEYOND_OWN' } });
    await client
      .post('/v1/api-keys')
      .send({ name: 'x', owner: 'y', scopes: ['sellers:read'] })
      .expect(201);
  });

  it('that never were answer 404', async () => {
    const stranger = '/v1/staff/01JZ8Q4T9X2M6V5R3K7N1B0C8D';
    await boss.get(stranger).expect(404);
    await change(stranger.split('/').at(-1)!, { role: 'viewer' }).expect(404);
    await boss.post(`${stranger}/password-reset`).expect(404);
  });
});

describe('the first admin', () => {
  it('is made once, however many copies start on one empty database, and shown once', async () => {
    const app = await startApp({ settings: { ADMIN_PASSWORD: '' }, firstAdmin: false });
    const copy = await startApp({
      settings: { ADMIN_PASSWORD: '' },
      databaseUrl: app.databaseUrl,
      firstAdmin: false,
    });
    try {
      const made = await Promise.all([app, copy, app, copy].map((one) => one.get(FirstAdmin).ensure()));
      const [account, ...more] = made.filter((one) => one !== undefined);
      expect(more).toEqual([]);
      expect(account).toEqual({
        username: 'admin',
        password: expect.stringMatching(/^[0-9a-z]{5}(-[0-9a-z]{5}){3}$/),
      });
      const { body } = await signIn(copy.http, 'admin', account!.password!).expect(200);
      const me = await app.clients.bearer(body.access_token).get('/v1/sessions/current').expect(200);
      expect(me.body).toMatchObject({ role: 'admin', mustChangePassword: true });
      expect(await copy.get(FirstAdmin).ensure()).toBeUndefined();
    } finally {
      await copy.close();
      await app.close();
    }
  });
});
