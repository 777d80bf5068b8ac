import BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { startApp, type TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import { clerk, type Clerk } from '../setup/clerk.js';
import type { Client } from '../setup/clients.js';
import { formPusher, type Item, type Pusher } from '../setup/form-pusher.js';
import { onServer } from '../setup/test-database.js';
import { exportOf, momentOf, response } from '../factories/form-response.js';

const outcomes = (items: readonly Item[]) => items.map(({ outcome }) => outcome);
const fifty = Array.from({ length: 50 }, (_, n) => response(n));

async function manySellers(market: TestApp): Promise<number> {
  return Number((await market.database.one<{ many: number }>('SELECT COUNT(*) AS many FROM seller'))!.many);
}

describe('push and file of one form', () => {
  let market: TestApp;
  let desk: Clerk;
  let push: Pusher;

  beforeEach(async () => {
    market = await startMarketOfCast();
    desk = clerk(await market.asStaff('registrar'));
    push = formPusher(await market.asKey(['form-responses:write']));
  });
  afterEach(() => market.close());

  it('know each other when the file comes after', async () => {
    expect(new Set(outcomes(await push(fifty)))).toEqual(new Set(['created']));
    const run = await desk.import(exportOf(fifty), 'export.csv');
    expect(run.counts).toMatchObject({ total: 50, unchanged: 50 });
    const { body } = await (await market.asStaff('registrar')).get(`/v1/imports/${run.id}/rows`);
    expect(new Set(body.items.map(({ reason }: Item) => reason))).toEqual(new Set(['same_content']));
    expect(await manySellers(market)).toBe(50);
  });

  it('know each other when the push comes after, and edits then count', async () => {
    const run = await desk.import(exportOf(fifty), 'export.csv');
    expect(run.counts).toMatchObject({ total: 50, created: 50 });
    const items = await push(fifty);
    expect(new Set(items.map(({ reason }) => reason))).toEqual(new Set(['same_content']));
    expect(items[7]).toMatchObject({ importId: run.id, row: 8 });
    expect(items[7]!.username).toMatch(/^A1650/);
    // The response id is known from now on, so a new telephone number is still the same answer.
    const [edited] = await push([response(7, { phone: '0877777777' }, { submittedAt: momentOf(99) })]);
    expect(edited).toMatchObject({ outcome: 'updated', sellerId: items[7]!.sellerId });
    const old = await desk.import(exportOf(fifty), 'again.csv');
    expect(old.counts).toMatchObject({ unchanged: 50 });
    expect(await manySellers(market)).toBe(50);
  });

  it('make each seller once when they come at the same time', async () => {
    const [run, ...answers] = await Promise.all([
      desk.import(exportOf(fifty), 'export.csv'),
      ...Array.from({ length: 5 }, (_, i) => push(fifty.slice(i * 10, i * 10 + 10))),
    ]);
    const all = answers.flat();
    expect(new Set(outcomes(all)).size).toBeLessThanOrEqual(2);
    const created = all.filter(({ outcome }) => outcome === 'created').length;
    expect(run.counts.created + created).toBe(50);
    expect(run.counts.unchanged + all.filter(({ outcome }) => outcome === 'unchanged').length).toBe(50);
    expect(await manySellers(market)).toBe(50);
  });
});

describe('pushes at the same time', () => {
  let market: TestApp;
  let copy: TestApp;
  let pushers: Pusher[];
  let registrar: Client;

  beforeAll(async () => {
    market = await startMarketOfCast();
    copy = await startApp({ databaseUrl: market.databaseUrl, firstAdmin: false });
    registrar = await market.asStaff('registrar');
    const admin = await market.asStaff('admin');
    const wanted = { name: 'สคริปต์', owner: 'ฝ่ายทดสอบ', scopes: ['form-responses:write'] };
    const { body } = await admin.post('/v1/api-keys').send(wanted).expect(201);
    pushers = [market, copy].map(({ clients }) => formPusher(clients.bearer(body.secret)));
  });
  afterAll(async () => {
    await copy.close();
    await market.close();
  });

  it('never share a row number nor lose a count, on two copies of the service', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        pushers[i % 2]!(Array.from({ length: 1 + (i % 3) }, (_, j) => response(i * 3 + j))),
      ),
    );
    const items = answers.flat();
    expect(new Set(outcomes(items))).toEqual(new Set(['created']));
    const places = items.map(({ importId, row }) => `${importId}/${row}`);
    expect(new Set(places).size).toBe(items.length);
    expect(new Set(items.map(({ importId }) => importId)).size).toBe(1);
    expect(items.map(({ row }) => row!).sort((a, b) => a - b)).toEqual(items.map((_, i) => i + 1));
    const { body: run } = await registrar.get(`/v1/imports/${items[0]!.importId}`).expect(200);
    expect(run.counts).toMatchObject({ total: items.length, created: items.length, waiting: 0 });
    expect(await manySellers(market)).toBe(items.length);
  });

  it('make one seller of one response sent by all at once', async () => {
    const before = await manySellers(market);
    const sent = Array.from({ length: 16 }, (_, i) => pushers[i % 2]!([response(500)]));
    const items = (await Promise.all(sent)).flat();
    expect(outcomes(items).filter((outcome) => outcome === 'created')).toHaveLength(1);
    expect(outcomes(items).filter((outcome) => outcome === 'unchanged')).toHaveLength(15);
    expect(new Set(items.map(({ sellerId }) => sellerId)).size).toBe(1);
    expect(await manySellers(market)).toBe(before + 1);
    const admin = await market.asStaff('admin');
    expect((await admin.get('/v1/audit-entries/verification').expect(200)).body.intact).toBe(true);
  });
});

describe('a database in trouble', () => {
  it('answers 503 with Retry-After, keeps nothing by halves, and takes the answer afterwards', async () => {
    const market = await startMarketOfCast({ settings: { DATABASE_TIMEOUT_MS: '500' } });
    try {
      const key = await market.asKey(['form-responses:write']);
      const push = formPusher(key);
      const [known] = await push([response(0)]);
      const letGo = await takeWrites(market);
      const sent = { formId: '1FAIpQLSd_register-sellers', responses: [response(1), response(2)] };
      const refused = await key.post('/v1/form-responses').send(sent);
      expect([refused.status, refused.body.status]).toEqual([503, 503]);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      await letGo();
      expect(await manySellers(market)).toBe(1);
      const items = await push(sent.responses);
      expect(items.map(({ row, outcome }) => [row, outcome])).toEqual([
        [2, 'created'],
        [3, 'created'],
      ]);
      expect(items[0]!.importId).toBe(known!.importId);
    } finally {
      await market.close();
    }
  });

  /** Keeps everybody from writing rows until it is let go. */
  async function takeWrites({ databaseUrl }: TestApp): Promise<() => Promise<void>> {
    if (!onServer) {
      const handle = new BetterSqlite3(databaseUrl.slice('sqlite:'.length));
      handle.exec('BEGIN IMMEDIATE');
      return async () => void handle.close();
    }
    const connection = await createConnection(databaseUrl);
    await connection.query('LOCK TABLES import_row WRITE');
    return () => connection.end();
  }
});
