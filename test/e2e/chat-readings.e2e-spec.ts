import { sellers } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { countOf, messages, report } from '../setup/moderation-stage.js';

let market: TestApp;
let moderator: Client;
let viewer: Client;
let username: string;

beforeAll(async () => {
  market = await startMarketOfCast();
  moderator = await market.asStaff('moderator');
  viewer = await market.asStaff('viewer');
  const registrar = await market.asStaff('registrar');
  username = (await registrar.post('/v1/sellers').send(sellers.omsap).expect(201)).body.username;
});

afterAll(() => market.close());

const read = (text: string) => moderator.post('/v1/moderation/chat-readings').send({ text });
const fromChat = (body: object) => moderator.post('/v1/moderation/reports/from-chat').send(body);
const exported = () =>
  [
    '2026.01.12 วันจันทร์',
    `06:30\t${username}\t${messages.offer}`,
    `06:31\tป้าออม ของดี\t${messages.politics}`,
    '06:32\tป้าออม ของดี\t[สติกเกอร์]',
  ].join('\n');

describe('POST /v1/moderation/chat-readings', () => {
  it('shows the messages with what screening suggests, and keeps nothing', async () => {
    const { body } = await read(exported()).expect(200);
    expect(body.messages).toMatchObject([
      {
        number: 1,
        author: username,
        postedAt: '2026-01-11T23:30:00.000Z',
        suggestion: { verdict: 'allowed' },
      },
      { number: 2, author: 'ป้าออม ของดี', isSuggested: true },
      { number: 3, messageType: 'sticker', text: null },
    ]);
    expect(body.messages[1].suggestion.rules[0].ruleCode).toBe('politics');
    const [{ start, end, text }] = body.messages[1].suggestion.rules[0].spans;
    expect(messages.politics.slice(start, end)).toBe(text);
    expect(await countOf(market, 'moderation_report')).toBe(0);
    expect(await countOf(market, 'moderation_subject')).toBe(0);
  });

  it('knows registered names where only blanks tell them from the words', async () => {
    const { body } = await read(`06:30 ${username} สวัสดีวันจันทร์\n06:31 คนแปลกหน้า สวัสดี\nอะไร`).expect(200);
    expect(body.messages).toMatchObject([
      { author: username, authorIsSure: true, text: 'สวัสดีวันจันทร์', postedAt: null },
      { author: 'คนแปลกหน้า', authorIsSure: false, text: 'สวัสดี\nอะไร' },
    ]);
    const odd = await read('ไม่มีเวลา').expect(200);
    expect(odd.body.unread).toMatchObject([{ line: 1, reason: 'no_time', text: 'ไม่มีเวลา' }]);
    expect(odd.body.unread[0].message.th).toMatch(/[ก-๙]/);
  });

  it('is for those who moderate, and takes text only', async () => {
    await viewer.post('/v1/moderation/chat-readings').send({ text: 'ก' }).expect(403);
    const { body } = await moderator.post('/v1/moderation/chat-readings').send({ text: 7 }).expect(400);
    expect(body.errors[0].pointer).toBe('/text');
    const long = await read('06:30\tก\tข\n'.repeat(5_001)).expect(400);
    expect(long.body.errors[0].code).toBe('TOO_MANY_MESSAGES');
  });
});

describe('POST /v1/moderation/reports/from-chat', () => {
  it('reports the messages picked', async () => {
    const { body } = await fromChat({ text: exported(), messages: [3, 2] }).expect(200);
    expect(body.items).toMatchObject([
      { reference: '3', status: 201 },
      { reference: '2', status: 201 },
    ]);
    const { body: filed } = await viewer.get(`/v1/moderation/reports/${body.items[0].reportId}`).expect(200);
    expect(filed).toMatchObject({ source: 'chat', messageType: 'sticker', authorNickname: 'ป้าออม ของดี' });
    const none = await fromChat({ text: exported(), messages: [9] }).expect(400);
    expect(none.body.errors[0]).toMatchObject({ pointer: '/messages/0', code: 'NO_SUCH_MESSAGE' });
  });

  it('without numbers reports what screening suggests; the same chat again joins', async () => {
    const first = await fromChat({ text: exported() }).expect(200);
    expect(first.body.items.map(({ reference }: { reference: string }) => reference)).toContain('2');
    const again = await fromChat({ text: exported() }).expect(200);
    expect(again.body.items[0].caseId).toBe(first.body.items[0].caseId);
    const unsure = await fromChat({ text: `06:30 คนแปลกหน้า ${messages.politics}` }).expect(200);
    expect(unsure.body.items).toEqual([]);
  });
});

describe('What touches nation, religion, monarchy or politics', () => {
  it('is masked in lists for everybody, and without the scope everywhere', async () => {
    const filed = await report(moderator, {
      ...{ authorUsername: 'คนพูดการเมือง', text: messages.politics, note: 'อ้างพรรค' },
    });
    expect(filed).toMatchObject({
      text: { masked: true },
      case: { severity: 'S3', suggestedRule: 'politics' },
    });
    const hidden = { text: '[ปิดบัง: ข้อความอ่อนไหว]', masked: true, erased: false };
    for (const list of ['reports', 'cases']) {
      const { body } = await moderator.get(`/v1/moderation/${list}`).query({ limit: 200 }).expect(200);
      expect(JSON.stringify(body)).not.toContain('เลือกตั้ง');
      expect(body.items[0].text).toEqual(hidden);
    }
    const open = await moderator.get(`/v1/moderation/cases/${filed.caseId}`).expect(200);
    expect(open.body.text.text).toBe(messages.politics);
    expect(open.body.reports[0].note.text).toBe('อ้างพรรค');
    expect(open.body.suggestion.rules[0].spans[0].text.length).toBeGreaterThan(1);
    const closed = await viewer.get(`/v1/moderation/cases/${filed.caseId}`).expect(200);
    expect(closed.body).toMatchObject({ text: hidden, reports: [{ text: hidden, note: hidden }] });
    expect(closed.body.suggestion.rules[0].spans[0].text).toBeNull();
    const one = await viewer.get(`/v1/moderation/reports/${filed.id}`).expect(200);
    expect(one.body.text).toEqual(hidden);
  });

  it('comes before everything that waits', async () => {
    for (;;) if ((await moderator.post('/v1/moderation/cases/next')).status === 404) break;
    await report(moderator, { authorUsername: 'ก', text: 'เรื่องธรรมดาที่มาก่อน' });
    const { caseId } = await report(moderator, { authorUsername: 'ข', text: messages.politics });
    const { body } = await moderator.post('/v1/moderation/cases/next').expect(200);
    expect(body.id).toBe(caseId);
  });
});
