import { sellers } from '../factories/cast.js';
import { newKey, newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, doTasks, openCase, violation } from '../setup/decision-stage.js';

const reply = 'ตรวจสอบทั้งหมดแล้ว เป็นชื่อรุ่นสินค้าที่ขายจริง';
let people = 0;

describe('/v1/moderation/appeals', () => {
  let market: TestApp;
  let decider: Client;
  let reviewer: Client;

  beforeAll(async () => {
    market = await startMarketOfCast();
    decider = await market.asStaff('moderator');
    reviewer = (await newStaff(market, 'moderator')).client;
  });
  afterAll(() => market.close());

  const somebody = () => `คนในกลุ่ม ${++people}`;
  const decided = async (ruleCode: string, name = somebody()) =>
    (await decide(decider, await openCase(decider, name), violation(ruleCode)).expect(200)).body;
  const file = (decisionId: string, more: object = {}) =>
    decider
      .post('/v1/moderation/appeals')
      .send({ decisionId, appellant: 'seller', statement: 'ไม่ใช่เรื่องการเมือง', ...more });
  const end = (id: string, body: object, by = reviewer) =>
    by.post(`/v1/moderation/appeals/${id}/decision`).send(body);
  const overturned = { outcome: 'overturned', reply };
  const standingOf = async (subjectId: string) =>
    (await decider.get(`/v1/moderation/subjects/${subjectId}/standing`).expect(200)).body;

  it('is filed, claimed, previewed and overturned by somebody else', async () => {
    const { decision, strike, sanction } = await decided('off_topic');
    const { body: appeal } = await file(decision.id).expect(201);
    expect(appeal).toMatchObject({ number: 1, status: 'filed', decision: { id: decision.id } });
    expect(appeal.allowedActions.map(({ action }: { action: string }) => action)).toEqual(['withdrawal']);
    await decider.post(`/v1/moderation/appeals/${appeal.id}/claim`).send({}).expect(403);
    const { body: claimed } = await reviewer
      .post(`/v1/moderation/appeals/${appeal.id}/claim`)
      .send({})
      .expect(200);
    expect(claimed.status).toBe('claimed');
    const { body: preview } = await reviewer
      .post(`/v1/moderation/appeals/${appeal.id}/decision-preview`)
      .send(overturned)
      .expect(200);
    expect(preview).toMatchObject({
      pointsBefore: 1,
      pointsAfter: 0,
      strikeIds: [strike.id],
      sanctionIds: [sanction.id],
    });
    const { body: ended } = await end(appeal.id, overturned).expect(200);
    expect(ended).toMatchObject({
      ...{ status: 'decided', outcome: 'overturned', strikeIds: [strike.id], sanctionIds: [sanction.id] },
      reply: { text: reply },
    });
    expect(await standingOf(decision.subjectId)).toMatchObject({ activePoints: 0 });
    const tasks = await Promise.all(
      ended.taskIds.map(
        async (id: string) => (await decider.get(`/v1/moderation/tasks/${id}`).expect(200)).body,
      ),
    );
    expect(tasks.map(({ kind }) => kind)).toEqual(['deliver_notice']);
    expect(tasks[0].readyMessage.th).toContain('ขออภัย');
    expect(tasks[0].readyMessage.th).toBe(preview.notice.th);
  });

  it('cancels what is not done yet, and closes the case when the last task is done', async () => {
    const { decision, taskIds, case: matter } = await decided('off_topic');
    const { body: appeal } = await file(decision.id).expect(201);
    const { body: ended } = await end(appeal.id, overturned).expect(200);
    expect(ended.cancelledTaskIds.sort()).toEqual([...taskIds].sort());
    const statusOf = async () =>
      (await decider.get(`/v1/moderation/cases/${matter.id}`).expect(200)).body.status;
    expect(await statusOf()).toBe('decided');
    await doTasks(decider, ended.taskIds);
    expect(await statusOf()).toBe('closed');
  });

  it('brings a seller back who was taken out', async () => {
    const registrar = await market.asStaff('registrar');
    const { body: seller } = await registrar.post('/v1/sellers').send(sellers.omsap).expect(201);
    const { decision, taskIds } = await decided('politics', seller.username);
    await doTasks(decider, taskIds);
    const statusOf = async () => (await registrar.get(`/v1/sellers/${seller.id}`).expect(200)).body.status;
    expect(await statusOf()).toBe('removed');
    const { body: appeal } = await file(decision.id).expect(201);
    const { body: ended } = await end(appeal.id, overturned).expect(200);
    expect(ended).toMatchObject({ returned: true, sellerId: seller.id });
    expect(await statusOf()).toBe('active');
    const { body: open } = await decider
      .get(`/v1/moderation/tasks?status=open&sellerId=${seller.id}`)
      .expect(200);
    expect(open.items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'deliver_notice',
      'invite',
      'lift_ban',
    ]);
  });

  it('ends no sanction that another decision caused', async () => {
    const name = somebody();
    const first = await decided('politics', name);
    const second = await decided('religion', name);
    expect(second.sanction).toBeNull();
    const { body: appeal } = await file(second.decision.id).expect(201);
    const { body: ended } = await end(appeal.id, overturned).expect(200);
    expect(ended).toMatchObject({ sanctionIds: [], returned: false });
    expect(await standingOf(first.decision.subjectId)).toMatchObject({ activePoints: 3, removed: true });
  });

  it('puts a milder finding in place of the old one', async () => {
    const { decision } = await decided('politics');
    const { body: appeal } = await file(decision.id).expect(201);
    const modified = { outcome: 'modified', reply, newRuleCode: 'off_topic' };
    const { body: ended } = await end(appeal.id, modified).expect(200);
    const { body: milder } = await decider.get(`/v1/moderation/decisions/${ended.newDecisionId}`).expect(200);
    expect(milder).toMatchObject({
      replaces: decision.id,
      points: 1,
      step: 'warning',
      rule: { code: 'off_topic' },
    });
    expect(milder.notice.text).toContain('แก้ไขคำวินิจฉัยให้เบาลง');
    expect(await standingOf(decision.subjectId)).toMatchObject({ activePoints: 1, removed: false });
    const { body: after } = await decider.get(`/v1/moderation/cases/${decision.caseId}`).expect(200);
    expect(after.decisionId).toBe(milder.id);
  });

  it('is offered by the decision for as long as it may be filed', async () => {
    const { decision } = await decided('off_topic');
    const offers = async () =>
      (await decider.get(`/v1/moderation/decisions/${decision.id}`).expect(200)).body.allowedActions;
    expect(await offers()).toMatchObject([{ action: 'appeal', path: '/v1/moderation/appeals' }]);
    expect((await offers())[0].consequence.th).toContain('ยังไม่เริ่มนับเวลา');
    const { body: appeal } = await file(decision.id).expect(201);
    expect(await offers()).toEqual([]);
    await end(appeal.id, { outcome: 'upheld', reply }).expect(200);
    expect((await offers())[0].consequence.th).toContain('newEvidence');
  });

  it('is never decided by who decided', async () => {
    const { decision } = await decided('off_topic');
    const { body: appeal } = await file(decision.id).expect(201);
    const { body } = await end(appeal.id, overturned, decider).expect(403);
    expect(body.code).toBe('REVIEWER_IS_DECIDER');
    const key = await market.asKey(['moderation:read', 'moderation:write']);
    expect((await end(appeal.id, overturned, key).expect(403)).body.code).toBe('REVIEWER_NOT_A_PERSON');
  });

  it.each([
    [{ outcome: 'modified', reply }, '/newRuleCode'],
    [{ outcome: 'upheld', reply, newRuleCode: 'politics' }, '/newRuleCode'],
    [{ outcome: 'upheld', reply: 'because' }, '/reply'],
    [{ outcome: 'upheld' }, '/reply'],
    [{ outcome: 'guilty', reply }, '/outcome'],
  ])('refuses %j at %s', async (body, pointer) => {
    const { decision } = await decided('off_topic');
    const { body: appeal } = await file(decision.id).expect(201);
    const answer = await end(appeal.id, body).expect(400);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    expect(answer.body.errors[0].message).toMatch(/[ก-๙]/);
  });

  it('hides grave words from who may not read them', async () => {
    const { decision } = await decided('politics');
    const { body: appeal } = await file(decision.id).set('Idempotency-Key', 'an-appeal').expect(201);
    const kept = await market.database.all('SELECT * FROM idempotency_key');
    expect(JSON.stringify(kept)).not.toContain('ไม่ใช่เรื่องการเมือง');
    const viewer = await market.asStaff('viewer');
    const { body } = await viewer.get(`/v1/moderation/appeals/${appeal.id}`).expect(200);
    expect(body.statement).toMatchObject({ masked: true });
    expect(JSON.stringify(body)).not.toContain('ไม่ใช่เรื่องการเมือง');
  });

  it('is seen by limited keys if it is about their sellers, on full pages', async () => {
    const registrar = await market.asStaff('registrar');
    const { body: own } = await registrar.post('/v1/sellers').send(sellers.maliwan).expect(201);
    await file((await decided('off_topic')).decision.id).expect(201);
    const theirs = await decided('off_topic', own.username);
    const { body: appeal } = await file(theirs.decision.id).expect(201);
    const { client } = await newKey(market, ['moderation:read'], [own.cooperative.id]);
    const { body } = await client.get('/v1/moderation/appeals?limit=1').expect(200);
    expect(body).toMatchObject({ items: [{ id: appeal.id }], nextCursor: null });
  });

  it('ends once, however many reviewers decide at once', async () => {
    const { decision } = await decided('off_topic');
    const { body: appeal } = await file(decision.id).expect(201);
    const third = (await newStaff(market, 'moderator')).client;
    const answers = await Promise.all(
      [reviewer, third, reviewer, third].map((by) => end(appeal.id, overturned, by)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const reversals = await market.database.all('SELECT strikeId FROM strike_reversal WHERE causeId = ?', [
      appeal.id,
    ]);
    expect(reversals).toHaveLength(1);
  });

  it('is right whatever comes at the same time', async () => {
    const name = somebody();
    const { decision } = await decided('politics', name);
    const { body: appeal } = await file(decision.id).expect(201);
    const next = await openCase(decider, name);
    const [ended, struck] = await Promise.all([
      end(appeal.id, overturned),
      decide(decider, next, violation('religion')),
    ]);
    expect([ended.status, struck.status]).toEqual([200, 200]);
    // In either order three points are left, and the new decision's removal or the lack of one fits the order.
    const standing = await standingOf(decision.subjectId);
    expect(standing.activePoints).toBe(3);
    expect(struck.body.decision.pointsBefore === 0).toBe(struck.body.sanction !== null);
    expect(standing.removed).toBe(struck.body.sanction !== null);
  });
});
