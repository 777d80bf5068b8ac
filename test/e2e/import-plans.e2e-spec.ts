import { readFileSync } from 'node:fs';
import { PlanRemains } from '../../src/imports/plan/plan-remains.service.js';
import type { TestApp } from '../setup/app.js';
import { clerk, type Clerk } from '../setup/clerk.js';
import type { Client } from '../setup/clients.js';
import { contents, leftovers, rowsOf, storyOf } from '../setup/plans.js';
import { expireAll } from '../setup/expiry.js';
import { startSampleMarket } from '../setup/sample-market.js';

const sample = readFileSync('sample/form-responses.csv');

async function actionsSince(market: TestApp, seq: number): Promise<string[]> {
  const rows = await market.database.all<{ action: string }>(
    'SELECT action FROM audit_entry WHERE seq > ? ORDER BY seq',
    [seq],
  );
  return rows.map(({ action }) => action);
}

async function head(market: TestApp): Promise<number> {
  const [row] = await market.database.all<{ seq: number }>('SELECT seq FROM audit_head');
  return Number(row!.seq);
}

describe('a plan', () => {
  let market: TestApp;
  let registrar: Client;
  let desk: Clerk;

  beforeEach(async () => {
    market = await startSampleMarket();
    registrar = await market.asStaff('registrar');
    desk = clerk(registrar);
  });
  afterEach(() => market.close());

  it('tells of each row what would happen and the username it would give, and changes nothing', async () => {
    const [before, seq] = [await contents(market), await head(market)];
    const plan = await desk.plan(sample, 'form.csv');
    expect(plan.counts).toMatchObject({ total: 41, created: 27, needsReview: 6, rejected: 6, processed: 41 });
    expect(plan.planHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await contents(market)).toEqual(before);
    expect(await actionsSince(market, seq)).toEqual(['import.queued', 'import.planned']);

    const rows = await rowsOf(registrar, plan.id);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 41 }, (_, n) => n + 1));
    for (const { outcome, username, sellerId } of rows.filter((row) => row.outcome === 'created'))
      expect({ outcome, sellerId, named: /สอ\./.test(username!) }).toEqual({
        ...{ outcome: 'created', sellerId: null, named: true },
      });
    const updated = rows.find(({ outcome }) => outcome === 'updated')!;
    expect(rows[updated.sellerOfRow! - 1]!.outcome).toBe('created');
    const waiting = rows.find(({ outcome }) => outcome === 'needs_review')!;
    const path = `/v1/imports/${plan.id}/rows/${waiting.row}/resolution`;
    const { body } = await registrar.post(path).send({ action: 'skip' }).expect(409);
    expect(body.code).toBe('IMPORT_NOT_CONFIRMED');
  });

  it('happens once it is confirmed, exactly as planned, and nothing of it is left over', async () => {
    const plan = await desk.plan(sample, 'form.csv');
    const planned = storyOf(await rowsOf(registrar, plan.id));
    const rejected = () => registrar.get(`/v1/imports/${plan.id}/rejected.csv`).expect(200);
    const before = (await rejected()).text;
    expect(before).toContain('CONSENT_');
    const { status, counts, ...run } = await desk.carryOut(plan);
    expect({ status, counts }).toEqual({ status: 'completed', counts: plan.counts });
    expect(run).toMatchObject({
      ...{ changedSincePlan: 0, planHash: plan.planHash },
      confirmation: { planHash: plan.planHash, state: 'accepted' },
    });
    expect(storyOf(await rowsOf(registrar, plan.id))).toEqual(planned);
    expect((await rejected()).text).toBe(before);
    expect(await leftovers(market)).toBe(0);
  });

  it('is confirmed by one of two at once, and both get the same answer', async () => {
    const plan = await desk.plan(sample, 'form.csv');
    const confirm = () =>
      registrar.post(`/v1/imports/${plan.id}/confirmation`).send({ planHash: plan.planHash });
    const answers = await Promise.all([confirm(), confirm(), confirm()]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const jobs = await market.database.all("SELECT id FROM job WHERE kind = 'import'");
    expect(jobs).toHaveLength(1);
    expect((await desk.carryOut(plan)).counts.created).toBe(27);
  });

  it('answers a confirmation repeated under its Idempotency-Key as the first time', async () => {
    const plan = await desk.plan(sample, 'form.csv');
    const confirm = () =>
      registrar
        .post(`/v1/imports/${plan.id}/confirmation`)
        .set('Idempotency-Key', 'go')
        .send({ planHash: plan.planHash })
        .expect(202);
    const first = await confirm();
    await desk.carryOut(plan);
    expect((await confirm()).body).toEqual(first.body);
    expect(first.headers['location']).toBe(`/v1/imports/${plan.id}`);
  });

  it('refuses a wrong hash with the right one, and a state in which nothing waits for confirmation', async () => {
    const plan = await desk.plan(sample, 'form.csv');
    const path = `/v1/imports/${plan.id}/confirmation`;
    const wrong = await registrar
      .post(path)
      .send({ planHash: '0'.repeat(64) })
      .expect(409);
    expect(wrong.body).toMatchObject({
      ...{ code: 'PLAN_OUTDATED', planHash: plan.planHash, counts: plan.counts },
      rows: `/v1/imports/${plan.id}/rows`,
    });
    await registrar.post(path).send({ planHash: 'abc' }).expect(400);
    await (await market.asStaff('viewer')).post(path).send({ planHash: plan.planHash }).expect(403);
    const done = await desk.import(sample, 'at-once.csv');
    const { body } = await registrar
      .post(`/v1/imports/${done.id}/confirmation`)
      .send({ planHash: plan.planHash })
      .expect(409);
    expect(body).toMatchObject({ code: 'IMPORT_NOT_PLANNED', currentStatus: 'completed' });
    expect(body.detail).toMatch(/completed/);
  });

  it('stands when what moved did not concern it', async () => {
    const plan = await desk.plan(sample, 'form.csv');
    const admin = await market.asStaff('admin');
    const { body } = await admin.get('/v1/cooperatives').query({ limit: 1 });
    const seller = {
      ...{ fullName: 'นายไม่เกี่ยวข้อง กับไฟล์นี้', cooperativeId: body.items[0].id, phone: '0611111111' },
      ...{ offerings: [{ category: 'other', description: 'ของใช้' }], consent: true },
    };
    await admin.post('/v1/sellers').send(seller).expect(201);
    const run = await desk.carryOut(plan);
    expect(run).toMatchObject({ status: 'completed', changedSincePlan: 0, counts: plan.counts });
    const replanned = await market.database.all(
      "SELECT id FROM audit_entry WHERE action = 'import.replanned'",
    );
    expect(replanned).toHaveLength(1);
  });

  it('is outdated once the facts moved: 409 with the new plan, in both languages', async () => {
    const [first, second] = [await desk.plan(sample, 'one.csv'), await desk.plan(sample, 'two.csv')];
    expect(second.counts).toEqual(first.counts);
    await desk.carryOut(first);
    const path = `/v1/imports/${second.id}/confirmation`;
    const { body } = await registrar.post(path).send({ planHash: second.planHash }).expect(409);
    expect(body.code).toBe('PLAN_OUTDATED');
    expect(body.detail).toMatch(/[ก-๙]/);
    expect(body.counts).toMatchObject({ created: 0, updated: 0, needsReview: 6, rejected: 6 });
    expect(body.planHash).not.toBe(second.planHash);
    const english = await registrar
      .post(path)
      .set('Accept-Language', 'en')
      .send({ planHash: second.planHash });
    expect(english.body.detail).toMatch(/facts may have moved/);

    const { body: now } = await registrar.get(`/v1/imports/${second.id}`);
    expect(now).toMatchObject({
      ...{ status: 'planned', planHash: body.planHash },
      confirmation: { planHash: second.planHash, state: 'outdated' },
    });
    const rows = await rowsOf(registrar, second.id);
    expect(rows.filter(({ outcome }) => outcome === 'unchanged').length).toBeGreaterThan(20);
    const done = await desk.carryOut(now);
    expect(done).toMatchObject({ status: 'completed', changedSincePlan: 0, counts: body.counts });
  });

  it('is outdated by another plan of the same file that was confirmed a moment ago and has not begun', async () => {
    const [first, second] = [await desk.plan(sample, 'form.csv'), await desk.plan(sample, 'form.csv')];
    const answers = await Promise.all(
      [first, second].map(({ id, planHash }) =>
        registrar
          .post(`/v1/imports/${id}/confirmation`)
          .send({ planHash })
          .then((answer) => answer),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      ...{ code: 'PLAN_OUTDATED', counts: { created: 0 } },
    });
  });

  it('expires with its original when nobody confirms it, and says so', async () => {
    const plan = await desk.plan(sample, 'form.csv');
    const remains = market.get(PlanRemains);
    const inTransaction = (work: () => Promise<number>) => market.database.transaction(work);
    expect(await inTransaction(() => remains.expireSome('2999-01-01T00:00:00.000Z'))).toBe(1);
    // Its original is too old with it, whenever it was uploaded.
    await expireAll(market);
    while ((await inTransaction(() => remains.sweepSome())) > 0);
    const { body } = await registrar.get(`/v1/imports/${plan.id}`);
    expect(body).toMatchObject({ status: 'expired', failure: { code: 'PLAN_EXPIRED' } });
    expect(body.failure.message.th).toContain('อัปโหลดไฟล์อีกครั้ง');
    expect(await market.database.all('SELECT position FROM import_file_chunk')).toEqual([]);
    expect(await leftovers(market)).toBe(0);
    const path = `/v1/imports/${plan.id}/confirmation`;
    const refused = await registrar.post(path).send({ planHash: plan.planHash }).expect(409);
    expect(refused.body).toMatchObject({ code: 'IMPORT_NOT_PLANNED', currentStatus: 'expired' });
  });
});
