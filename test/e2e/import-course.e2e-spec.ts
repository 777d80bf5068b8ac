import { setTimeout as sleep } from 'node:timers/promises';
import { ImportFollowers } from '../../src/imports/progress/import-followers.service.js';
import { formFile } from '../factories/form-file.js';
import { startApp, type TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import { clerk, type Clerk } from '../setup/clerk.js';
import type { Client } from '../setup/clients.js';
import { EventReader } from '../setup/event-reader.js';

const file = formFile(4_000);

describe('an import on its way', () => {
  let market: TestApp;
  let admin: Client;
  let registrar: Client;
  let desk: Clerk;

  beforeEach(async () => {
    market = await startMarketOfCast({ settings: { MAX_EVENT_STREAMS: '12' } });
    admin = await market.asStaff('admin');
    registrar = await market.asStaff('registrar');
    desk = clerk(registrar);
  });
  afterEach(() => market.close());

  const begin = async (by = registrar, autoConfirm = 'true') => {
    const upload = by.post('/v1/imports').field('autoConfirm', autoConfirm);
    return (await upload.attach('file', file, 'คำตอบ.csv').expect(202)).body.id as string;
  };
  const read = async (id: string) => (await registrar.get(`/v1/imports/${id}`).expect(200)).body;
  const until = async (id: string, reached: (run: Awaited<ReturnType<typeof read>>) => boolean) => {
    for (let tries = 0; tries < 3_000; tries++) {
      const run = await read(id);
      if (reached(run)) return run;
      await sleep(10);
    }
    throw new Error('it does not come so far');
  };
  const someDone = (id: string) =>
    until(id, ({ status, counts }) => status === 'running' && counts.processed > 0);
  const follow = (id: string, token: string, headers = {}) =>
    EventReader.open(`${market.url}/v1/imports/${id}/events`, token, headers);
  const keyFor = async (scopes: string[]) => {
    const body = { name: 'จอแสดงผล', owner: 'ฝ่ายทดสอบ', scopes };
    return (await admin.post('/v1/api-keys').send(body).expect(201)).body as { id: string; secret: string };
  };
  const listeners = () => market.get(ImportFollowers).count;

  it('tells how far it is, how fast, when it ends and who began it', async () => {
    const id = await begin();
    const run = await until(id, ({ progress }) => progress.rowsPerSecond !== null);
    expect(run.progress).toMatchObject({ processed: run.counts.processed, total: 4_000 });
    expect(run.progress.rowsPerSecond).toBeGreaterThan(0);
    expect(Date.parse(run.progress.estimatedEndAt)).toBeGreaterThan(Date.parse(run.startedAt));
    expect(run).toMatchObject({
      createdByName: expect.stringMatching(/\S/),
      expiresAt: null,
      expired: false,
    });

    const done = await until(id, ({ status }) => status === 'completed');
    const nothing = { rowsPerSecond: null, estimatedEndAt: null };
    expect(done.progress).toEqual({ processed: 4_000, total: 4_000, ...nothing });
    expect(Date.parse(done.expiresAt) - Date.parse(done.finishedAt)).toBe(30 * 86_400_000);

    const key = await market.asKey(['imports:write', 'imports:read']);
    const other = await desk.import(Buffer.from(formFile(3)), 'b.csv');
    const mine = await clerk(key).import(formFile(2), 'c.csv');
    const ask = async (query: object) =>
      (await registrar.get('/v1/imports').query(query).expect(200)).body as {
        items: { id: string; createdByName: string; createdBy: string; progress: unknown }[];
        nextCursor: string | null;
      };
    const all = await ask({});
    expect(all.items.map((item) => item.id)).toEqual([mine.id, other.id, id]);
    expect(all.items[0]!.createdByName).toMatch(/^โปรแกรมที่/);
    expect(all.items[0]!.createdBy).toMatch(/^key:/);
    const first = await ask({ kind: 'file', status: 'completed', limit: 2 });
    expect(first.items.map((item) => item.id)).toEqual([mine.id, other.id]);
    const second = await ask({ kind: 'file', status: 'completed', limit: 2, cursor: first.nextCursor });
    expect(second.items.map((item) => item.id)).toEqual([id]);
    expect((await ask({ kind: 'push' })).items).toEqual([]);
    expect((await ask({ status: 'running' })).items).toEqual([]);
  });

  it('is followed by server-sent events until it is done', async () => {
    const { secret } = await keyFor(['imports:read']);
    const id = await begin();
    const reader = await follow(id, secret);
    expect(reader.answer.statusCode).toBe(200);
    expect(reader.answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    await reader.until(() => reader.ended);
    expect(reader.text).toMatch(/^retry: 3000\n\n/);
    expect(reader.last!.event).toBe('done');
    expect(reader.last!.data).toMatchObject({
      status: 'completed',
      counts: { processed: 4_000, waiting: 0 },
    });
    const before = reader.events.slice(0, -1);
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(({ event }) => event === 'progress')).toBe(true);
    const steps = reader.events.map(({ data }) => data.progress.processed);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(listeners()).toBe(0);

    const again = await follow(id, secret, { 'last-event-id': 'whatever' });
    await again.until(() => again.ended);
    expect(again.events.map(({ event }) => event)).toEqual(['done']);
  });

  it('is followed while another copy of the service does the work', async () => {
    const other = await startMarketOfCastCopy(market);
    try {
      const { secret } = await keyFor(['imports:read']);
      const id = await begin();
      const reader = await EventReader.open(`${other.url}/v1/imports/${id}/events`, secret);
      await reader.until(() => reader.ended);
      expect(reader.last).toMatchObject({ event: 'done', data: { status: 'completed' } });
      expect(reader.events.length).toBeGreaterThan(1);
    } finally {
      await other.close();
    }
  });

  it('lets go of those who leave, whose key is revoked, and of all when the service stops', async () => {
    const plan = await desk.plan(formFile(5), 'plan.csv');
    const [one, two] = [await keyFor(['imports:read']), await keyFor(['imports:read'])];
    const readers = [await follow(plan.id, one.secret), await follow(plan.id, one.secret)];
    const revoked = await follow(plan.id, two.secret);
    await revoked.until(() => revoked.last?.data.status === 'planned');
    expect(listeners()).toBe(3);
    readers[0]!.leave();
    await revoked.until(() => listeners() === 2);

    await admin.post(`/v1/api-keys/${two.id}/revocation`).send({}).expect(200);
    await revoked.until(() => revoked.ended, 10_000);
    expect(listeners()).toBe(1);
    expect(readers[1]!.ended).toBe(false);

    const closing = performance.now();
    await market.app.close();
    expect(performance.now() - closing).toBeLessThan(5_000);
    await readers[1]!.until(() => readers[1]!.ended, 2_000);
    expect(listeners()).toBe(0);
  });

  it('has room for so many at once, and for ten of each caller', async () => {
    const plan = await desk.plan(formFile(5), 'plan.csv');
    const [one, two] = [await keyFor(['imports:read']), await keyFor(['imports:read'])];
    const readers: EventReader[] = [];
    for (let n = 0; n < 10; n++) readers.push(await follow(plan.id, one.secret));
    const path = `/v1/imports/${plan.id}/events`;
    const { body, headers } = await market.clients.bearer(one.secret).get(path).expect(429);
    expect(body).toMatchObject({ code: 'EVENT_STREAMS_OPEN' });
    expect(headers['retry-after']).toBe('30');
    for (let n = 0; n < 2; n++) readers.push(await follow(plan.id, two.secret));
    const full = await market.clients.bearer(two.secret).get(path).expect(503);
    expect(full.body.code).toBe('EVENT_STREAMS_FULL');
    for (const reader of readers) reader.leave();
    await readers[0]!.until(() => listeners() === 0);
    (await follow(plan.id, one.secret)).leave();
  });

  it('is not shown to those who may not read imports', async () => {
    const plan = await desk.plan(formFile(5), 'plan.csv');
    const other = await market.asKey(['sellers:read']);
    await other.get(`/v1/imports/${plan.id}/events`).expect(403);
    await other.post(`/v1/imports/${plan.id}/cancellation`).expect(403);
    await market.http.get(`/v1/imports/${plan.id}/events`).expect(401);
    await registrar.get('/v1/imports/01JD3Z8Q7M5V2B9K4N6P8R0T1W/events').expect(404);
    await registrar.post('/v1/imports/01JD3Z8Q7M5V2B9K4N6P8R0T1W/cancellation').expect(404);
  });

  it('stops between chunks when it is cancelled; the same file goes on where it was', async () => {
    const id = await begin();
    await someDone(id);
    const path = `/v1/imports/${id}/cancellation`;
    const { body } = await registrar.post(path).send({ reason: 'เลือกไฟล์ผิด' }).expect(200);
    expect(body).toMatchObject({ status: 'cancelled', cancellation: { reason: 'เลือกไฟล์ผิด' } });
    expect(body.cancellation).toMatchObject({ by: body.createdBy, byName: body.createdByName });
    expect(body.cancellation.at).toBe(body.finishedAt);
    expect(body.counts.processed % 250).toBe(0);
    expect(body.counts.processed + body.counts.waiting).toBe(4_000);
    expect(body.progress).toMatchObject({ rowsPerSecond: null, estimatedEndAt: null });

    await sleep(1_500);
    const again = await registrar.post(path).send({ reason: 'อีกครั้ง' }).expect(200);
    expect(again.body).toEqual(body);
    const [rows] = await market.database.all<{ n: number }>(
      'SELECT COUNT(*) AS n FROM import_row WHERE importId = ?',
      [id],
    );
    expect(Number(rows!.n)).toBe(body.counts.processed);
    const entries = await market.database.all<{ actorType: string }>(
      "SELECT actorType FROM audit_entry WHERE action = 'import.cancelled'",
    );
    expect(entries).toEqual([{ actorType: 'staff' }]);

    const rest = await desk.import(file, 'คำตอบ.csv');
    const whole = rest.counts.created + body.counts.created;
    expect(rest.counts).toMatchObject({ processed: 4_000, waiting: 0 });
    expect(rest.counts.unchanged).toBeGreaterThan(0);
    const [sellers] = await market.database.all<{ n: number }>('SELECT COUNT(*) AS n FROM seller');
    expect(Number(sellers!.n)).toBe(whole);
  });

  it('is cancelled at once while it waits or is planned, and never once it is over', async () => {
    const plan = await desk.plan(formFile(30), 'plan.csv');
    const planned = await registrar.post(`/v1/imports/${plan.id}/cancellation`).expect(200);
    expect(planned.body).toMatchObject({
      status: 'cancelled',
      counts: { total: 30, processed: 0, waiting: 30 },
    });
    const { planHash } = plan;
    await registrar.post(`/v1/imports/${plan.id}/confirmation`).send({ planHash }).expect(409);

    const planning = await begin(registrar, 'false');
    const { body } = await registrar.post(`/v1/imports/${planning}/cancellation`).expect(200);
    expect(body).toMatchObject({ status: 'cancelled', counts: { processed: 0, waiting: 4_000 } });

    const done = await desk.import(formFile(30), 'done.csv');
    const late = await registrar.post(`/v1/imports/${done.id}/cancellation`).expect(409);
    expect(late.body).toMatchObject({ code: 'IMPORT_OVER', currentStatus: 'completed' });
    expect(late.body.detail).toContain('เสร็จแล้ว');
  });
});

async function startMarketOfCastCopy({ databaseUrl }: TestApp): Promise<TestApp> {
  return startApp({ databaseUrl, settings: { WORKER: 'false' } });
}
