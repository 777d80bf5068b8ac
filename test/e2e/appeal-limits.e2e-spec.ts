import { newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, openCase, violation } from '../setup/decision-stage.js';

const reply = 'ตรวจสอบทั้งหมดแล้ว เป็นชื่อรุ่นสินค้าที่ขายจริง';
const overturned = { outcome: 'overturned', reply };
let people = 0;
const somebody = () => `คนในกลุ่ม ${++people}`;

describe('what an appeal cannot do', () => {
  let market: TestApp;
  let decider: Client;
  let reviewer: Client;

  beforeAll(async () => {
    market = await startMarketOfCast();
    decider = await market.asStaff('moderator');
    reviewer = (await newStaff(market, 'moderator')).client;
  });
  afterAll(() => market.close());

  const decided = async (ruleCode: string, name = somebody()) =>
    (await decide(decider, await openCase(decider, name), violation(ruleCode)).expect(200)).body;
  const file = (decisionId: string, more: object = {}) =>
    decider
      .post('/v1/moderation/appeals')
      .send({ decisionId, appellant: 'seller', statement: 'ไม่ใช่เรื่องการเมือง', ...more });
  const end = (id: string, body: object, by = reviewer) =>
    by.post(`/v1/moderation/appeals/${id}/decision`).send(body);
  const standingOf = async (subjectId: string) =>
    (await decider.get(`/v1/moderation/subjects/${subjectId}/standing`).expect(200)).body;

  it('keeps out whom another decision alone would have removed', async () => {
    const name = somebody();
    const first = await decided('politics', name);
    const second = await decided('religion', name);
    const { body: appeal } = await file(first.decision.id).expect(201);
    const { body: ended } = await end(appeal.id, overturned).expect(200);
    expect(ended).toMatchObject({ sanctionIds: [first.sanction.id], returned: false });
    const { removed, activePoints, sanctions } = await standingOf(first.decision.subjectId);
    expect({ removed, activePoints }).toEqual({ removed: true, activePoints: 3 });
    const holding = sanctions.filter(({ holds }: { holds: boolean }) => holds);
    expect(holding).toMatchObject([{ kind: 'removal', decisionId: second.decision.id }]);
  });

  it('is no way to appeal for ever', async () => {
    const { decision } = await decided('politics');
    const modified = { outcome: 'modified', reply, newRuleCode: 'off_topic' };
    const { body: appeal } = await file(decision.id).expect(201);
    const { body: ended } = await end(appeal.id, modified).expect(200);
    expect((await file(ended.newDecisionId).expect(409)).body.code).toBe('APPEAL_NEEDS_NEW_EVIDENCE');
    const { body: second } = await file(ended.newDecisionId, { newEvidence: 'ภาพหน้าจอ' }).expect(201);
    const again = await end(second.id, modified, decider).expect(403);
    expect(again.body.code).toBe('REVIEWER_IS_DECIDER');
    const third = (await newStaff(market, 'moderator')).client;
    expect((await end(second.id, modified, third).expect(409)).body.code).toBe('APPEAL_CHANGES_NOTHING');
    await end(second.id, { outcome: 'upheld', reply }, third).expect(200);
    const last = await file(ended.newDecisionId, { newEvidence: 'อีกภาพ' }).expect(409);
    expect(last.body.code).toBe('APPEALS_EXHAUSTED');
  });

  it('never makes anything worse', async () => {
    const { decision } = await decided('off_topic');
    const { body: appeal } = await file(decision.id).expect(201);
    const { body } = await end(appeal.id, { outcome: 'modified', reply, newRuleCode: 'politics' }).expect(
      409,
    );
    expect(body.code).toBe('APPEAL_WOULD_WORSEN');
    expect(body.detail).toMatch(/[ก-๙]/);
  });

  it('is heard once, and once more on new evidence', async () => {
    const { decision } = await decided('off_topic');
    const upheld = { outcome: 'upheld', reply };
    const { body: first } = await file(decision.id).expect(201);
    expect((await file(decision.id).expect(409)).body).toMatchObject({
      code: 'APPEAL_OPEN',
      appealId: first.id,
    });
    await end(first.id, upheld).expect(200);
    expect((await end(first.id, overturned).expect(409)).body.code).toBe('APPEAL_WRONG_STATUS');
    expect((await file(decision.id).expect(409)).body.code).toBe('APPEAL_NEEDS_NEW_EVIDENCE');
    const { body: second } = await file(decision.id, { newEvidence: 'ภาพหน้าจอของโพสต์ขาย' }).expect(201);
    expect(second.number).toBe(2);
    await end(second.id, upheld).expect(200);
    const { body } = await file(decision.id, { newEvidence: 'อีกภาพหนึ่ง' }).expect(409);
    expect(body.code).toBe('APPEALS_EXHAUSTED');
  });
});
