import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import { clerk } from '../setup/clerk.js';
import type { Client } from '../setup/clients.js';
import { formPusher, type Item, type Pusher } from '../setup/form-pusher.js';
import { exportOf, momentOf, questions, response } from '../factories/form-response.js';
import { expireAll } from '../setup/expiry.js';

describe('POST /v1/form-responses', () => {
  let market: TestApp;
  let key: Client;
  let registrar: Client;
  let push: Pusher;

  beforeAll(async () => {
    market = await startMarketOfCast();
    key = await market.asKey(['form-responses:write']);
    registrar = await market.asStaff('registrar');
    push = formPusher(key);
  });
  afterAll(() => market.close());

  const runOf = async ({ importId }: Item) =>
    (await registrar.get(`/v1/imports/${importId}`).expect(200)).body;
  const rowsOf = async ({ importId }: Item) =>
    (await registrar.get(`/v1/imports/${importId}/rows`).query({ limit: 200 }).expect(200)).body.items;
  const manySellers = async () =>
    Number((await market.database.one<{ many: number }>('SELECT COUNT(*) AS many FROM seller'))!.many);

  it('makes a seller of an answer and says where it stands', async () => {
    const [item] = await push([response(0)]);
    expect(item).toMatchObject({ responseId: 'answer-0', outcome: 'created', row: 1, issues: [] });
    expect(item!.username).toBe('A1650กานดาสอ.อยู่ดีกินดี');
    const { body: seller } = await registrar.get(`/v1/sellers/${item!.sellerId}`).expect(200);
    expect(seller).toMatchObject({ status: 'active', phone: '0861000000', source: 'import' });
    const categories = seller.offerings.map(({ category }: { category: string }) => category);
    expect(categories.sort()).toEqual(['crafts', 'food']);
    const run = await runOf(item!);
    expect(run).toMatchObject({ kind: 'push', fileName: 'ลงทะเบียนผู้ขาย', status: 'completed' });
    expect(run.formId).toMatch(/^1FAIpQLS/);
    expect(run.counts).toMatchObject({ total: 1, created: 1, processed: 1, waiting: 0 });
    const { body: list } = await registrar.get('/v1/imports').expect(200);
    expect(list.items.map(({ id }: { id: string }) => id)).toContain(item!.importId);
  });

  it('answers unchanged when the same response comes again, and adds nothing', async () => {
    const [first] = await push([response(1)]);
    const [before, many] = [await runOf(first!), await manySellers()];
    const [again, twice] = await push([response(1), response(1)]);
    for (const item of [again, twice]) {
      const { importId, row, sellerId, username } = first!;
      expect(item).toMatchObject({ outcome: 'unchanged', reason: 'same_content', importId, row });
      expect(item).toMatchObject({ sellerId, username });
      expect(item!.reasonText!.th).toMatch(/[ก-๙]/);
    }
    expect((await runOf(first!)).counts).toEqual(before.counts);
    expect(await manySellers()).toBe(many);
  });

  it('makes one seller of one response that stands twice in a request', async () => {
    const [first, second] = await push([response(3), response(3)]);
    expect([first!.outcome, second!.outcome]).toEqual(['created', 'unchanged']);
    expect(second!.sellerId).toBe(first!.sellerId);
  });

  it('makes an update of an edited answer, and keeps a newer one against an older', async () => {
    const [first] = await push([response(2)]);
    const [second] = await push([response(2, { phone: '0899999992' }, { submittedAt: momentOf(50) })]);
    expect(second).toMatchObject({ outcome: 'updated', changed: ['phone'], sellerId: first!.sellerId });
    const [third] = await push([response(2)]);
    expect(third).toMatchObject({
      outcome: 'unchanged',
      reason: 'older_answer',
      sellerId: first!.sellerId,
    });
    const [same] = await push([response(2, { phone: '0899999993' }, { submittedAt: momentOf(50) })]);
    expect(same).toMatchObject({ outcome: 'updated', changed: ['phone'] });
    const { body: seller } = await registrar.get(`/v1/sellers/${first!.sellerId}`).expect(200);
    expect(seller).toMatchObject({ phone: '0899999993', username: first!.username });
  });

  it('answers each response for itself, in order, however bad its neighbours are', async () => {
    const good = response(10);
    const bad: [unknown, RegExp][] = [
      ['ไม่ใช่ออบเจกต์', /ออบเจกต์/],
      [{ ...good, responseId: undefined }, /responseId/],
      [{ ...good, responseId: 'a b' }, /responseId/],
      [{ ...good, responseId: 'x1', answers: 'ไม่ใช่รายการ' }, /answers/],
      [{ ...good, responseId: 'x2', answers: [] }, /answers/],
      [{ ...good, responseId: 'x3', answers: [{ question: 'ชื่อ', answer: { a: 1 } }] }, /ข้อที่ 1/],
      [{ ...good, responseId: 'x4', answers: [{ question: '', answer: 'ก' }] }, /คำถาม/],
      [{ ...good, responseId: 'x5', submittedAt: 12 }, /submittedAt/],
      [{ ...good, responseId: 'x6', status: 'active' }, /status/],
      [{ ...good, responseId: 'x7', answers: Array(200).fill({ question: 'ก', answer: '' }) }, /เกิน/],
    ];
    const before = await manySellers();
    const items = await push([...bad.map(([sent]) => sent), good]);
    expect(items).toHaveLength(bad.length + 1);
    for (const [place, [, sentence]] of bad.entries()) {
      const item = items[place]!;
      expect(item).toMatchObject({ outcome: 'rejected', importId: null, row: null, sellerId: null });
      expect(item.issues[0]).toMatchObject({ code: 'RESPONSE_UNREADABLE', severity: 'error' });
      expect(item.issues[0]!.message.th).toMatch(sentence);
      expect(item.issues[0]!.message.en).toMatch(/[a-z]/);
    }
    expect(items.at(-1)).toMatchObject({ outcome: 'created', responseId: 'answer-10' });
    expect(await manySellers()).toBe(before + 1);
  });

  it('names the cell and what is wrong with it, in both languages', async () => {
    const [item] = await push([response(11, { phone: '12', consent: 'ไม่ยินยอม' })]);
    expect(item!.outcome).toBe('rejected');
    const said = Object.fromEntries(item!.issues.map((issue) => [issue.code, issue]));
    expect(said['PHONE_UNREADABLE']).toMatchObject({ column: questions.phone, severity: 'error', got: null });
    expect(said['CONSENT_REFUSED']!.message.th).toMatch(/[ก-๙]/);
    expect(said['CONSENT_REFUSED']!.message.en).toMatch(/[a-z]/);
    const { text } = await registrar.get(`/v1/imports/${item!.importId}/rejected.csv`).expect(200);
    expect(text).toContain('รหัสคำตอบ,ประทับเวลา,');
    expect(text).toContain('answer-11');
    const usernames = await registrar.get(`/v1/imports/${item!.importId}/usernames.csv`).expect(200);
    expect(usernames.text).toContain('A1650กานดาสอ.อยู่ดีกินดี');
  });

  it('keeps the order of questions, equal titles and unnamed ones', async () => {
    const { answers } = response(12, { cooperative: 'สหกรณ์ที่ไม่มีอยู่จริง จำกัด', number: '999999' });
    const more = [
      { question: 'รูปสินค้า', answer: 'หนึ่ง' },
      { question: '', answer: 'ไม่มีชื่อคำถาม' },
      { question: 'รูปสินค้า', answer: 'สอง' },
      { question: 'เวลาที่สะดวก', answer: [['เช้า', 'บ่าย'], ['เย็น'], null] },
      { question: 'คะแนนความพอใจ', answer: 5 },
      { question: 'ช่องที่เลือก', answer: ['ก', 'ข'] },
      { question: 'ไม่ได้ตอบ', answer: null },
    ];
    const [item] = await push([{ responseId: 'answer-12', answers: [...answers, ...more] }]);
    expect(item).toMatchObject({ outcome: 'needs_review', reason: 'unknown_cooperative' });
    const [row] = await rowsOf(item!);
    const cells = Object.entries(row.cells);
    expect(cells.slice(-7)).toEqual([
      ['รูปสินค้า', 'หนึ่ง'],
      [`คอลัมน์ที่ ${cells.length - 5}`, 'ไม่มีชื่อคำถาม'],
      ['รูปสินค้า (2)', 'สอง'],
      ['เวลาที่สะดวก', 'เช้า, บ่าย; เย็น; '],
      ['คะแนนความพอใจ', '5'],
      ['ช่องที่เลือก', 'ก, ข'],
      ['ไม่ได้ตอบ', ''],
    ]);
  });

  it('reads the address a form collects, and leaves it to a question of its own', async () => {
    const [collected] = await push([response(13, {}, { email: 'suda@example.org' })]);
    const { body: seller } = await registrar.get(`/v1/sellers/${collected!.sellerId}`);
    expect(seller.email).toBe('suda@example.org');
    const asked = response(14, {}, { email: 'account@example.org' });
    asked.answers.push({ question: 'อีเมล', answer: 'asked@example.org' });
    const [own] = await push([asked]);
    expect((await registrar.get(`/v1/sellers/${own!.sellerId}`)).body.email).toBe('asked@example.org');
  });

  it('refuses what is malformed or too much as a whole', async () => {
    const post = (body: unknown) => key.post('/v1/form-responses').send(body as object);
    const many = Array.from({ length: 101 }, (_, n) => response(n));
    for (const body of [
      { formId: 'f', responses: many },
      { formId: 'f', responses: [] },
      { formId: 'f', responses: 'x' },
      { formId: 'a b', responses: [response(0)] },
      { responses: [response(0)] },
      { formId: 'f', responses: [response(0)], more: 1 },
    ]) {
      const answer = await post(body);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        400,
        expect.stringContaining('application/problem+json'),
      ]);
    }
    await key.post('/v1/form-responses').type('json').send('{"formId": ').expect(400);
  });

  it('is open to its scope alone', async () => {
    const body = { formId: 'f', responses: [response(0)] };
    await market.http.post('/v1/form-responses').send(body).expect(401);
    const reader = await market.asKey(['sellers:read', 'imports:read']);
    await reader.post('/v1/form-responses').send(body).expect(403);
    const [item] = await push([response(15)]);
    await key.get(`/v1/imports/${item!.importId}`).expect(403);
    await key.get(`/v1/sellers/${item!.sellerId}`).expect(403);
  });

  it('replays the first answer under an Idempotency-Key', async () => {
    const body = { formId: 'idempotent', responses: [response(16)] };
    const send = () => key.post('/v1/form-responses').set('Idempotency-Key', 'night-1').send(body);
    const first = await send().expect(200);
    const again = await send().expect(200);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    await key
      .post('/v1/form-responses')
      .set('Idempotency-Key', 'night-1')
      .send({ ...body, responses: [response(17)] })
      .expect(422);
  });

  it('writes on record who pushed, without a word of the answers', async () => {
    await push([response(18)], 'audited');
    const entries = await market.database.all<{ action: string; payload: string; actorType: string }>(
      "SELECT action, payload, actorType FROM audit_entry WHERE action = 'import.answers_pushed'",
    );
    expect(entries.at(-1)).toMatchObject({ actorType: 'key' });
    expect(JSON.parse(entries.at(-1)!.payload)).toEqual({ formId: 'audited', rows: 1 });
  });

  it('starts another import for other questions', async () => {
    const [one] = await push([response(30)], 'two-shapes');
    const other = response(31);
    other.answers.push({ question: 'หมู่บ้าน', answer: 'ดอนงาม' });
    const [two] = await push([other], 'two-shapes');
    expect(two!.importId).not.toBe(one!.importId);
    const [mixed, alike] = await push([response(32), { ...other, responseId: 'answer-33' }], 'two-shapes');
    expect(mixed!.importId).toBe(one!.importId);
    expect(alike!.importId).toBe(two!.importId);
  });

  it('keeps the answers of open rows no longer than those of files', async () => {
    const [item] = await push([response(40, { phone: 'x' })], 'expiring');
    await expireAll(market);
    const [row] = await rowsOf(item!);
    expect(row).toMatchObject({ outcome: 'rejected', cells: null, issues: [] });
    expect(await expireAll(market)).toBe(0);
    // The retention time is a day at least, so the answer comes back on another one, with another import.
    const later = response(40, { phone: 'x' });
    later.answers.push({ question: 'หมู่บ้าน', answer: '' });
    const [again] = await push([later], 'expiring');
    expect(again).toMatchObject({ outcome: 'rejected', row: 1 });
    expect((await rowsOf(item!))[0]).toMatchObject({ outcome: 'skipped', reason: 'judged_again' });
  });

  it('leaves imports of files as they were', async () => {
    const run = await clerk(registrar).import(exportOf([response(50)]), 'file.csv');
    expect(run).toMatchObject({ kind: 'file', formId: null });
  });
});
