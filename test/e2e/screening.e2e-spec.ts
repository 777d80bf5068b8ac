import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

describe('POST /v1/moderation/screenings', () => {
  let market: TestApp;
  let viewer: Client;

  beforeAll(async () => {
    market = await startApp();
    viewer = await market.asStaff('viewer');
  });
  afterAll(() => market.close());

  const screen = (texts: unknown) => viewer.post('/v1/moderation/screenings').send({ texts });

  it('answers in order, with rule, words and offsets of the text as it was sent', async () => {
    const texts = ['น้ำพริกเผา กระปุกละ 60 บาท พร้อมส่ง', '👑 คุยเรื่อง ก า ร เ มื อ ง กัน', 'สวัสดีวันจันทร์ค่ะทุกคน'];
    const { body } = await screen(texts).expect(200);
    const [sale, politics, greeting] = body.results;
    expect(sale).toMatchObject({ verdict: 'allowed', suggestions: [], lexiconVersion: 1 });
    expect(sale.sellingSignals).toContainEqual({ text: '60 บาท', start: 20, end: 26 });
    expect(politics).toMatchObject({ verdict: 'violation', suggestions: [{ ruleCode: 'politics' }] });
    const [span] = politics.suggestions[0].matches;
    expect(span).toEqual({ text: 'ก า ร เ มื อ ง', start: 13, end: 27 });
    expect(texts[1]!.slice(span.start, span.end)).toBe(span.text);
    expect(greeting.suggestions[0].ruleCode).toBe('daily_greeting');
  });

  it('takes texts of nothing, of signs and of half an emoji', async () => {
    const { body } = await screen(['', '😀😀', '\ud83d', '\u200b']).expect(200);
    expect(body.results.map(({ verdict }: { verdict: string }) => verdict)).toEqual(Array(4).fill('allowed'));
  });

  it.each([
    ['no texts', undefined, '/texts'],
    ['an empty list', [], '/texts'],
    ['a text instead of a list', 'ขายของ', '/texts'],
    ['a number among the texts', [1], '/texts'],
    ['a text too long', ['ก'.repeat(10_001)], '/texts'],
    ['too many texts', Array(1_001).fill('ก'), '/texts'],
  ])('refuses %s and names the field', async (_what, texts, pointer) => {
    const { body } = await screen(texts).expect(400);
    expect(body.errors.every((error: { pointer: string }) => error.pointer.startsWith(pointer))).toBe(true);
    expect(body.errors.length).toBeGreaterThan(0);
  });

  it('is not for everybody', async () => {
    await market.http
      .post('/v1/moderation/screenings')
      .send({ texts: ['ก'] })
      .expect(401);
    const stranger = await market.asKey(['sellers:read']);
    await stranger
      .post('/v1/moderation/screenings')
      .send({ texts: ['ก'] })
      .expect(403);
  });
});
