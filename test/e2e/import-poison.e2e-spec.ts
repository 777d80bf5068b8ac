import { cooperatives } from '../factories/cast.js';
import { response } from '../factories/form-response.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import { clerk, type Clerk } from '../setup/clerk.js';
import type { Client } from '../setup/clients.js';
import { formPusher } from '../setup/form-pusher.js';
import { refuseFirstName, takePoisonAway } from '../setup/poison.js';
import { rowsOf } from '../setup/plans.js';

const header = 'ชื่อ-นามสกุล (พร้อมคำนำหน้า),ชื่อสหกรณ์,เบอร์โทรศัพท์,ยินยอมให้เก็บข้อมูล';
const cooperative = cooperatives.yudeeKindee.fullName;
const line = (name: string, n: number) => `${name},${cooperative},08${String(70_000_000 + n)},ยินยอม`;
const letters = [...'กขคฆงจฉชซญดตถทธนบปผพภมยรลวสหอฮ'];

/** So many people, of whom those at `bad` cannot be stored. */
const fileOf = (rows: number, bad: readonly number[]) =>
  Buffer.from(
    [
      header,
      ...Array.from({ length: rows }, (_, i) => {
        const name = `นายส${letters[i % 30]}${letters[Math.floor(i / 30)]}า`;
        return line(bad.includes(i + 1) ? `นายพิษภัย ร้าย${letters[i % 30]}า` : `${name} ใจดี`, i);
      }),
    ].join('\n'),
  );

describe('a row that cannot be processed', () => {
  let market: TestApp;
  let registrar: Client;
  let desk: Clerk;

  beforeEach(async () => {
    market = await startMarketOfCast();
    registrar = await market.asStaff('registrar');
    desk = clerk(registrar);
    await refuseFirstName(market, 'พิษภัย');
  });
  afterEach(() => market.close());

  const bad = [1, 40, 41, 299, 300];

  it('is rejected alone and told with a request id; the others go on, and the next upload judges it anew', async () => {
    const file = fileOf(300, bad);
    const run = await desk.import(file, 'form.csv');
    expect(run).toMatchObject({ status: 'completed', counts: { total: 300, created: 295, rejected: 5 } });
    const rows = await rowsOf(registrar, run.id);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    const rejected = rows.filter(({ outcome }) => outcome === 'rejected') as unknown as {
      row: number;
      issues: { code: string; message: { th: string; en: string } }[];
    }[];
    expect(rejected.map(({ row }) => row)).toEqual(bad);
    for (const { issues } of rejected) {
      expect(issues.map(({ code }) => code)).toEqual(['ROW_FAILED']);
      expect(issues[0]!.message.en).toMatch(/request id job-[0-9A-Z]{26}\.$/);
      expect(issues[0]!.message.th).toMatch(/แจ้งผู้ดูแลระบบพร้อมรหัส job-/);
    }
    const { text } = await registrar.get(`/v1/imports/${run.id}/rejected.csv`).expect(200);
    expect(text.match(/พิษภัย/g)).toHaveLength(5);

    await takePoisonAway(market);
    const again = await desk.import(file, 'form.csv');
    expect(again.counts).toMatchObject({ total: 300, created: 5, unchanged: 295, rejected: 0 });
  });

  it('is rejected in a plan as it is in the deed', async () => {
    const plan = await desk.plan(fileOf(60, []), 'form.csv');
    const done = await desk.carryOut(plan);
    expect(done).toMatchObject({ status: 'completed', changedSincePlan: 0, counts: { created: 60 } });
    const late = await desk.plan(fileOf(70, [65]), 'form.csv');
    const deed = await desk.carryOut(late);
    expect(deed).toMatchObject({ status: 'completed', changedSincePlan: 1 });
    expect(deed.counts).toMatchObject({ unchanged: 60, created: 9, rejected: 1, waiting: 0 });
  });

  it('pushed with others is rejected alone, and judged anew where it stands when it comes again', async () => {
    const key = await market.asKey(['form-responses:write']);
    const push = formPusher(key);
    const [good, worse, fine] = [response(0), response(1), response(2)];
    worse.answers[0]!.answer = 'นายพิษภัย ร้ายกาจ';
    const items = await push([good, worse, fine]);
    expect(items.map(({ outcome }) => outcome)).toEqual(['created', 'rejected', 'created']);
    expect(items[1]).toMatchObject({ row: 2, issues: [{ code: 'ROW_FAILED' }] });
    const [still] = await push([worse]);
    expect(still).toMatchObject({ outcome: 'rejected', row: 2, importId: items[1]!.importId });

    await takePoisonAway(market);
    const [now] = await push([worse]);
    expect(now).toMatchObject({ outcome: 'created', row: 2, importId: items[1]!.importId });
    const { body } = await registrar.get(`/v1/imports/${items[0]!.importId}`).expect(200);
    expect(body.counts).toMatchObject({ total: 3, created: 3, rejected: 0, processed: 3 });
  });
});
