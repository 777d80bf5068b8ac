import { anotherSeller, cooperatives } from '../factories/cast.js';
import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

/** What one copy of the service remembers of a seller, another one may have changed. */
describe('reading a seller again', () => {
  let market: TestApp;
  let other: TestApp;
  let registrar: Client;
  let elsewhere: Client;
  let seller: { id: string; username: string };
  let cooperative: { id: string };

  beforeAll(async () => {
    market = await startApp();
    registrar = await market.asStaff('registrar');
    const admin = await market.asStaff('admin');
    cooperative = (await admin.post('/v1/cooperatives').send(cooperatives.khaokhiao).expect(201)).body;
    // Started last, so that it knows the cooperative: others hear of a new one within a second.
    other = await startApp({ databaseUrl: market.databaseUrl });
    elsewhere = await other.asKey(['sellers:write']);
    const person = anotherSeller(1, cooperatives.khaokhiao);
    seller = (await registrar.post('/v1/sellers').send(person).expect(201)).body;
  });

  afterAll(async () => {
    await other?.close();
    await market?.close();
  });

  const ways = (): [string, (body: { items: object[] } & object) => object][] => [
    [`/v1/sellers/${seller.id}`, (body) => body],
    [`/v1/sellers/by-username/${encodeURIComponent(seller.username)}`, (body) => body],
    ['/v1/sellers', ({ items }) => items[0]!],
  ];

  it('answers the same twice, with the version as ETag', async () => {
    for (const [path, found] of ways()) {
      const [first, second] = [await registrar.get(path).expect(200), await registrar.get(path).expect(200)];
      expect(second.body).toEqual(first.body);
      expect(found(second.body)).toMatchObject({ id: seller.id, version: 1, phone: '0890000001' });
      expect(second.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(second.headers['etag']).toBe(path === '/v1/sellers' ? undefined : '"1"');
    }
  });

  it('shows at once what another copy changed', async () => {
    const changed = elsewhere.patch(`/v1/sellers/${seller.id}`).set('If-Match', '"1"');
    await changed.send({ phone: '0890009999' }).expect(200);
    for (const [path, found] of ways()) {
      const { body } = await registrar.get(path).expect(200);
      expect(found(body)).toMatchObject({ version: 2, phone: '0890009999' });
    }
  });

  it('keeps what is shown to some from others', async () => {
    const viewer = await market.asStaff('viewer');
    const stranger = await market.asKey(['sellers:read'], { cooperativeIds: ['01J00000000000000000000000'] });
    for (const [path, found] of ways()) {
      const { body } = await viewer.get(path).expect(200);
      expect(found(body)).toMatchObject({ phone: '08x-xxx-9999' });
      expect(found((await registrar.get(path).expect(200)).body)).toMatchObject({ phone: '0890009999' });
    }
    await stranger.get(`/v1/sellers/${seller.id}`).expect(404);
    expect((await stranger.get('/v1/sellers').expect(200)).body.items).toEqual([]);
  });

  it('shows the cooperative as the directory has it now', async () => {
    const admin = await market.asStaff('admin');
    const { headers } = await admin.get(`/v1/cooperatives/${cooperative.id}`).expect(200);
    const change = admin.patch(`/v1/cooperatives/${cooperative.id}`).set('If-Match', headers['etag']!);
    await change.send({ shortName: 'เขาเขียวใหม่' }).expect(200);
    for (const [path, found] of ways()) {
      const { body } = await registrar.get(path).expect(200);
      expect(found(body)).toMatchObject({ cooperative: { shortName: 'เขาเขียวใหม่' } });
    }
  });
});
