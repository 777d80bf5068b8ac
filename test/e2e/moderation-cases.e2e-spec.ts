import { newStaff } from '../setup/accounts.js';
import { Clock } from '../../src/platform/clock.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { report } from '../setup/moderation-stage.js';

let market: TestApp;
let one: Client;
let other: Client;
let viewer: Client;

beforeAll(async () => {
  market = await startMarketOfCast();
  one = (await newStaff(market, 'moderator')).client;
  other = (await newStaff(market, 'moderator')).client;
  viewer = await market.asStaff('viewer');
});

afterAll(() => market.close());

let people = 0;
const somebody = () => `ผู้โพสต์ ${++people}`;
const newCase = async (text = 'ข้อความที่ต้องพิจารณา') =>
  (await report(one, { authorUsername: somebody(), text })).caseId;
const step = (client: Client, id: string, name: string, body?: object) =>
  client.post(`/v1/moderation/cases/${id}/${name}`).send(body);
const actions = ({ allowedActions }: { allowedActions: { action: string }[] }) =>
  allowedActions.map(({ action }) => action);

/** Every case there is leaves the queue. */
async function emptyQueue(): Promise<void> {
  for (;;) if ((await one.post('/v1/moderation/cases/next')).status === 404) return;
}

describe('POST /v1/moderation/cases/next', () => {
  it('gives ten callers ten cases, and a clear answer when none is left', async () => {
    await emptyQueue();
    for (let n = 0; n < 10; n++) await newCase();
    const given = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        (i % 2 ? one : other).post('/v1/moderation/cases/next').expect(200),
      ),
    );
    expect(new Set(given.map(({ body }) => body.id)).size).toBe(10);
    const none = await one.post('/v1/moderation/cases/next').expect(404);
    expect(none.body).toMatchObject({ code: 'NO_CASE_WAITING' });
    expect(none.body.messages.th).toContain('ไม่มีเรื่องรอพิจารณา');
  });

  it('gives the oldest first, and again what somebody left lying', async () => {
    await emptyQueue();
    const [first, second] = [await newCase(), await newCase()];
    const next = async () => (await one.post('/v1/moderation/cases/next').expect(200)).body.id;
    expect([await next(), await next()]).toEqual([first, second]);
    const clock = market.get(Clock);
    const now = clock.now.bind(clock);
    clock.now = () => new Date(Date.parse(now()) + 31 * 60_000).toISOString();
    try {
      const { body } = await viewer.get(`/v1/moderation/cases/${second}`).expect(200);
      expect(body).toMatchObject({ status: 'open', claimedBy: null });
      const taken = await step(other, second, 'claim').expect(200);
      expect(taken.body.status).toBe('claimed');
    } finally {
      clock.now = now;
    }
  });
});

describe('POST /v1/moderation/cases/{id}/claim', () => {
  it('keeps others away until the time is over or it is released', async () => {
    const id = await newCase();
    const { body } = await step(one, id, 'claim').expect(200);
    expect(body).toMatchObject({ status: 'claimed', claimedBy: 'มานะ ร่มเย็น', version: 2 });
    expect(actions(body)).toEqual(
      expect.arrayContaining(['claim', 'release', 'escalation', 'duplicate', 'decision-preview', 'decision']),
    );
    const refused = await step(other, id, 'claim').expect(409);
    expect(refused.body).toMatchObject({ code: 'CASE_CLAIMED', claimedUntil: body.claimedUntil });
    await step(other, id, 'release').expect(409);
    expect(actions((await other.get(`/v1/moderation/cases/${id}`)).body)).toEqual([]);
    const mine = await one
      .get('/v1/moderation/cases')
      .query({ claimedBy: 'me', status: 'claimed' })
      .expect(200);
    expect(mine.body.items.map((each: { id: string }) => each.id)).toContain(id);
    await step(one, id, 'release').expect(200);
    await step(other, id, 'claim').expect(200);
  });

  it('goes by the version the caller read', async () => {
    const id = await newCase();
    const { headers } = await one.get(`/v1/moderation/cases/${id}`).expect(200);
    await step(one, id, 'claim').set('If-Match', headers['etag']!).expect(200);
    await step(one, id, 'release').set('If-Match', headers['etag']!).expect(412);
  });

  it('is one moderator of two at once', async () => {
    const id = await newCase();
    const answers = await Promise.all([step(one, id, 'claim'), step(other, id, 'claim')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('POST /v1/moderation/cases/{id}/escalation', () => {
  it('takes the case out of the queue with a reason, and back', async () => {
    await emptyQueue();
    const id = await newCase();
    const { body } = await step(one, id, 'escalation', { reason: 'ไม่แน่ใจว่าเป็นการขาย' }).expect(200);
    expect(body).toMatchObject({ status: 'escalated', escalationReason: { text: 'ไม่แน่ใจว่าเป็นการขาย' } });
    await other.post('/v1/moderation/cases/next').expect(404);
    await step(one, id, 'claim').expect(409);
    expect(actions(body)).toEqual(['return', 'duplicate', 'decision-preview', 'decision']);
    expect((await step(other, id, 'return').expect(200)).body.status).toBe('open');
    await step(one, id, 'escalation', { reason: '  ' }).expect(400);
  });
});

describe('POST /v1/moderation/cases/{id}/duplicate', () => {
  it('ends the case, and further reports join the other one', async () => {
    const author = somebody();
    const original = await report(one, { authorUsername: author, text: 'ข้อความแรก' });
    const copy = await report(one, { authorUsername: author, text: 'ข้อความแรก (ส่งซ้ำ)' });
    const { body } = await step(one, copy.caseId, 'duplicate', { of: original.caseId }).expect(200);
    expect(body).toMatchObject({ status: 'duplicate', duplicateOf: original.caseId, allowedActions: [] });
    expect(body.reports).toHaveLength(1);
    const later = await report(one, { authorUsername: author, text: 'ข้อความแรก (ส่งซ้ำ)' });
    expect(later.caseId).toBe(original.caseId);
    const kept = await market.database.one<{ until: string | null }>(
      `SELECT t.retainUntil AS until FROM moderation_text t JOIN moderation_report r ON r.textId = t.id WHERE r.id = ?`,
      [copy.id],
    );
    expect(kept!.until).toMatch(/^\d{4}-/);
  });

  it('is of the same person, and no circle', async () => {
    const author = somebody();
    const [a, b] = [
      await report(one, { authorUsername: author, text: 'เรื่อง ก' }),
      await report(one, { authorUsername: author, text: 'เรื่อง ข' }),
    ];
    const stranger = await newCase();
    const refused = await step(one, a.caseId, 'duplicate', { of: stranger }).expect(400);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/of', code: 'NOT_OF_THE_SAME_PERSON' });
    await step(one, a.caseId, 'duplicate', { of: a.caseId }).expect(400);
    await step(one, a.caseId, 'duplicate', { of: b.caseId }).expect(200);
    await step(one, b.caseId, 'duplicate', { of: a.caseId }).expect(400);
  });
});

describe('GET /v1/moderation/cases', () => {
  it('narrows and pages', async () => {
    const author = somebody();
    const filed = [];
    for (const n of [1, 2, 3]) filed.push(await report(one, { authorUsername: author, text: `ที่ ${n}` }));
    const { body } = await viewer.get(`/v1/moderation/cases/${filed[0]!.caseId}`).expect(200);
    const list = (query: object) => viewer.get('/v1/moderation/cases').query(query).expect(200);
    const page = await list({ subjectId: body.subject.id, limit: 2, status: 'open' });
    expect(page.body.items.map((each: { id: string }) => each.id)).toEqual([
      filed[2]!.caseId,
      filed[1]!.caseId,
    ]);
    const rest = await list({
      ...{ subjectId: body.subject.id, limit: 2, status: 'open', cursor: page.body.nextCursor },
    });
    expect(rest.body).toMatchObject({
      items: [{ id: filed[0]!.caseId, text: { text: 'ที่ 1' } }],
      nextCursor: null,
    });
    expect((await list({ subjectId: body.subject.id, status: 'closed' })).body.items).toEqual([]);
    await viewer.get('/v1/moderation/cases').query({ status: 'ปิด' }).expect(400);
    await viewer.get('/v1/moderation/cases').query({ cursor: 'x' }).expect(400);
    await viewer.get('/v1/moderation/cases/01JZ8Q4T9X2M6V5R3K7N1B0C8D').expect(404);
  });
});
