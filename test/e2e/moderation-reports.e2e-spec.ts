import { cooperatives, sellers } from '../factories/cast.js';
import { newKey } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { countOf, messages, report } from '../setup/moderation-stage.js';

let market: TestApp;
let moderator: Client;
let viewer: Client;
let omsap: { id: string; username: string; cooperative: { id: string } };

beforeAll(async () => {
  market = await startMarketOfCast();
  moderator = await market.asStaff('moderator');
  viewer = await market.asStaff('viewer');
  const registrar = await market.asStaff('registrar');
  omsap = (await registrar.post('/v1/sellers').send(sellers.omsap).expect(201)).body;
});

afterAll(() => market.close());

const file = (body: object) => moderator.post('/v1/moderation/reports').send(body);
let people = 0;
const somebody = () => `คนในกลุ่ม ${++people}`;

describe('POST /v1/moderation/reports', () => {
  it('keeps the text as evidence and opens a case about the seller', async () => {
    const posted = { authorUsername: omsap.username, text: messages.greeting, note: 'ส่งทุกเช้า' };
    const { body, headers } = await file({ ...posted, postedAt: '2026-01-12T06:30:00+07:00' }).expect(201);
    expect(body).toMatchObject({
      subject: { nickname: omsap.username, sellerId: omsap.id },
      postedAt: '2026-01-11T23:30:00.000Z',
      text: { text: messages.greeting, masked: false, erased: false },
      note: { text: 'ส่งทุกเช้า' },
      source: 'single',
      reportedBy: 'เจ้าหน้าที่ moderator',
      case: { status: 'open', reportCount: 1, claimedBy: null },
    });
    expect(body.textHash).toMatch(/^[0-9a-f]{64}$/);
    expect(headers['location']).toBe(`/v1/moderation/reports/${body.id}`);
    const read = await viewer.get(`/v1/moderation/reports/${body.id}`).expect(200);
    expect(read.body.caseId).toBe(body.caseId);
  });

  it('takes authors nobody knows, and stickers without words or time', async () => {
    const author = somebody();
    const { body } = await file({ authorUsername: author, messageType: 'sticker' }).expect(201);
    expect(body).toMatchObject({ subject: { nickname: author, sellerId: null }, text: null, postedAt: null });
  });

  it('joins reports of the same message, however it is typed', async () => {
    const author = somebody();
    const first = await report(moderator, { authorUsername: author, text: 'สวัสดี วันอังคาร' });
    const second = await report(moderator, { authorUsername: ` ${author} `, text: ' สวัสดีวัน\nอังคาร' });
    expect(second.caseId).toBe(first.caseId);
    expect(second.case).toMatchObject({ reportCount: 2, version: 2 });
    const other = await report(moderator, { authorUsername: somebody(), text: 'สวัสดี วันอังคาร' });
    expect(other.caseId).not.toBe(first.caseId);
  });

  it('tells stickers apart by the minute they were posted', async () => {
    const sticker = { authorUsername: somebody(), messageType: 'sticker' };
    const at = (time: string) => report(moderator, { ...sticker, postedAt: `2026-01-12T${time}+07:00` });
    const [one, same, other] = [await at('06:30:05'), await at('06:30:59'), await at('06:31:00')];
    expect(same.caseId).toBe(one.caseId);
    expect(other.caseId).not.toBe(one.caseId);
  });

  it('makes one case of two reports at once', async () => {
    const posted = { authorUsername: somebody(), text: 'ข้อความเดียวกันที่แจ้งพร้อมกัน' };
    const filed = await Promise.all(Array.from({ length: 6 }, () => report(moderator, posted)));
    expect(new Set(filed.map(({ caseId }) => caseId)).size).toBe(1);
    const { body } = await viewer.get(`/v1/moderation/cases/${filed[0]!.caseId}`).expect(200);
    expect(body).toMatchObject({ reportCount: 6, status: 'open' });
    expect(body.reports).toHaveLength(6);
  });

  it('answers an Idempotency-Key with the first report', async () => {
    const before = await countOf(market, 'moderation_report');
    const keyed = () =>
      file({ authorUsername: 'คนเดิม', text: 'ข้อความเดิม' }).set('Idempotency-Key', 'report-1');
    const [one, again] = [await keyed().expect(201), await keyed().expect(201)];
    expect(again.body).toEqual(one.body);
    expect(await countOf(market, 'moderation_report')).toBe(before + 1);
  });

  it.each([
    ['no author', { text: 'x' }, '/authorUsername'],
    ['an author of blanks', { authorUsername: ' \u200b ', text: 'x' }, '/authorUsername'],
    ['a text without words', { authorUsername: 'ก', text: ' \n ' }, '/text'],
    ['an endless text', { authorUsername: 'ก', text: 'ก'.repeat(10_001) }, '/text'],
    ['an unknown kind', { authorUsername: 'ก', text: 'x', messageType: 'video' }, '/messageType'],
    [
      'a Buddhist year',
      { authorUsername: 'ก', text: 'x', postedAt: '2569-01-12T06:30:00+07:00' },
      '/postedAt',
    ],
    ['a time without zone', { authorUsername: 'ก', text: 'x', postedAt: '2026-01-12T06:30:00' }, '/postedAt'],
    ['a field nobody knows', { authorUsername: 'ก', text: 'x', points: 3 }, '/points'],
  ])('refuses %s, in Thai and English', async (_what, body, pointer) => {
    const thai = await file(body).set('Accept-Language', 'th').expect(400);
    expect(thai.body.errors[0].pointer).toBe(pointer);
    expect(thai.body.errors[0].message).toMatch(/[ก-๙]/);
    const english = await file(body).set('Accept-Language', 'en').expect(400);
    expect(english.body.errors[0].message).toMatch(/^[ -~]+$/);
  });

  it('keeps any words just as they are', async () => {
    const text = "'; DROP TABLE moderation_case; -- <b>🙂</b> \u202eกลับหลัง";
    const { id } = await report(moderator, { authorUsername: '🙂🙂', text });
    const { body } = await moderator.get(`/v1/moderation/reports/${id}`).expect(200);
    expect(body.text.text).toBe(text);
  });

  it('is for those who moderate', async () => {
    await viewer.post('/v1/moderation/reports').send({ authorUsername: 'ก', text: 'ข' }).expect(403);
    await market.http.post('/v1/moderation/reports').send({ authorUsername: 'ก', text: 'ข' }).expect(401);
  });
});

describe('POST /v1/moderation/reports/batch', () => {
  it('answers each in order, and no bad one stops the others', async () => {
    const author = somebody();
    const reports = [
      { reference: 'ก', authorUsername: author, text: 'ข้อความหนึ่ง' },
      { reference: 'ข', authorUsername: author, text: '' },
      null,
      { authorUsername: author, text: 'ข้อความ หนึ่ง', reference: 'ง' },
      { reference: 'จ', authorUsername: somebody(), text: 'ข้อความหนึ่ง', points: 3 },
    ];
    const { body } = await moderator.post('/v1/moderation/reports/batch').send({ reports }).expect(200);
    expect(body.items.map((item: { status: number }) => item.status)).toEqual([201, 400, 400, 201, 400]);
    expect(body.items.map((item: { reference: string }) => item.reference)).toEqual([
      'ก',
      'ข',
      null,
      'ง',
      'จ',
    ]);
    expect(body.items[3].caseId).toBe(body.items[0].caseId);
    expect(body.items[1].errors[0]).toMatchObject({ pointer: '/text', code: 'REQUIRED' });
    expect(body.items[4].errors[0].pointer).toBe('/points');
    const found = await viewer.get(`/v1/moderation/cases/${body.items[0].caseId}`).expect(200);
    expect(found.body).toMatchObject({ reportCount: 2, version: 1 });
  });

  it('takes 500 and refuses more', async () => {
    const reports = Array.from({ length: 500 }, (_, i) => ({
      ...{ authorUsername: `ผู้ส่ง ${i % 50}`, text: `ข้อความที่ ${i}`, reference: `${i}` },
    }));
    const { body } = await moderator.post('/v1/moderation/reports/batch').send({ reports }).expect(200);
    expect(new Set(body.items.map((item: { caseId: string }) => item.caseId)).size).toBe(500);
    const more = { reports: [...reports, reports[0]] };
    const refused = await moderator.post('/v1/moderation/reports/batch').send(more).expect(400);
    expect(refused.body.errors[0].pointer).toBe('/reports');
  });
});

describe('GET /v1/moderation/reports', () => {
  it('pages and narrows', async () => {
    const author = somebody();
    const filed = [];
    for (const n of [1, 2, 3])
      filed.push(await report(moderator, { authorUsername: author, text: `ใบที่ ${n}` }));
    const { body: one } = await viewer.get(`/v1/moderation/reports/${filed[0]!.id}`).expect(200);
    const list = (query: object) => viewer.get('/v1/moderation/reports').query(query).expect(200);
    const first = await list({ subjectId: one.subject.id, limit: 2 });
    const rest = await list({ subjectId: one.subject.id, limit: 2, cursor: first.body.nextCursor });
    const ids = [...first.body.items, ...rest.body.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(filed.map(({ id }) => id).reverse());
    expect((await list({ reportedBy: 'me' })).body.items).toEqual([]);
    expect((await list({ from: '2000-01-01T00:00:00Z', to: '2000-01-02T00:00:00Z' })).body.items).toEqual([]);
  });
});

describe('A key limited to cooperatives', () => {
  it('reports and sees its own sellers only', async () => {
    const scopes = ['moderation:read', 'moderation:write'] as const;
    const own = await newKey(market, [...scopes], [omsap.cooperative.id]);
    const mine = await report(own.client, { authorUsername: omsap.username, text: 'เรื่องของสหกรณ์นี้' });
    const other = await report(moderator, { authorUsername: somebody(), text: 'เรื่องของคนอื่น' });
    await own.client.get(`/v1/moderation/reports/${mine.id}`).expect(200);
    await own.client.get(`/v1/moderation/reports/${other.id}`).expect(404);
    await own.client.get(`/v1/moderation/cases/${other.caseId}`).expect(404);
    await own.client.post(`/v1/moderation/cases/${other.caseId}/claim`).expect(404);
    const { body } = await own.client.get('/v1/moderation/cases').expect(200);
    const sellerIds = body.items.map((each: { subject: { sellerId: string } }) => each.subject.sellerId);
    expect(new Set(sellerIds)).toEqual(new Set([omsap.id]));
    const refused = await own.client
      .post('/v1/moderation/reports')
      .send({ authorUsername: `${cooperatives.khruRimthan.shortName}`, text: 'ก' })
      .expect(400);
    expect(refused.body.errors[0].code).toBe('NOT_YOUR_SELLER');
  });
});
