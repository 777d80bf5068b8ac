import { startApp, type TestApp } from '../setup/app.js';
import { newKey, newStaff, signIn as askForToken } from '../setup/accounts.js';

const tokenPath = '/v1/sessions/token';

jest.setTimeout(60_000);

describe('sessions', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const ask = (form: Record<string, unknown>) => app.http.post(tokenPath).type('form').send(form);
  const signIn = (username: string, password: string) => askForToken(app.http, username, password);
  const current = (token: string) =>
    app.http.get('/v1/sessions/current').set('authorization', `Bearer ${token}`);

  describe('POST /v1/sessions/token', () => {
    it('gives a token to whoever knows the password, as RFC 6749 shapes it', async () => {
      const answer = await signIn('admin', app.adminPassword).expect(200);
      expect(answer.body).toEqual({
        access_token: expect.stringMatching(/^fsct_session_[0-9A-Za-z]{39}$/),
        token_type: 'Bearer',
        expires_in: 8 * 3600,
        scope: expect.stringContaining('staff:manage'),
      });
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'content-type': expect.stringMatching(/^application\/json/),
      });
    });

    it('ignores what OAuth clients send besides, and large letters', async () => {
      const form = { grant_type: 'password', username: ' Admin ', password: app.adminPassword };
      await ask({ ...form, scope: 'nothing', client_id: 'x', client_secret: 'y', audience: 'z' })
        .auth('client', 'secret')
        .expect(200);
    });

    it('answers alike for an unknown account, a wrong password and a disabled account', async () => {
      const { id } = await newStaff(app, 'viewer');
      const boss = await app.asStaff('admin');
      const { body: reset } = await boss.post(`/v1/staff/${id}/password-reset`).expect(200);
      await boss.patch(`/v1/staff/${id}`).set('if-match', '*').send({ status: 'disabled' }).expect(200);
      const refusals = await Promise.all([
        signIn('nobody', 'not the password'),
        signIn('admin', 'not the password'),
        signIn(reset.username, reset.secret),
      ]);
      const [first, ...others] = refusals.map(({ status, body, headers }) => ({
        ...{ status, type: headers['content-type'] },
        body: { ...body, instance: '' },
      }));
      expect(first).toMatchObject({
        status: 400,
        type: 'application/json; charset=utf-8',
        body: { error: 'invalid_grant', code: 'INVALID_GRANT' },
      });
      for (const other of others) expect(other).toEqual(first);
    });

    it.each([
      [{}, 'invalid_request'],
      [{ grant_type: 'password', username: 'admin' }, 'invalid_request'],
      [{ grant_type: 'password', username: ['admin', 'admin'], password: 'x' }, 'invalid_request'],
      [{ grant_type: 'refresh_token', username: 'admin', password: 'x' }, 'unsupported_grant_type'],
    ])('%j is %s', async (form, error) => {
      expect((await ask(form).expect(400)).body.error).toBe(error);
    });

    it('takes forms only', async () => {
      await app.http.post(tokenPath).send({ grant_type: 'password' }).expect(415);
    });

    it('says no to a hostile password without falling over', async () => {
      const { body } = await signIn('admin', `${app.adminPassword}\0${'x'.repeat(100_000)}`).expect(400);
      expect(body.error).toBe('invalid_grant');
    });
  });

  describe('GET /v1/sessions/current', () => {
    it('tells staff who they are and until when', async () => {
      const caller = await newStaff(app, 'moderator');
      const { body } = await caller.client.get('/v1/sessions/current').expect(200);
      expect(body).toMatchObject({ type: 'staff', id: caller.id, name: 'มานะ ร่มเย็น', role: 'moderator' });
      expect(body.scopes).toContain('moderation:write');
      expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(7.9 * 3_600_000);
    });

    it('tells a program the same of its key', async () => {
      const cooperativeIds = ['01JZ8Q4T9X2M6V5R3K7N1B0C8D'];
      const caller = await newKey(app, ['sellers:read'], cooperativeIds);
      const { body } = await caller.client.get('/v1/sessions/current').expect(200);
      expect(body).toMatchObject({
        type: 'key',
        id: caller.id,
        role: null,
        scopes: ['sellers:read'],
        cooperativeIds,
      });
    });
  });

  describe('DELETE /v1/sessions/current', () => {
    it('signs out at once', async () => {
      const { client: caller } = await newStaff(app, 'viewer');
      await caller.get('/v1/sessions/current').expect(200);
      await caller.delete('/v1/sessions/current').expect(204);
      await caller.get('/v1/sessions/current').expect(401);
    });

    it('is not for keys', async () => {
      const caller = await app.asKey(['sellers:read']);
      expect((await caller.delete('/v1/sessions/current').expect(409)).body.code).toBe('NOT_A_SESSION');
    });
  });

  describe('POST /v1/staff/{id}/password', () => {
    const chosen = 'แม่น้ำมูลไหลเรื่อยๆ';

    it('replaces the one-time password and ends the other sessions', async () => {
      const boss = await app.asStaff('admin');
      const account = { username: 'malee', displayName: 'มาลี ชื่นบาน', role: 'viewer' };
      const { body: made } = await boss.post('/v1/staff').send(account).expect(201);
      const [here, elsewhere] = await Promise.all([
        signIn('malee', made.secret),
        signIn('malee', made.secret),
      ]);
      const token = here.body.access_token;
      expect((await current(token).expect(200)).body.mustChangePassword).toBe(true);

      const body = { currentPassword: made.secret, newPassword: chosen };
      const change = app.http.post(`/v1/staff/${made.id}/password`).set('authorization', `Bearer ${token}`);
      await change.send(body).expect(204);

      expect((await current(token).expect(200)).body.mustChangePassword).toBe(false);
      await current(elsewhere.body.access_token).expect(401);
      await signIn('malee', made.secret).expect(400);
      await signIn('malee', chosen).expect(200);
    });

    it.each([
      ['somebody else’s account', 'other', 'right', chosen, 403, 'NOT_YOUR_ACCOUNT'],
      ['a wrong current password', 'own', 'wrong', chosen, 400, 'PASSWORD_WRONG'],
      ['a short new one', 'own', 'right', 'สั้นไป', 400, 'PASSWORD_TOO_SHORT'],
      ['the user name in it', 'own', 'right', 'thongdee thongdee 1', 400, 'PASSWORD_HOLDS_USERNAME'],
      ['the same again', 'own', 'right', 'right', 400, 'PASSWORD_UNCHANGED'],
    ])('refuses %s', async (_what, whose, given, wanted, status, code) => {
      const boss = await app.asStaff('admin');
      const username = 'thongdee';
      const account = { username, displayName: 'ทองดี ร่มเย็น', role: 'viewer' };
      await boss.post('/v1/staff').send(account);
      const somebodyElse = (await boss.get('/v1/sessions/current').expect(200)).body.id;
      const { items } = (await boss.get('/v1/staff?limit=200').expect(200)).body;
      const { id } = items.find((item: { username: string }) => item.username === username);
      const { secret } = (await boss.post(`/v1/staff/${id}/password-reset`).expect(200)).body;
      const token = (await signIn(username, secret).expect(200)).body.access_token;
      const answer = await app.http
        .post(`/v1/staff/${whose === 'own' ? id : somebodyElse}/password`)
        .set('authorization', `Bearer ${token}`)
        .send({
          currentPassword: given === 'right' ? secret : given,
          newPassword: wanted === 'right' ? secret : wanted,
        })
        .expect(status);
      expect(answer.body.errors?.[0]?.code ?? answer.body.code).toBe(code);
    });
  });
});
