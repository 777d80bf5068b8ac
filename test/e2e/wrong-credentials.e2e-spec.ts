import { setTimeout as sleep } from 'node:timers/promises';
import { newToken } from '../../src/access/tokens.service.js';
import { Journal } from '../../src/journal/journal.service.js';
import { newKey } from '../setup/accounts.js';
import { startApp, type TestApp } from '../setup/app.js';

const everywhere = '198.51.100.';

jest.setTimeout(60_000);

describe('wrong credentials', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await startApp({ http: { trustProxy: '127.0.0.1', limits: false } });
  });
  afterEach(() => app.close());

  const signIn = (address: string, password: string, username = 'admin') =>
    app.http
      .post('/v1/sessions/token')
      .set('x-forwarded-for', address)
      .type('form')
      .send({ grant_type: 'password', username, password });
  const call = (address: string, token: string) =>
    app.http
      .get('/v1/sessions/current')
      .set('x-forwarded-for', address)
      .set('authorization', `Bearer ${token}`);
  const times = async <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> => {
    const results: T[] = [];
    for (let i = 0; i < n; i++) results.push(await work(i));
    return results;
  };
  const audited = (action: string) =>
    app.database.all<{ subjectId: string; payload: string; actorId: string }>(
      'SELECT subjectId, payload, actorId FROM audit_entry WHERE action = ?',
      [action],
    );

  it('200 passwords from one address do not lock the owner out elsewhere', async () => {
    const statuses = (await times(200, () => signIn('203.0.113.7', 'guess'))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(195);
    await signIn('203.0.113.8', app.adminPassword).expect(200);
    await signIn('203.0.113.7', app.adminPassword).expect(429);
  });

  it('say how long to wait, in both languages', async () => {
    await times(5, () => signIn('203.0.113.7', 'guess'));
    const { headers, body } = await signIn('203.0.113.7', 'guess').expect(429);
    expect(Number(headers['retry-after'])).toBe(60);
    expect(body).toMatchObject({ code: 'TOO_MANY_WRONG_TRIES', error: 'temporarily_unavailable' });
    expect(body.messages.th).toContain('60');
  });

  it('in parallel are no way around the limit', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn('203.0.113.7', 'guess')));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
  });

  it('a right password sets the count back', async () => {
    for (let round = 0; round < 3; round++) {
      await times(4, () => signIn('203.0.113.7', 'guess').expect(400));
      await signIn('203.0.113.7', app.adminPassword).expect(200);
    }
  });

  it('over many accounts from one address are slowed, but not others beside it', async () => {
    const statuses = await times(
      60,
      async (i) => (await signIn('2001:db8:1:2::1', 'guess', `nobody${i}`)).status,
    );
    expect(statuses.filter((status) => status === 400)).toHaveLength(30);
    await signIn('2001:db8:1:2:ffff::9', app.adminPassword).expect(429);
    await signIn('2001:db8:1:3::1', app.adminPassword).expect(200);
  });

  it('from all over the world are slowed for strangers, not where the owner usually is', async () => {
    await signIn('203.0.113.8', app.adminPassword).expect(200);
    const statuses = await times(60, async (i) => (await signIn(`${everywhere}${i}`, 'guess')).status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(50);
    await signIn('203.0.113.8', app.adminPassword).expect(200);
  });

  it('keys are slowed while a good key beside them is not', async () => {
    const good = await newKey(app, ['sellers:read']);
    const statuses = await times(200, async () => (await call('203.0.113.7', newToken('key'))).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(100);
    expect(statuses.filter((status) => status === 429)).toHaveLength(100);
    await call('203.0.113.7', good.token).expect(200);
    await call('203.0.113.9', newToken('key')).expect(401);
  });

  it('of a known key are counted for the key from wherever they come', async () => {
    const good = await newKey(app, ['sellers:read']);
    const revoked = await newKey(app, ['sellers:read']);
    const boss = await app.asStaff('admin');
    await boss.post(`/v1/api-keys/${revoked.id}/revocation`).expect(200);
    const statuses = await times(110, async (i) => (await call(`${everywhere}${i}`, revoked.token)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    await call(`${everywhere}1`, good.token).expect(200);
  });

  it('are all audited, without names or addresses, and a flood of them is no flood of entries', async () => {
    await times(200, () => signIn('203.0.113.7', 'guess', 'admin'));
    await times(50, () => signIn('203.0.113.7', 'guess', 'somebody-unknown'));
    await times(50, () => call('203.0.113.7', newToken('key')));
    for (let i = 0; i < 100 && (await audited('api_key.refused')).length === 0; i++) await sleep(20);
    const sessions = await audited('session.refused');
    expect(sessions).toHaveLength(2);
    expect(await audited('api_key.refused')).toHaveLength(1);
    const dump = JSON.stringify(await app.database.all('SELECT * FROM audit_entry'));
    for (const personal of ['203.0.113.7', 'somebody-unknown', 'guess']) expect(dump).not.toContain(personal);
    expect(await app.get(Journal).verify()).toMatchObject({ intact: true });
  });

  it('that gathered are written down before the service stops', async () => {
    const { databaseUrl } = app;
    const copy = await startApp({ databaseUrl, http: { limits: false } });
    const guess = { grant_type: 'password', username: 'nobody', password: 'guess' };
    await times(4, () => copy.http.post('/v1/sessions/token').type('form').send(guess).expect(400));
    await copy.close();
    const tries = (await audited('session.refused')).map(
      ({ payload }) => JSON.parse(payload).tries as number,
    );
    expect(tries).toEqual([1, 3]);
  });
});
