import { sellers } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { report } from '../setup/moderation-stage.js';

let market: TestApp;
let admin: Client;
let moderator: Client;
let viewer: Client;

beforeAll(async () => {
  market = await startMarketOfCast();
  admin = await market.asStaff('admin');
  moderator = await market.asStaff('moderator');
  viewer = await market.asStaff('viewer');
});

afterAll(() => market.close());

const rules = '/v1/moderation/rules';
const policy = '/v1/moderation/policy';
const wording = async (code: string) => {
  const { body } = await viewer.get(`${rules}/${code}`).expect(200);
  const { severity, firstTimeSeverity, title, text, good, bad } = body;
  return { severity, firstTimeSeverity, title, text, good, bad };
};

describe('GET /v1/moderation/rules', () => {
  it('are the eight of the letter, in Thai and English, with examples', async () => {
    const { body } = await viewer.get(rules).expect(200);
    const severities = body.items.map((rule: { code: string; severity: string }) => [
      rule.code,
      rule.severity,
    ]);
    expect(Object.fromEntries(severities)).toEqual({
      ...{ daily_greeting: 'S1', off_topic: 'S1', personal_belief: 'S2', username_format: 'S0' },
      ...{ nation: 'S3', religion: 'S3', monarchy: 'S3', politics: 'S3' },
    });
    expect(body.items[0]).toMatchObject({
      code: 'daily_greeting',
      firstTimeSeverity: 'S0',
      createdBy: 'ระบบ',
    });
    for (const { title, text, good, bad } of body.items)
      for (const each of [title, text, ...good, ...bad]) {
        expect(each.th).toMatch(/[ก-๙]/);
        expect(each.en.length).toBeGreaterThan(5);
      }
    await viewer.get(`${rules}/gossip`).expect(404);
  });
});

describe('PUT /v1/moderation/rules/{code}', () => {
  it('makes a new version and keeps the old one', async () => {
    const before = await wording('off_topic');
    const title = { th: 'โพสต์เรื่องขายของเท่านั้น', en: 'Selling only' };
    const { body, headers } = await admin
      .put(`${rules}/off_topic`)
      .send({ ...before, title })
      .expect(200);
    expect(body).toMatchObject({ version: 2, title });
    expect(headers['etag']).toBe('"2"');
    const { body: all } = await viewer.get(`${rules}/off_topic/versions`).expect(200);
    expect(all.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(all.items[1].title).toEqual(before.title);
    const same = await admin
      .put(`${rules}/off_topic`)
      .send({ ...before, title })
      .expect(409);
    expect(same.body.code).toBe('RULE_UNCHANGED');
    const stale = await admin.put(`${rules}/off_topic`).set('If-Match', '"1"').send(before).expect(412);
    expect(stale.body.code).toBe('VERSION_STALE');
  });

  it('is for admins, and checks every field', async () => {
    const good = await wording('nation');
    await moderator.put(`${rules}/nation`).send(good).expect(403);
    const wrong = { ...good, title: { th: ' ' }, bad: [], firstTimeSeverity: 'S3', severity: 'S9' };
    const { body } = await admin.put(`${rules}/nation`).send(wrong).expect(400);
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/severity', '/title/th', '/title/en', '/bad']));
    const graver = { ...(await wording('off_topic')), severity: 'S1', firstTimeSeverity: 'S2' };
    const refused = await admin.put(`${rules}/off_topic`).send(graver).expect(400);
    expect(refused.body.errors[0].code).toBe('NOT_MILDER');
  });
});

describe('PUT /v1/moderation/policy', () => {
  it('changes what is named, as a new version', async () => {
    const first = await viewer.get(policy).expect(200);
    expect(first.body).toMatchObject({
      ...{ version: 1, profile: 'graduated', ladder: { warning: 1, finalWarning: 2, removal: 3 } },
    });
    const { body } = await admin.put(policy).send({ profile: 'strict', note: 'มติที่ประชุม' }).expect(200);
    expect(body).toMatchObject({ version: 2, profile: 'strict', note: 'มติที่ประชุม', rules: first.body.rules });
    await admin.put(policy).send({ profile: 'strict' }).expect(409);
    await admin.put(policy).set('If-Match', '"1"').send({ profile: 'graduated' }).expect(412);
    const changed = { rules: [{ ruleCode: 'off_topic', points: 2, firstTimePoints: 1, days: 30 }] };
    const third = await admin.put(policy).send(changed).expect(200);
    expect(third.body.rules).toContainEqual(changed.rules[0]);
    const { body: all } = await viewer.get(`${policy}/versions`).expect(200);
    expect(all.items.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
    const { body: old } = await viewer.get(`${policy}/versions/1`).expect(200);
    expect(old).toEqual(first.body);
    await viewer.get(`${policy}/versions/99`).expect(404);
    await viewer.get(`${policy}/versions/x`).expect(404);
  });

  it.each([
    ['a ladder that goes down', { ladder: { warning: 3, finalWarning: 2, removal: 1 } }, '/ladder'],
    ['a ladder from 0', { ladder: { warning: 0, finalWarning: 2, removal: 3 } }, '/ladder/warning'],
    ['negative points', { rules: [{ ruleCode: 'nation', points: -1, days: 1 }] }, '/rules/0/points'],
    ['points for no time', { rules: [{ ruleCode: 'nation', points: 1, days: 0 }] }, '/rules/0/days'],
    ['points for ever', { rules: [{ ruleCode: 'nation', points: 1, days: 3651 }] }, '/rules/0/days'],
    ['an unknown rule', { rules: [{ ruleCode: 'gossip', points: 1, days: 1 }] }, '/rules/0/ruleCode'],
    ['an unknown profile', { profile: 'harsh' }, '/profile'],
  ])('refuses %s, in Thai and English', async (_what, body, pointer) => {
    for (const [language, letters] of [['th', /[ก-๙]/] as const, ['en', /^[ -~]+$/] as const]) {
      const refused = await admin.put(policy).set('Accept-Language', language).send(body).expect(400);
      expect(refused.body.errors[0].pointer).toBe(pointer);
      expect(refused.body.errors[0].message).toMatch(letters);
    }
    await moderator.put(policy).send({ profile: 'graduated' }).expect(403);
  });
});

describe('/v1/moderation/subjects', () => {
  it('finds people by name, shows look-alikes and links them by hand, once', async () => {
    const registrar = await market.asStaff('registrar');
    const omsap = (await registrar.post('/v1/sellers').send(sellers.omsap).expect(201)).body;
    const maliwan = (await registrar.post('/v1/sellers').send(sellers.maliwan).expect(201)).body;
    // A Cyrillic А in front.
    const nickname = omsap.username.replace('A', 'А');
    const { caseId } = await report(moderator, { authorUsername: nickname, text: 'ข้อความ' });
    const { body: found } = await viewer.get('/v1/moderation/subjects').query({ nickname: omsap.username });
    expect(found.items).toMatchObject([{ nickname, sellerId: null }]);
    const { id } = found.items[0];
    const { body: shown } = await viewer.get(`/v1/moderation/cases/${caseId}`).expect(200);
    expect(shown.subject.warnings).toMatchObject([{ code: 'looks_like_seller', sellerId: omsap.id }]);
    const link = (sellerId: string) =>
      moderator.post(`/v1/moderation/subjects/${id}/seller`).send({ sellerId });
    await link('01JZ8Q4T9X2M6V5R3K7N1B0C8D').expect(400);
    const { body: linked } = await link(omsap.id).expect(200);
    expect(linked).toMatchObject({ sellerId: omsap.id, seller: { username: omsap.username }, warnings: [] });
    await link(omsap.id).expect(200);
    expect((await link(maliwan.id).expect(409)).body.code).toBe('SUBJECT_LINKED');
    const { body: own } = await viewer.get('/v1/moderation/subjects').query({ sellerId: omsap.id });
    expect(own.items.map((each: { id: string }) => each.id)).toEqual([id]);
  });
});
