import { newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, openCase, violation } from '../setup/decision-stage.js';

describe('POST /v1/moderation/policy/simulation', () => {
  let market: TestApp;
  let moderator: Client;

  beforeAll(async () => {
    market = await startMarketOfCast();
    moderator = await market.asStaff('moderator');
  });
  afterAll(() => market.close());

  const simulate = async (body: object) =>
    (await moderator.post('/v1/moderation/policy/simulation').send(body).expect(200)).body;
  const dearer = { rules: [{ ruleCode: 'off_topic', points: 3, days: 90 }] };

  it('tells whose standing would differ, and changes nothing', async () => {
    const mild = (
      await decide(moderator, await openCase(moderator, 'คนแรก'), violation('off_topic')).expect(200)
    ).body;
    await decide(moderator, await openCase(moderator, 'คนที่สอง'), violation('politics')).expect(200);
    expect(await simulate(dearer)).toEqual({
      ...{ decisions: 2, people: 2, changed: 1 },
      items: [
        {
          ...{ subjectId: mild.decision.subjectId, sellerId: null, nickname: 'คนแรก' },
          before: { points: 1, step: 'warning' },
          after: { points: 3, step: 'removal' },
        },
      ],
    });
    const { body: policy } = await moderator.get('/v1/moderation/policy').expect(200);
    expect(policy.version).toBe(1);
  });

  it('leaves out what an appeal has taken back', async () => {
    const made = (
      await decide(moderator, await openCase(moderator, 'คนที่สาม'), violation('off_topic')).expect(200)
    ).body;
    const before = (await simulate(dearer)).changed;
    const appeal = { decisionId: made.decision.id, appellant: 'seller', statement: 'ขอความเป็นธรรม' };
    const { body } = await moderator.post('/v1/moderation/appeals').send(appeal).expect(201);
    const reviewer = (await newStaff(market, 'moderator')).client;
    const end = { outcome: 'overturned', reply: 'เห็นด้วย' };
    await reviewer.post(`/v1/moderation/appeals/${body.id}/decision`).send(end).expect(200);
    expect((await simulate(dearer)).changed).toBe(before - 1);
  });

  it('refuses a policy that could not be published', async () => {
    const { body } = await moderator
      .post('/v1/moderation/policy/simulation')
      .send({ ladder: { warning: 3, finalWarning: 2, removal: 1 } })
      .expect(400);
    expect(body.errors[0].pointer).toMatch(/^\/ladder/);
    expect(body.errors[0].message).toMatch(/[ก-๙]/);
  });
});
