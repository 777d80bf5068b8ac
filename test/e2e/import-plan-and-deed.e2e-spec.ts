import { JobWorker } from '../../src/platform/jobs/job-worker.service.js';
import { cooperatives } from '../factories/cast.js';
import { formFile } from '../factories/form-file.js';
import { nastyFile } from '../factories/nasty-file.js';
import type { TestApp } from '../setup/app.js';
import { clerk, type Clerk } from '../setup/clerk.js';
import type { Client } from '../setup/clients.js';
import { castMarket, rowsOf, storyOf } from '../setup/plans.js';

describe.each([1, 2, 3])('plan and deed of a nasty file (order %i)', (seed) => {
  it('agree in every outcome and username, over several chunks and over sellers known before', async () => {
    const market = await castMarket();
    try {
      const registrar = await market.asStaff('registrar');
      const desk = clerk(registrar);
      await desk.import(formFile(60), 'before.csv');
      const file = nastyFile(seed);
      const plan = await desk.plan(file, 'nasty.csv');
      const planned = storyOf(await rowsOf(registrar, plan.id));
      const again = await desk.plan(file, 'again.csv');
      expect(again.planHash).toBe(plan.planHash);
      const run = await desk.carryOut(plan);
      expect(run).toMatchObject({ changedSincePlan: 0, counts: plan.counts });
      for (const outcome of [
        'created',
        'updated',
        'unchanged',
        'duplicate',
        'needsReview',
        'rejected',
      ] as const)
        expect([outcome, run.counts[outcome] > 0]).toEqual([outcome, true]);
      expect(storyOf(await rowsOf(registrar, plan.id))).toEqual(planned);
    } finally {
      await market.close();
    }
  });
});

/** Somebody who takes the username that the first row of `formFile` would get. */
const namesake = {
  ...{ fullName: 'นายกานดา สกุลอื่น', phone: '0611111111', consent: true },
  cooperativeRegistrationNumber: cooperatives.yudeeKindee.registrationNumber,
  offerings: [{ category: 'other', description: 'ของใช้' }],
};

describe('while nobody works on it', () => {
  let market: TestApp;
  let registrar: Client;
  let desk: Clerk;
  let plan: Awaited<ReturnType<Clerk['plan']>>;
  const register = async () => (await market.asStaff('admin')).post('/v1/sellers').send(namesake).expect(201);
  const confirm = () =>
    registrar.post(`/v1/imports/${plan.id}/confirmation`).send({ planHash: plan.planHash });
  const first = async () => (await rowsOf(registrar, plan.id))[0]!;

  beforeEach(async () => {
    market = await castMarket();
    registrar = await market.asStaff('registrar');
    desk = clerk(registrar);
    plan = await desk.plan(formFile(12), 'form.csv');
    await market.get(JobWorker).stop(5_000);
  });
  afterEach(() => market.close());

  it('a row whose facts move after the confirmation says what was planned, and the import counts it', async () => {
    const { username } = await first();
    await confirm().expect(202);
    await register();
    market.get(JobWorker).start();
    const run = await desk.carryOut(plan);
    expect(run.changedSincePlan).toBe(1);
    const rows = await rowsOf(registrar, plan.id);
    expect(rows[0]).toMatchObject({ outcome: 'created', planned: { outcome: 'created', username } });
    expect(rows[0]!.username).not.toBe(username);
    expect(rows.slice(1).map(({ planned }) => planned)).toEqual(rows.slice(1).map(() => null));
  });

  it('a confirmed plan that has to be made again is answered 202 as long as that takes, then stands', async () => {
    await (
      await market.asStaff('admin')
    )
      .post('/v1/sellers')
      .send({ ...namesake, fullName: 'นายไม่เกี่ยวข้อง กับไฟล์นี้' })
      .expect(201);
    const { body } = await confirm().expect(202);
    expect(body).toMatchObject({
      ...{ status: 'planning', planHash: plan.planHash },
      confirmation: { planHash: plan.planHash, state: 'checking' },
    });
    const other = { planHash: '0'.repeat(64) };
    const path = `/v1/imports/${plan.id}/confirmation`;
    const refused = await registrar.post(path).send(other).expect(409);
    expect(refused.body).toMatchObject({ code: 'IMPORT_NOT_PLANNED', currentStatus: 'planning' });
    market.get(JobWorker).start();
    const run = await desk.carryOut(plan);
    expect(run).toMatchObject({ status: 'completed', changedSincePlan: 0, counts: plan.counts });
  });

  it('a confirmed plan that proves outdated waits for another confirmation', async () => {
    await register();
    await confirm().expect(202);
    market.get(JobWorker).start();
    const { body } = await confirm().expect(409);
    expect(body.code).toBe('PLAN_OUTDATED');
    const { body: now } = await registrar.get(`/v1/imports/${plan.id}`);
    expect(now).toMatchObject({ status: 'planned', confirmation: { state: 'outdated' } });
    expect(now.planHash).not.toBe(plan.planHash);
    expect((await desk.carryOut(now)).status).toBe('completed');
  });
});
