import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { formPusher, type Item, type Pusher } from '../setup/form-pusher.js';
import { cooperatives } from '../factories/cast.js';
import { momentOf, response } from '../factories/form-response.js';

describe('a pushed answer that waits for a person', () => {
  let market: TestApp;
  let registrar: Client;
  let push: Pusher;
  beforeAll(async () => {
    market = await startMarketOfCast();
    registrar = await market.asStaff('registrar');
    push = formPusher(await market.asKey(['form-responses:write']));
  });
  afterAll(() => market.close());

  const runOf = async ({ importId }: Item) =>
    (await registrar.get(`/v1/imports/${importId}`).expect(200)).body;
  const rowsOf = async ({ importId }: Item) =>
    (await registrar.get(`/v1/imports/${importId}/rows`).query({ limit: 200 }).expect(200)).body.items;
  const resolve = (item: Item, choice: object) =>
    registrar.post(`/v1/imports/${item.importId}/rows/${item.row}/resolution`).send(choice).expect(200);

  const unclear = (n: number) => response(n, { cooperative: 'สหกรณ์ออมทรัพย์อยู่ดีกินดีดี จำกัด', number: '' });

  it('is decided like a row of a file, and known again afterwards', async () => {
    const [item] = await push([unclear(20)]);
    expect(item).toMatchObject({ outcome: 'needs_review', sellerId: null });
    const { body: decided } = await resolve(item!, { action: 'choose', candidate: 1, learn: false });
    expect(decided.outcome).toBe('created');
    const [again] = await push([unclear(20)]);
    expect(again).toMatchObject({ outcome: 'unchanged', sellerId: decided.sellerId, row: item!.row });
    expect((await runOf(item!)).counts.needsReview).toBe(await waiting(item!));
  });

  it('is settled by what a person said of the same name before', async () => {
    const named = (n: number) => response(n, { cooperative: 'สหกรณ์ที่เรียกกันเอง', number: '' });
    const [item] = await push([named(24)]);
    const { body } = await registrar.get('/v1/cooperatives').query({ limit: 1 });
    await resolve(item!, { action: 'choose', cooperativeId: body.items[0].id });
    const [next] = await push([named(25)]);
    expect(next).toMatchObject({ outcome: 'created', issues: [{ code: 'COOPERATIVE_REMEMBERED' }] });
  });

  it('waits once, however often it comes', async () => {
    const [first] = await push([unclear(21)]);
    const before = await runOf(first!);
    const [again] = await push([unclear(21)]);
    expect(again).toMatchObject({ outcome: 'needs_review', importId: first!.importId, row: first!.row });
    expect((await runOf(first!)).counts).toEqual(before.counts);
  });

  it('goes on by itself once the directory knows more', async () => {
    const [first] = await push([
      response(22, { cooperative: 'สหกรณ์ออมทรัพย์น้ำใสไหลเย็น จำกัด', number: '107777' }),
    ]);
    expect(first).toMatchObject({ outcome: 'needs_review' });
    const admin = await market.asStaff('admin');
    const joined = { ...cooperatives.bangkaew, registrationNumber: '107777' };
    const names = { fullName: 'สหกรณ์ออมทรัพย์น้ำใสไหลเย็น จำกัด', shortName: 'น้ำใสไหลเย็น' };
    await admin
      .post('/v1/cooperatives')
      .send({ ...joined, ...names })
      .expect(201);
    const [again] = await push([
      response(22, { cooperative: 'สหกรณ์ออมทรัพย์น้ำใสไหลเย็น จำกัด', number: '107777' }),
    ]);
    expect(again).toMatchObject({ outcome: 'created', importId: first!.importId, row: first!.row });
    expect(again!.username).toContain('น้ำใสไหลเย็น');
  });

  it('gives way to its edited answer', async () => {
    const [first] = await push([unclear(23)]);
    const [edited] = await push([response(23, {}, { submittedAt: momentOf(60) })]);
    expect(edited).toMatchObject({ outcome: 'created' });
    const rows = await rowsOf(first!);
    const old = rows.find(({ row }: { row: number }) => row === first!.row);
    expect(old).toMatchObject({ outcome: 'skipped', reason: 'judged_again', cells: null });
    const [late] = await push([unclear(23)]);
    expect(late).toMatchObject({ outcome: 'unchanged', sellerId: edited!.sellerId });
    const { counts } = await runOf(first!);
    expect(counts.processed).toBe(counts.total);
    expect(counts.needsReview).toBe(await waiting(first!));
  });

  const waiting = async (item: Item) =>
    (await rowsOf(item)).filter(({ outcome }: { outcome: string }) => outcome === 'needs_review').length;
});
