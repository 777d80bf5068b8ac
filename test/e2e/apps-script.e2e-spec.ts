import { readFileSync } from 'node:fs';
import type { TestApp } from '../setup/app.js';
import { AppsScript } from '../setup/apps-script.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import { entry, keysOf, tooLarge } from '../factories/form-entry.js';
import { momentOf, questions } from '../factories/form-response.js';

describe('the Apps Script', () => {
  let market: TestApp;
  let secret: string;
  let script: AppsScript;
  let forms = 0;

  beforeAll(async () => {
    market = await startMarketOfCast();
    const admin = await market.asStaff('admin');
    const wanted = { name: 'สคริปต์', owner: 'ฝ่ายไอที', scopes: ['form-responses:write'] };
    secret = (await admin.post('/v1/api-keys').send(wanted).expect(201)).body.secret;
  });
  afterAll(() => market.close());
  beforeEach(async () => {
    script = await started('form');
  });
  afterEach(() => script.end());

  async function started(bound: 'form' | 'sheet'): Promise<AppsScript> {
    const made = new AppsScript(`form-${++forms}`, bound);
    const items = Object.values(questions).map((title) => ({ title }));
    await made.tell('items', { items: [{ title: 'ยินดีต้อนรับ', type: 'SECTION_HEADER' }, ...items] });
    await made.tell('property', { key: 'REGISTRY_URL', value: `${market.url}/` });
    await made.tell('property', { key: 'REGISTRY_KEY', value: secret });
    await made.run('setup');
    return made;
  }
  const sellers = () =>
    market.database.all<{ phone: string | null; username: string }>('SELECT phone, username FROM seller');
  const withPhone = async (phone: string) => (await sellers()).filter((seller) => seller.phone === phone);

  it('installs its triggers once, however often it is set up, and says that it is ready', async () => {
    const world = await script.run('setup');
    expect(world.triggers.map(({ handler, kind }) => [handler, kind])).toEqual([
      ['onAnswer', 'form'],
      ['flushQueue', 'time'],
    ]);
    expect(world.alerts[0]).toContain('ตั้งค่าเรียบร้อย');
    const { menu } = await script.run('onOpen');
    expect(menu!.map(([title]) => title)).toContain('ส่งคำตอบทั้งหมดเพื่อกระทบยอด');
  });

  it.each(['form', 'sheet'] as const)('sends an answer and its edit, bound to the %s', async (bound) => {
    const own = await started(bound);
    try {
      const n = bound === 'form' ? 0 : 1;
      const first = await own.submit(entry(n));
      expect(keysOf(first, 'wait:')).toEqual([]);
      expect(await withPhone(`086100000${n}`)).toHaveLength(1);
      await own.submit(entry(n, { phone: `087700000${n}` }, { at: momentOf(300 + n) }));
      expect(await withPhone(`086100000${n}`)).toHaveLength(0);
      expect(await withPhone(`087700000${n}`)).toHaveLength(1);
    } finally {
      await own.end();
    }
  });

  it('makes one seller when the trigger fires twice', async () => {
    const before = (await sellers()).length;
    const world = await script.submit(entry(2), 2);
    expect(world.fetches).toBe(2);
    expect((await sellers()).length).toBe(before + 1);
  });

  it('queues ids alone while the service is away, and sends later', async () => {
    script.fetch = () => Promise.reject(new Error('away'));
    const away = await script.submit(entry(3));
    expect(away.slept).toHaveLength(2);
    expect(away.slept[1]!).toBeGreaterThan(away.slept[0]!);
    expect(keysOf(away, 'wait:')).toEqual(['wait:2_ABaOnud-3']);
    const kept = JSON.stringify(away.properties);
    for (const secretText of ['0861000003', 'ธงชัย', 'อยู่ดีกินดี']) expect(kept).not.toContain(secretText);
    expect(JSON.stringify(away.logs)).not.toContain('ธงชัย');
    const early = await script.run('flushQueue');
    expect(early.fetches).toBe(0);
    const state = await script.run('showState');
    expect(state.alerts[0]).toContain('รอส่ง: 1');
    script.fetch = (url, init) => fetch(url, init);
    await script.tell('world', { ahead: 10 * 60_000 });
    const later = await script.run('flushQueue');
    expect(keysOf(later, 'wait:')).toEqual([]);
    expect(await withPhone('0861000003')).toHaveLength(1);
  });

  it('waits as long as a 429 says', async () => {
    const refusals = ['7', '4000'];
    script.fetch = (url, init) => {
      const retryAfter = refusals.shift();
      if (retryAfter === undefined) return fetch(url, init);
      const headers = { 'Retry-After': retryAfter, 'Content-Type': 'application/problem+json' };
      return Promise.resolve(new Response('{"code":"QUOTA_EXCEEDED"}', { status: 429, headers }));
    };
    const world = await script.submit(entry(4));
    expect(world.slept).toHaveLength(1);
    expect(world.slept[0]!).toBeGreaterThanOrEqual(7_000);
    const [key] = keysOf(world, 'wait:');
    const { due } = JSON.parse(world.properties[key!]!) as { due: number };
    expect(due).toBeGreaterThan(Date.now() + 3_900_000);
    await script.tell('world', { ahead: 30 * 60_000 });
    expect((await script.run('flushQueue')).fetches).toBe(0);
    await script.tell('world', { ahead: 60 * 60_000 });
    expect(keysOf(await script.run('flushQueue'), 'wait:')).toEqual([]);
    expect(await withPhone('0861000004')).toHaveLength(1);
  });

  it('stops at a wrong key, keeps and shows the answer, and sends it once the key is right', async () => {
    await script.tell('property', { key: 'REGISTRY_KEY', value: 'fsct_key_wrong' });
    const world = await script.submit(entry(5));
    expect([world.fetches, world.slept]).toEqual([1, []]);
    expect(keysOf(world, 'stuck:')).toEqual(['stuck:2_ABaOnud-5']);
    await script.tell('world', { ahead: 24 * 3_600_000 });
    expect((await script.run('flushQueue')).fetches).toBe(0);
    const { alerts } = await script.run('showState');
    expect(alerts[0]).toContain('คีย์ไม่ถูกต้อง');
    expect((await script.run('setup')).alerts[0]).toContain('คีย์ไม่ถูกต้อง');
    await script.tell('property', { key: 'REGISTRY_KEY', value: secret });
    const after = await script.run('retryStuck');
    expect([...keysOf(after, 'stuck:'), ...keysOf(after, 'wait:')]).toEqual([]);
    expect(await withPhone('0861000005')).toHaveLength(1);
  });

  it('leaves the sending to the run that is under way', async () => {
    await script.tell('lock', { taken: true });
    const world = await script.submit(entry(6));
    expect(world.fetches).toBe(0);
    expect(keysOf(world, 'wait:')).toHaveLength(1);
    await script.tell('lock', { taken: false });
    expect(keysOf(await script.run('flushQueue'), 'wait:')).toEqual([]);
  });

  it('forgets an answer that was deleted in the form', async () => {
    await script.tell('lock', { taken: true });
    await script.submit(entry(7));
    await script.tell('remove', { id: '2_ABaOnud-7' });
    await script.tell('lock', { taken: false });
    const world = await script.run('flushQueue');
    expect([keysOf(world, 'wait:'), world.fetches]).toEqual([[], 0]);
  });

  it('sends 300 answers for reconciliation in stretches, and goes on where it stopped', async () => {
    const responses = Array.from({ length: 300 }, (_, i) => entry(100 + i));
    await script.tell('fill', { responses });
    await script.tell('world', { costMs: 100_000 });
    const first = await script.run('reconcileAll');
    expect(first.fetches).toBe(3);
    expect(first.alerts[0]).toContain('ส่งแล้ว 150');
    const going = first.triggers.filter(({ handler }) => handler === 'continueReconciliation');
    expect(going).toHaveLength(1);
    // Somebody edits an answer that was not sent yet, and one that was.
    await script.tell('fill', {
      responses: responses.map((each) =>
        each.id === '2_ABaOnud-110' ? { ...entry(110, { phone: '0855555555' }), at: momentOf(900) } : each,
      ),
    });
    const second = await script.run('continueReconciliation');
    expect(second.fetches).toBe(3);
    const third = await script.run('continueReconciliation');
    expect(third.triggers.map(({ handler }) => handler)).toEqual(['onAnswer', 'flushQueue']);
    const { alerts } = await script.run('showState');
    expect(alerts[0]).toContain('ครบแล้ว');
    const phones = new Set((await sellers()).map(({ phone }) => phone));
    const missing = responses.filter((_, i) => i !== 10 && !phones.has(`086${String(1_000_100 + i)}`));
    expect(missing).toEqual([]);
    expect(phones.has('0855555555')).toBe(true);
    await script.tell('world', { costMs: 0 });
    const again = await script.run('reconcileAll');
    expect(again.alerts[0]).toContain('ไม่เปลี่ยนแปลง 300');
  });

  it('pauses a reconciliation while the service is away, and stops it at a wrong key', async () => {
    await script.tell('fill', { responses: [entry(8)] });
    script.fetch = () =>
      Promise.resolve(new Response('{}', { status: 503, headers: { 'Retry-After': '900' } }));
    const paused = await script.run('reconcileAll');
    const going = paused.triggers.find(({ handler }) => handler === 'continueReconciliation');
    expect(going!.after).toBeGreaterThanOrEqual(900_000);
    script.fetch = (url, init) => fetch(url, init);
    await script.tell('world', { ahead: 1_000_000 });
    await script.run('flushQueue');
    expect((await script.run('showState')).alerts[0]).toContain('ครบแล้ว');
    await script.tell('property', { key: 'REGISTRY_KEY', value: 'fsct_key_wrong' });
    const stopped = await script.run('reconcileAll');
    expect(stopped.alerts[0]).toContain('หยุด: คีย์ไม่ถูกต้อง');
    expect(keysOf(stopped, 'stuck:')).toEqual([]);
  });

  it('lets one answer the service cannot read hold up no other', async () => {
    await script.tell('fill', { responses: [entry(9), tooLarge(10), entry(11)] });
    const world = await script.run('reconcileAll');
    expect(keysOf(world, 'stuck:')).toEqual(['stuck:2_ABaOnud-10']);
    expect(world.alerts[0]).toContain('ใหญ่เกินไป');
    expect(await withPhone('0861000009')).toHaveLength(1);
    expect(await withPhone('0861000011')).toHaveLength(1);
  });

  it('keeps a bounded list of stuck answers, and none that a reconciliation got through', async () => {
    await script.tell('fill', { responses: [tooLarge(12)] });
    expect(keysOf(await script.run('reconcileAll'), 'stuck:')).toEqual(['stuck:2_ABaOnud-12']);
    for (let n = 0; n < 300; n++)
      await script.tell('property', { key: `stuck:before-${n}`, value: '{"why":"-"}' });
    await script.tell('fill', { responses: [entry(12), tooLarge(13)] });
    const stuck = keysOf(await script.run('reconcileAll'), 'stuck:');
    expect([stuck.length, ...stuck.filter((key) => key.includes('2_'))]).toEqual([300]);
    expect(await withPhone('0861000012')).toHaveLength(1);
  });

  it('sends every question in order: grids by rows, unanswered ones empty, the collected address', async () => {
    let sent = '';
    script.fetch = (url, init) => ((sent = init.body as string), fetch(url, init));
    const grid = { title: 'เวลาที่สะดวก', type: 'GRID', rows: ['เช้า', 'เย็น'] };
    const boxes = { title: 'วัน', type: 'CHECKBOX_GRID', rows: ['เช้า'] };
    const items = [
      { title: '' },
      { title: 'ชื่อ' },
      { title: 'ชื่อ' },
      grid,
      boxes,
      { title: 'คะแนน', type: 'SCALE' },
    ];
    await script.tell('items', { items, collectsEmail: true });
    const answers = { ชื่อ: 'ก', เวลาที่สะดวก: ['ได้', null], วัน: [['จันทร์', 'พุธ']], คะแนน: '4' };
    await script.submit({ id: '2_grid', at: momentOf(9), email: 'a@example.org', answers });
    const [response] = JSON.parse(sent).responses;
    expect(response).toMatchObject({ responseId: '2_grid', email: 'a@example.org' });
    expect(response.answers).toEqual([
      { question: '', answer: '' },
      { question: 'ชื่อ', answer: 'ก' },
      { question: 'ชื่อ', answer: 'ก' },
      { question: 'เวลาที่สะดวก [เช้า]', answer: 'ได้' },
      { question: 'เวลาที่สะดวก [เย็น]', answer: '' },
      { question: 'วัน [เช้า]', answer: ['จันทร์', 'พุธ'] },
      { question: 'คะแนน', answer: '4' },
    ]);
  });

  it('holds no address and no key in its text', () => {
    const code = readFileSync('docs/apps-script/Code.gs', 'utf8');
    expect(code).not.toMatch(/https?:|fsct_key/);
    expect(code).not.toMatch(/^\s*(?:import|export)\b/m);
  });
});
