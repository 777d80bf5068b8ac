import { sellers } from '../../factories/cast.js';
import type { TestApp } from '../../setup/app.js';
import { startMarketOfCast } from '../../setup/cast-market.js';
import { kindsOf, ModeratorAtWork } from '../../setup/moderator-at-work.js';

const finding = {
  ...{ outcome: 'violation', ruleCode: 'daily_greeting' },
  reason: 'ส่งสติกเกอร์ทักทายโดยไม่มีเรื่องสินค้า',
};

describe('Somebody sends a sticker every morning', () => {
  let market: TestApp;
  let moderator: ModeratorAtWork;
  let seller: { id: string; username: string };
  let first: { decision: { id: string } };

  const standing = () => moderator.read(`/v1/sellers/${seller.id}/standing`);

  beforeAll(async () => {
    market = await startMarketOfCast();
    moderator = new ModeratorAtWork(await market.asStaff('moderator'));
    const registrar = await market.asStaff('registrar');
    seller = (await registrar.post('/v1/sellers').send(sellers.omsap).expect(201)).body;
  });
  afterAll(() => market.close());

  it('the first one is reminded of, politely and without points', async () => {
    const { caseId } = await moderator.report(seller.username, { messageType: 'sticker' });
    const matter = await moderator.next();
    expect(matter).toMatchObject({ id: caseId, status: 'claimed', suggestedRule: 'daily_greeting' });
    const { preview, decided } = await moderator.decide(matter, finding);
    expect(preview).toMatchObject({ points: 0, leniency: 'first_time', severity: 'S0', sanction: null });
    expect(decided).toMatchObject({ strike: null, sanction: null, case: { status: 'decided' } });
    expect(decided.decision.notice.text).toBe(preview.notice.th);
    expect(preview.notice.th).toContain('ครั้งนี้เป็นครั้งแรก จึงแจ้งให้ทราบโดยไม่บันทึกคะแนน');
    first = decided;
  });

  it('the notice is sent in LINE, and the case is closed', async () => {
    const { caseId } = await moderator.read(`/v1/moderation/decisions/${first.decision.id}`);
    const tasks = await moderator.openTasks({ caseId });
    expect(kindsOf(tasks)).toEqual(['delete_message', 'deliver_notice']);
    const notice = tasks.find(({ kind }) => kind === 'deliver_notice')!;
    expect(notice.readyMessage!.th).toMatch(/^เรียน คุณออมทรัพย์/);
    await moderator.doAll(tasks);
    expect(await moderator.read(`/v1/moderation/cases/${caseId}`)).toMatchObject({ status: 'closed' });
    const { noticeDeliveredAt } = await moderator.read(`/v1/moderation/decisions/${first.decision.id}`);
    expect(noticeDeliveredAt).not.toBeNull();
    expect(await standing()).toMatchObject({ activePoints: 0, nextStep: 'warning' });
  });

  it('the next one counts a point and warns', async () => {
    await moderator.report(seller.username, { messageType: 'sticker' });
    const matter = await moderator.next();
    const { preview, decided } = await moderator.decide(matter, finding);
    expect(preview).toMatchObject({ points: 1, leniency: null, pointsAfter: 1, sanction: 'warning' });
    expect(preview.notice.th).toContain('ผลการพิจารณา: ตักเตือน');
    expect(preview.notice.th).toContain('หากเกิดขึ้นอีก ผลการพิจารณาอาจเป็นการตักเตือนครั้งสุดท้าย');
    expect(decided.sanction).toMatchObject({ kind: 'warning' });
    await moderator.doAll(await moderator.openTasks({ caseId: matter.id }));
    expect(await standing()).toMatchObject({ activePoints: 1, step: 'warning', nextStep: 'final_warning' });
  });

  it('the seller is still in the market, and nothing is left to do', async () => {
    expect(await moderator.read(`/v1/sellers/${seller.id}`)).toMatchObject({ status: 'active' });
    expect(await moderator.openTasks({ sellerId: seller.id })).toEqual([]);
    const nothing = await moderator.client.post('/v1/moderation/cases/next');
    expect([nothing.status, nothing.body.code]).toEqual([404, 'NO_CASE_WAITING']);
  });
});
