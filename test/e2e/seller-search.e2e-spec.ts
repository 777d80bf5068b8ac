import { anotherSeller, cooperatives } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let registrar: Client;
let viewer: Client;

beforeAll(async () => {
  market = await startMarketOfCast({
    settings: { REQUESTS_PER_MINUTE: '100000', OPENCHAT_URL: 'https://line.example/market' },
  });
  registrar = await market.asStaff('registrar');
  viewer = await market.asStaff('viewer');
});

afterAll(() => market.close());

const register = (body: object) => registrar.post('/v1/sellers').send(body);
let people = 1_000;
const somebody = () => anotherSeller(people++);

describe('finding sellers', () => {
  let seller: { id: string; username: string };

  beforeAll(async () => {
    const person = { ...anotherSeller(7_000, cooperatives.khaokhiao), firstName: 'ค้นหา', lastName: 'ง่ายดาย' };
    seller = (await register({ ...person, email: 'find.me@example.com', lineId: 'FindMe' }).expect(201)).body;
  });

  it('by id and by username, however the username is typed', async () => {
    await viewer.get(`/v1/sellers/${seller.id}`).expect(200);
    for (const typed of [seller.username, ` ${seller.username.toLowerCase()}\u200b`]) {
      const { body } = await viewer.get(`/v1/sellers/by-username/${encodeURIComponent(typed)}`).expect(200);
      expect(body.id).toBe(seller.id);
    }
    await viewer.get('/v1/sellers/by-username/nobody').expect(404);
    await viewer.get('/v1/sellers/01J00000000000000000000000').expect(404);
  });

  it('shows personal details only with the scope for them', async () => {
    const masked = await viewer.get(`/v1/sellers/${seller.id}`).expect(200);
    expect(masked.body).toMatchObject({ phone: '08x-xxx-7000', email: 'f***@example.com', lineId: 'f***e' });
    const open = await registrar.get(`/v1/sellers/${seller.id}`).expect(200);
    expect(open.body).toMatchObject({ phone: '0890007000', email: 'find.me@example.com', lineId: 'findme' });
  });

  it.each([
    [{ query: 'ค้น' }],
    [{ query: 'ง่ายดาย' }],
    [{ query: 'w0777ค้นหา' }],
    [{ query: '089-000-7000' }],
    [{ regionCode: 'W' }],
    [{ username: 'W0777ค้นหาสอ.เขาเขียว' }],
  ])('by filter %j', async (query) => {
    const { body } = await registrar.get('/v1/sellers').query(query).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(seller.id);
  });

  it('does not find a telephone number for callers who may not see it', async () => {
    const { body } = await viewer.get('/v1/sellers').query({ query: '0890007000' }).expect(200);
    expect(body.items).toEqual([]);
  });

  it('pages through everybody once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await viewer
        .get('/v1/sellers')
        .query({ limit: 37, cursor, status: 'active' })
        .expect(200);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    const [{ many }] = (await market.database.all<{ many: number }>(
      "SELECT COUNT(*) AS many FROM seller WHERE status = 'active'",
    )) as [{ many: number }];
    expect(seen.length).toBe(Number(many));
  });

  it('keeps a key limited to a cooperative away from the others', async () => {
    const { cooperative } = (await registrar.get(`/v1/sellers/${seller.id}`)).body;
    const own = await market.asKey(['sellers:read', 'sellers:write'], { cooperativeIds: [cooperative.id] });
    await own.get(`/v1/sellers/${seller.id}`).expect(200);
    const { body } = await own.get('/v1/sellers?limit=200').expect(200);
    expect(new Set(body.items.map((item: { cooperative: { id: string } }) => item.cooperative.id))).toEqual(
      new Set([cooperative.id]),
    );
    const { body: other } = await register(somebody()).expect(201);
    await own.get(`/v1/sellers/${other.id}`).expect(404);
    await own.get(`/v1/sellers/by-username/${encodeURIComponent(other.username)}`).expect(404);
    await own.post('/v1/sellers').send(somebody()).expect(400);
  });
});
