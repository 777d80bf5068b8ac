import { sellers } from '../../factories/cast.js';
import { newStaff } from '../../setup/accounts.js';
import type { TestApp } from '../../setup/app.js';
import { startMarketOfCast } from '../../setup/cast-market.js';
import { messages } from '../../setup/moderation-stage.js';
import { kindsOf, ModeratorAtWork } from '../../setup/moderator-at-work.js';

const reason = 'ชวนเลือกพรรคการเมืองในกลุ่ม';
const reply = 'ตรวจสอบแล้ว ข้อความนี้ส่งจากเครื่องที่หาย เจ้าตัวแจ้งความไว้ก่อนแล้ว';

describe('A seller posts about politics, is removed, appeals and comes back', () => {
  let market: TestApp;
  let decider: ModeratorAtWork;
  let reviewer: ModeratorAtWork;
  let seller: { id: string; username: string };
  let decision: { id: string; caseId: string };
  let appealId: string;

  const sellerNow = () => decider.read(`/v1/sellers/${seller.id}`);
  const standing = () => decider.read(`/v1/sellers/${seller.id}/standing`);

  beforeAll(async () => {
    market = await startMarketOfCast();
    decider = new ModeratorAtWork(await market.asStaff('moderator'));
    reviewer = new ModeratorAtWork((await newStaff(market, 'moderator')).client);
    const registrar = await market.asStaff('registrar');
    seller = (await registrar.post('/v1/sellers').send(sellers.maliwan).expect(201)).body;
  });
  afterAll(() => market.close());

  it('the gravest case comes first, whatever else waits', async () => {
    await decider.report('ป้าออมขายขนม', { text: messages.greeting });
    const { caseId } = await decider.report(seller.username, { text: messages.politics });
    const matter = await decider.next();
    expect(matter).toMatchObject({ id: caseId, suggestedRule: 'politics', severity: 'S3' });
    expect(matter.subject.seller).toMatchObject({ id: seller.id, username: seller.username });
    const { preview, decided } = await decider.decide(matter, {
      ...{ outcome: 'violation', ruleCode: 'politics', reason },
    });
    expect(preview).toMatchObject({
      points: 3,
      pointsAfter: 3,
      sanction: 'removal',
      needsSecondPerson: false,
    });
    expect(preview.notice.th).toContain('ผลการพิจารณา: เชิญออกจากกลุ่ม');
    decision = decided.decision;
  });

  it('the tasks are done in LINE, and the seller is out while the username stays theirs', async () => {
    const tasks = await decider.openTasks({ caseId: decision.caseId });
    expect(kindsOf(tasks)).toEqual(['delete_message', 'deliver_notice', 'remove_member']);
    await decider.doAll(tasks);
    expect(await sellerNow()).toMatchObject({ status: 'removed', username: seller.username });
    expect(await standing()).toMatchObject({ activePoints: 3, removed: true });
  });

  it('the appeal is heard by somebody else than the decider', async () => {
    const body = { decisionId: decision.id, appellant: 'seller', statement: 'ไม่ได้เป็นคนส่ง โทรศัพท์หาย' };
    const filed = await decider.client.post('/v1/moderation/appeals').send(body).expect(201);
    appealId = filed.body.id;
    const refused = await decider.client.post(`/v1/moderation/appeals/${appealId}/claim`).expect(403);
    expect(refused.body.code).toBe('REVIEWER_IS_DECIDER');
    const claimed = await reviewer.act(await reviewer.read(`/v1/moderation/appeals/${appealId}`), 'claim');
    const preview = await reviewer.act(claimed, 'decision-preview', { outcome: 'overturned', reply });
    expect(preview).toMatchObject({ pointsBefore: 3, pointsAfter: 0, returns: true });
  });

  it('it is overturned: points gone, back in the market', async () => {
    const appeal = await reviewer.read(`/v1/moderation/appeals/${appealId}`);
    const ended = await reviewer.act(appeal, 'decision', { outcome: 'overturned', reply });
    expect(ended).toMatchObject({ status: 'decided', outcome: 'overturned', returned: true });
    expect(await sellerNow()).toMatchObject({ status: 'active', username: seller.username });
    expect(await standing()).toMatchObject({ activePoints: 0, removed: false, step: 'none' });
  });

  it('the apology is sent, the ban lifted, the seller invited back', async () => {
    const tasks = await reviewer.openTasks({ sellerId: seller.id });
    expect(kindsOf(tasks)).toEqual(['deliver_notice', 'invite', 'lift_ban']);
    const textOf = async (wanted: string) => {
      const { id } = tasks.find(({ kind }) => kind === wanted)!;
      return (await reviewer.read(`/v1/moderation/tasks/${id}`)).readyMessage.th as string;
    };
    const notice = await textOf('deliver_notice');
    expect(notice).toContain('เราขออภัยในความผิดพลาดและความไม่สะดวกที่เกิดขึ้นกับท่าน');
    expect(notice).toContain(reply);
    expect(notice).toContain('ขณะนี้ท่านมีคะแนนรวม 0 คะแนน');
    expect(await textOf('invite')).toContain(seller.username);
    await reviewer.doAll(tasks);
    expect(await reviewer.openTasks({ sellerId: seller.id })).toEqual([]);
    expect(await decider.read(`/v1/moderation/cases/${decision.caseId}`)).toMatchObject({ status: 'closed' });
  });

  it('the story stays readable as it was', async () => {
    expect(await decider.read(`/v1/moderation/decisions/${decision.id}`)).toMatchObject({
      ...{ points: 3, outcome: 'violation', reason: { text: reason } },
    });
    const { strikes } = await standing();
    expect(strikes).toMatchObject([{ points: 3, state: 'reversed' }]);
  });
});
