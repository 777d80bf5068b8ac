import { TextsRepository } from '../../src/moderation/texts/texts.repository.js';
import { asSystem } from '../../src/platform/request-context.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, doTasks, violation } from '../setup/decision-stage.js';
import { report } from '../setup/moderation-stage.js';

let market: TestApp;
let moderator: Client;

beforeAll(async () => {
  market = await startMarketOfCast();
  moderator = await market.asStaff('moderator');
});

afterAll(() => market.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const erase = (now: string) =>
  asSystem('test', () =>
    market.database.transaction(() => market.get(TextsRepository).eraseExpired(now, 500)),
  );
const textOf = async (id: string) =>
  (await moderator.get(`/v1/moderation/reports/${id}`).expect(200)).body.text;

describe('The words of a matter', () => {
  it('are erased in their time once it has ended, and the facts stay', async () => {
    const author = { authorUsername: 'ผู้โพสต์ซ้ำ' };
    const original = await report(moderator, { ...author, text: 'ข้อความเดิม' });
    const copy = await report(moderator, { ...author, text: 'ข้อความเดิม (อีกครั้ง)', note: 'ซ้ำ' });
    await moderator
      .post(`/v1/moderation/cases/${copy.caseId}/duplicate`)
      .send({ of: original.caseId })
      .expect(200);
    expect(await erase(inDays(89))).toBe(0);
    expect(await erase(inDays(91))).toBe(2);
    expect(await textOf(copy.id)).toEqual({ text: null, masked: false, erased: true });
    const { body } = await moderator.get(`/v1/moderation/reports/${copy.id}`).expect(200);
    expect(body.textHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await textOf(original.id)).text).toBe('ข้อความเดิม');
  });

  it.each([
    ['violation', 'off_topic', 730],
    ['violation', 'politics', 395],
    ['dismissed', undefined, 90],
  ])('are kept after a decision as long as it needs: %s %s', async (outcome, ruleCode, days) => {
    const filed = await report(moderator, {
      authorUsername: `ตัดสินแล้ว ${days}`,
      text: `หลักฐาน ${days}`,
      note: 'บันทึก',
    });
    const { body } = await decide(moderator, filed.caseId, { outcome, ruleCode, reason: 'เหตุผล' }).expect(
      200,
    );
    const kept = await market.database.all<{ retainUntil: string | null }>(
      `SELECT retainUntil FROM moderation_text WHERE id IN (SELECT textId FROM moderation_report WHERE caseId = ?
         UNION SELECT noteTextId FROM moderation_report WHERE caseId = ?
         UNION SELECT reasonTextId FROM moderation_decision WHERE caseId = ?)`,
      [filed.caseId, filed.caseId, filed.caseId],
    );
    const until = new Date(Date.parse(body.decision.decidedAt) + days * 86_400_000).toISOString();
    expect(kept.map(({ retainUntil }) => retainUntil)).toEqual([until, until, until]);
  });

  it('are hidden once a moderator found them grave, though screening had not', async () => {
    const { id, caseId } = await report(moderator, { authorUsername: 'คนสุภาพ', text: 'ฟ้าสีทองผ่องอำไพ' });
    await decide(moderator, caseId, violation('politics')).expect(200);
    const viewer = await market.asStaff('viewer');
    const { body } = await viewer.get(`/v1/moderation/reports/${id}`).expect(200);
    expect(body.text).toMatchObject({ masked: true });
    const { body: matter } = await viewer.get(`/v1/moderation/cases/${caseId}`).expect(200);
    expect(JSON.stringify(matter)).not.toContain('ฟ้าสีทอง');
    expect((await textOf(id)).text).toBe('ฟ้าสีทองผ่องอำไพ');
  });

  it('have their time too where they prove a task or asked for a reinstatement in vain', async () => {
    const { caseId } = await report(moderator, { authorUsername: 'มีหลักฐาน', text: 'ข้อความที่มีหลักฐาน' });
    const { body: made } = await decide(moderator, caseId, violation('nation')).expect(200);
    await doTasks(moderator, made.taskIds);
    const path = `/v1/moderation/subjects/${made.decision.subjectId}/reinstatement`;
    const { body: proposal } = await moderator.post(path).send({ reason: 'ขอรับกลับ' }).expect(201);
    const open = () =>
      market.database.all("SELECT kind FROM moderation_text WHERE kind <> 'message' AND retainUntil IS NULL");
    expect(await open()).toEqual([{ kind: 'reason' }]);
    await moderator.post(`/v1/moderation/proposals/${proposal.id}/withdrawal`).send({}).expect(200);
    expect(await open()).toEqual([]);
  });

  it('stay while nobody has decided, whatever their date says', async () => {
    const { id } = await report(moderator, { authorUsername: 'ยังไม่ตัดสิน', text: 'ยังต้องใช้', note: 'ด้วย' });
    await market.database.transaction(async () => {
      await market.database.run('UPDATE moderation_text SET retainUntil = ? WHERE erasedAt IS NULL', [
        inDays(-1),
      ]);
    });
    await erase(inDays(0));
    expect((await textOf(id)).text).toBe('ยังต้องใช้');
  });

  it('are looked after once an hour', async () => {
    const job = await market.database.one<{ state: string }>(
      "SELECT state FROM job WHERE kind = 'moderation.housekeeping'",
    );
    expect(job).toBeDefined();
  });
});
