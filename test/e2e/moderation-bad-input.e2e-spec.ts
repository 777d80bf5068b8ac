import { newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, openCase, reason, violation } from '../setup/decision-stage.js';

let market: TestApp;
let admin: Client;
let moderator: Client;
let reviewer: Client;
let people = 0;

beforeAll(async () => {
  market = await startMarketOfCast();
  admin = await market.asStaff('admin');
  moderator = await market.asStaff('moderator');
  reviewer = (await newStaff(market, 'moderator')).client;
});
afterAll(() => market.close());

const somebody = () => `คนในกลุ่ม ${++people}`;
const decided = async (ruleCode = 'off_topic') =>
  (await decide(moderator, await openCase(moderator, somebody()), violation(ruleCode)).expect(200)).body;
const greeting = () => ({ authorUsername: somebody(), text: 'สวัสดีวันจันทร์ ขอให้มีความสุขนะคะ' });
const report = (body: object) => moderator.post('/v1/moderation/reports').send(body);
const filed = async () =>
  (
    await moderator
      .post('/v1/moderation/appeals')
      .send({
        ...{ decisionId: (await decided()).decision.id, appellant: 'seller' },
        ...{ statement: 'ไม่ใช่เรื่องนอกตลาด', newEvidence: null },
      })
      .expect(201)
  ).body;

describe('null in a body of moderation', () => {
  it.each(['messageType', 'text', 'postedAt', 'note'])('is no %s of a report', async (field) => {
    const sticker = { authorUsername: somebody(), messageType: 'sticker' };
    const body = field === 'messageType' ? greeting() : sticker;
    await report({ ...body, [field]: null }).expect(201);
  });

  it('stops no other report of a batch', async () => {
    const reports = [{ ...greeting(), messageType: null }, { authorUsername: null }, null, [[]], greeting()];
    const { body } = await moderator.post('/v1/moderation/reports/batch').send({ reports }).expect(200);
    expect(body.items.map(({ status }: { status: number }) => status)).toEqual([201, 400, 400, 400, 201]);
  });

  it('changes nothing of a policy', async () => {
    const nothing = { rules: null, ladder: null, profile: null, note: null };
    const { body } = await admin.put('/v1/moderation/policy').send(nothing).expect(409);
    expect(body.code).toBe('POLICY_UNCHANGED');
    const { body: simulated } = await admin
      .post('/v1/moderation/policy/simulation')
      .send(nothing)
      .expect(200);
    expect(simulated.changed).toBe(0);
  });

  it('is no evidence, no new rule and no new outcome of an appeal', async () => {
    const { id, newEvidence } = await filed();
    expect(newEvidence).toBeNull();
    const upheld = { outcome: 'upheld', reply: reason, newRuleCode: null, newOutcome: null };
    await reviewer.post(`/v1/moderation/appeals/${id}/decision-preview`).send(upheld).expect(200);
    await reviewer.post(`/v1/moderation/appeals/${id}/decision`).send(upheld).expect(200);
  });

  it('is no hash of a preview', async () => {
    const caseId = await openCase(moderator, somebody());
    await decide(moderator, caseId, { ...violation('off_topic'), previewHash: null }).expect(200);
  });

  it('is no proof of a task', async () => {
    const { taskIds } = await decided();
    const complete = (outcome: string) =>
      moderator.post(`/v1/moderation/tasks/${taskIds[0]}/completion`).send({ outcome, proof: null });
    const { body } = await complete('not_possible').expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/proof', code: 'REASON_REQUIRED' }]);
    await complete('done').expect(200);
  });
});

describe('a change of the lexicon', () => {
  it.each([
    [{ add: { terms: [[]] } }, '/add/terms'],
    [{ add: { terms: [null] } }, '/add/terms'],
    [{ add: { sellingSignals: [[]] } }, '/add/sellingSignals'],
    [{ add: { exceptions: [null] } }, '/add/exceptions'],
    [{ add: [] }, '/add'],
    [{ add: null, remove: null }, ''],
    [{ add: { terms: null, sellingSignals: null } }, ''],
  ])('of the wrong shape is refused with its place: %j', async (change, pointer) => {
    const answers = [
      await admin.post('/v1/moderation/lexicon/preview').send(change).expect(400),
      await admin.patch('/v1/moderation/lexicon').set('If-Match', '"1"').send(change).expect(400),
    ];
    for (const { body } of answers) expect(body.errors[0].pointer.startsWith(pointer)).toBe(true);
  });

  it.each([
    ['12', 400],
    ['ok', 400],
    ['ก2', 400],
    ['xyz', 200],
    ['ฉฬ', 200],
  ])('takes “%s” as a strong term: %i', async (text, status) => {
    const add = { terms: [{ text, ruleCode: 'politics', strength: 'strong' }] };
    await admin.post('/v1/moderation/lexicon/preview').send({ add }).expect(status);
  });
});

describe('words that nobody can read', () => {
  it.each(['   ', '\u200b\u200b\u200b', '…   …'])(
    'are no reason why a task was not possible: %j',
    async (proof) => {
      const { taskIds } = await decided();
      const { body } = await moderator
        .post(`/v1/moderation/tasks/${taskIds[0]}/completion`)
        .send({ outcome: 'not_possible', proof })
        .expect(400);
      expect(body.errors).toMatchObject([{ pointer: '/proof', code: 'REASON_REQUIRED' }]);
    },
  );

  it.each(['\u0000', '\u3164', '\u2800', '\u200b\u200d\ufeff', '\u115f \u00ad'])(
    'are no author: %j',
    async (authorUsername) => {
      const { body } = await report({ ...greeting(), authorUsername }).expect(400);
      expect(body.errors).toMatchObject([{ pointer: '/authorUsername', code: 'REQUIRED' }]);
      expect(body.errors[0].message).toContain('มองไม่เห็น');
    },
  );
});

describe('a time without its zone', () => {
  it('is refused with the way to write it', async () => {
    const { subject } = (await report(greeting()).expect(201)).body;
    const standing = `/v1/moderation/subjects/${subject.id}/standing?at=`;
    const answers = [
      await report({ ...greeting(), postedAt: '2026-01-15T08:30:00' }).expect(400),
      await moderator.get(`${standing}2026-01-15T08:30:00`).expect(400),
    ];
    for (const { body } of answers) expect(body.errors[0].message).toContain('+07:00');
    await moderator.get(`${standing}2026-01-15T08:30:00%2B07:00`).expect(200);
  });
});

describe('the gravest rules', () => {
  it.each([
    [{ points: 0, days: 0 }, '/rules/0/points'],
    [{ points: 3, firstTimePoints: 0, days: 365 }, '/rules/0/firstTimePoints'],
  ])('are never without points: %j', async (points, pointer) => {
    const rules = [{ ruleCode: 'politics', ...points }];
    for (const answer of [
      await admin.put('/v1/moderation/policy').send({ rules }).expect(400),
      await admin.post('/v1/moderation/policy/simulation').send({ rules }).expect(400),
    ])
      expect(answer.body.errors).toMatchObject([{ pointer, code: 'TOO_SMALL' }]);
  });

  it.each([{ severity: 'S0' }, { firstTimeSeverity: 'S0' }])('stay the gravest: %j', async (change) => {
    const { body: now } = await admin.get('/v1/moderation/rules/politics').expect(200);
    const { severity, title, text, good, bad } = now;
    const { body } = await admin
      .put('/v1/moderation/rules/politics')
      .send({ severity, title, text, good, bad, ...change })
      .expect(400);
    expect(body.errors).toMatchObject([{ pointer: `/${Object.keys(change)[0]}`, code: 'SEVERITY_FIXED' }]);
  });
});

describe('pasted text', () => {
  it('may be as long as it says, in Thai letters too', async () => {
    const text = `ร้านป้าแดง\n${'ก'.repeat(800_000)}`;
    await moderator.post('/v1/roster-audits').send({ text }).expect(201);
  });

  it('is told the limit and the way out when larger', async () => {
    const note = 'ก'.repeat(500_000);
    const { body } = await report({ ...greeting(), note }).expect(413);
    expect(body).toMatchObject({ code: 'BODY_TOO_LARGE', limitBytes: 1_048_576 });
    expect(body.messages.th).toMatch(/1,048,576 ไบต์.*แบ่งส่ง/u);
    const { body: larger } = await moderator
      .post('/v1/moderation/chat-readings')
      .send({ text: 'ก'.repeat(1_400_000) })
      .expect(413);
    expect(larger.limitBytes).toBe(4 * 1_048_576);
  });
});

describe('POST /v1/roster-audits/{id}/tasks', () => {
  it.each([
    [{ kinds: [] }, '/kinds'],
    [{ kinds: ['rename'], lines: [1, 99] }, '/lines'],
  ])('refuses %j', async (body, pointer) => {
    const { body: audit } = await moderator
      .post('/v1/roster-audits')
      .send({ text: 'ร้านป้าแดง', complete: null, note: null })
      .expect(201);
    const answer = await moderator.post(`/v1/roster-audits/${audit.id}/tasks`).send(body).expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
    await moderator
      .post(`/v1/roster-audits/${audit.id}/tasks`)
      .send({ kinds: ['rename'], lines: null })
      .expect(200);
  });
});

describe('a sentence of a refusal', () => {
  it('names the decision, the person and the time itself', async () => {
    const { decision, case: matter } = await decided();
    const { body: again } = await decide(moderator, matter.id, violation('off_topic')).expect(409);
    expect(again.messages.th).toContain(`/decisions/${decision.id}`);
    const { body: twice } = await moderator
      .post(`/v1/moderation/cases/${await openCase(moderator, somebody())}/duplicate`)
      .send({ of: matter.id })
      .expect(400);
    expect(twice.errors[0].message).toMatch(/subjectId=[0-9A-Z]{26}/);
    const held = await openCase(moderator, somebody());
    await moderator.post(`/v1/moderation/cases/${held}/claim`).send({}).expect(200);
    for (const step of ['claim', 'decision']) {
      const body = step === 'claim' ? {} : violation('off_topic');
      const answer = await reviewer.post(`/v1/moderation/cases/${held}/${step}`).send(body).expect(409);
      expect(answer.body.code).toBe('CASE_CLAIMED');
      expect(answer.body.messages.th).toMatch(/ผู้ดูแลอีกคน.* 25\d\d เวลา \d\d\.\d\d น\./u);
    }
  });
});
