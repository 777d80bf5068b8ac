import { Journal } from '../../src/journal/journal.service.js';
import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

jest.setTimeout(60_000);

const day = 24 * 3_600_000;

describe('API keys', () => {
  let app: TestApp;
  let boss: Client;

  beforeAll(async () => {
    app = await startApp();
    boss = await app.asStaff('admin');
  });
  afterAll(() => app.close());

  const form = { name: 'ฟอร์มรับสมัคร', owner: 'ฝ่ายไอที', scopes: ['form-responses:write'] };
  const make = async (body: object = form) => (await boss.post('/v1/api-keys').send(body).expect(201)).body;
  const whoIs = (secret: string) => app.clients.bearer(secret).get('/v1/sessions/current');

  it('are made for a year and shown once', async () => {
    const { body, headers } = await boss.post('/v1/api-keys').send(form).expect(201);
    const { secret, ...key } = body;
    expect(secret).toMatch(/^fsct_key_[0-9A-Za-z]{39}$/);
    expect(key).toMatchObject({
      ...form,
      ...{
        prefix: secret.slice(0, 17),
        status: 'active',
        cooperativeIds: null,
        lastUsedAt: null,
        version: 1,
      },
    });
    expect(Date.parse(key.expiresAt) - Date.parse(key.createdAt)).toBe(365 * day);
    expect(headers).toMatchObject({ location: `/v1/api-keys/${key.id}`, etag: '"1"' });
    expect((await boss.get(`/v1/api-keys/${key.id}`).expect(200)).body).toEqual(key);
  });

  it('are not shown again to a repeated request', async () => {
    const post = () => boss.post('/v1/api-keys').set('idempotency-key', 'once').send(form);
    const made = (await post().expect(201)).body;
    expect((await post().expect(201)).body).toEqual({ ...made, secret: null });
  });

  it('are listed newest first, page by page', async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.unshift((await make()).id);
    const first = (await boss.get('/v1/api-keys?limit=2').expect(200)).body;
    const second = (await boss.get(`/v1/api-keys?limit=2&cursor=${first.nextCursor}`).expect(200)).body;
    const listed = [...first.items, ...second.items];
    expect(listed.slice(0, 3).map(({ id }) => id)).toEqual(ids);
    for (const key of listed) expect(Object.keys(key)).not.toContain('secret');
  });

  it.each([
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['everything'] }, '/scopes/0'],
    [{ scopes: 'admin' }, '/scopes'],
    [{ scopes: ['sellers:read', 'sellers:read'] }, '/scopes'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    [{ expiresAt: '2999-01-01T00:00:00Z' }, '/expiresAt'],
    [{ expiresAt: 'tomorrow' }, '/expiresAt'],
    [{ cooperativeIds: [] }, '/cooperativeIds'],
    [{ cooperativeIds: ['x'] }, '/cooperativeIds/0'],
    [{ scopes: ['staff:manage'], cooperativeIds: ['01JZ8Q4T9X2M6V5R3K7N1B0C8D'] }, '/cooperativeIds'],
    [{ keyHash: 'x' }, '/keyHash'],
    [{ lastUsedAt: null }, '/lastUsedAt'],
  ])('refuse %j', async (wrong, pointer) => {
    const answer = await boss
      .post('/v1/api-keys')
      .send({ ...form, ...wrong })
      .expect(400);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it('rotate with overlap: both are good, then only the new one', async () => {
    const old = await make({ ...form, expiresAt: new Date(Date.now() + 90 * day).toISOString() });
    const rotation = boss.post(`/v1/api-keys/${old.id}/rotation`).send({ overlapHours: 2 });
    const { body, headers } = await rotation.expect(201);
    expect(headers.location).toBe(`/v1/api-keys/${body.id}`);
    expect(body).toMatchObject({ ...form, rotatedFrom: old.id, status: 'active' });
    expect(body.previous).toMatchObject({ id: old.id, status: 'active', version: 2 });
    expect(Date.parse(body.previous.expiresAt) - Date.parse(body.createdAt)).toBe(2 * 3_600_000);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(89 * day);
    expect((await whoIs(old.secret).expect(200)).body.id).toBe(old.id);
    expect((await whoIs(body.secret).expect(200)).body.id).toBe(body.id);
  });

  it('rotate without overlap at once', async () => {
    const old = await make();
    await whoIs(old.secret).expect(200);
    await boss.post(`/v1/api-keys/${old.id}/rotation`).send({ overlapHours: 0 }).expect(201);
    await whoIs(old.secret).expect(401);
  });

  it('have one successor at most, and none once they have ended', async () => {
    const old = await make();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => boss.post(`/v1/api-keys/${old.id}/rotation`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const codes = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(new Set(codes)).toEqual(new Set(['API_KEY_ALREADY_ROTATED']));

    const ended = await make();
    await boss.post(`/v1/api-keys/${ended.id}/revocation`).expect(200);
    const refusal = await boss.post(`/v1/api-keys/${ended.id}/rotation`).expect(409);
    expect(refusal.body.code).toBe('API_KEY_NOT_ACTIVE');
  });

  it('are revoked once, however often it is said', async () => {
    const key = await make();
    const revoke = () => boss.post(`/v1/api-keys/${key.id}/revocation`);
    const first = (await revoke().expect(200)).body;
    expect(first).toMatchObject({ status: 'revoked', version: 2, revokedAt: expect.any(String) });
    expect((await revoke().expect(200)).body).toEqual(first);
    await revoke().set('if-match', '"1"').expect(412);
    const entries = await app.database.all(
      "SELECT id FROM audit_entry WHERE action = 'api_key.revoked' AND subjectId = ?",
      [key.id],
    );
    expect(entries).toHaveLength(1);
  });

  it('tell in the audit chain what was done with them', async () => {
    const key = await make();
    await boss.post(`/v1/api-keys/${key.id}/rotation`).expect(201);
    await boss.post(`/v1/api-keys/${key.id}/revocation`).expect(200);
    const entries = await app.database.all<{ action: string; actorType: string }>(
      "SELECT action, actorType FROM audit_entry WHERE subjectType = 'api_key' AND subjectId = ? ORDER BY seq",
      [key.id],
    );
    expect(entries).toEqual(
      ['api_key.created', 'api_key.rotated', 'api_key.revoked'].map((action) => ({
        action,
        actorType: 'staff',
      })),
    );
    expect(await app.get(Journal).verify()).toMatchObject({ intact: true });
  });

  it('that never were answer 404', async () => {
    const stranger = '/v1/api-keys/01JZ8Q4T9X2M6V5R3K7N1B0C8D';
    await boss.get(stranger).expect(404);
    await boss.post(`${stranger}/rotation`).expect(404);
    await boss.post(`${stranger}/revocation`).expect(404);
  });
});
