import { LexiconKeeper } from '../../src/screening/lexicon-keeper.service.js';
import { Screening } from '../../src/screening/screening.service.js';
import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

const path = '/v1/moderation/lexicon';
const secret = { text: 'รหัสลับวงใน', ruleCode: 'personal_belief', strength: 'strong' };

describe('the lexicon', () => {
  let market: TestApp;
  let admin: Client;
  let viewer: Client;

  beforeAll(async () => {
    market = await startApp();
    admin = await market.asStaff('admin');
    viewer = await market.asStaff('viewer');
  });
  afterAll(() => market.close());

  const change = (body: object, version: number) =>
    admin.patch(path).set('If-Match', `"${version}"`).send(body);
  const verdictOf = async (text: string) => {
    const { body } = await viewer
      .post('/v1/moderation/screenings')
      .send({ texts: [text] })
      .expect(200);
    return body.results[0].suggestions.map(({ ruleCode }: { ruleCode: string }) => ruleCode);
  };

  it('begins as the one that comes with the service, as version 1, on record', async () => {
    const { body, headers } = await viewer.get(path).expect(200);
    expect(body).toMatchObject({ version: 1, changedBy: 'system:system', note: null });
    expect(headers.etag).toBe('"1"');
    expect(body.terms).toContainEqual({ text: 'ยุบสภา', ruleCode: 'politics', strength: 'strong' });
    expect(body.exceptions).toContain('รสชาติ');
    expect(body.sellingSignals).toContainEqual({ text: 'พร้อมส่ง', strength: 'strong' });
    const audit = await admin.get('/v1/audit-entries').query({ action: 'lexicon.shipped' }).expect(200);
    expect(audit.body.items).toHaveLength(1);
  });

  it('is changed by version, at once for everybody, on record; older versions stay', async () => {
    expect(await verdictOf('มีรหัสลับวงในมาบอก')).toEqual(['off_topic']);
    const { body } = await change({ note: 'เห็นในกลุ่ม', add: { terms: [secret] } }, 1).expect(200);
    expect(body).toMatchObject({ version: 2, added: 1, removed: 0, note: 'เห็นในกลุ่ม' });
    expect(await verdictOf('มีรหัสลับวงในมาบอก')).toEqual(['personal_belief']);
    await change({ remove: { terms: [secret.text] } }, 2).expect(200);
    expect(await verdictOf('มีรหัสลับวงในมาบอก')).toEqual(['off_topic']);
    const list = await viewer.get(`${path}/versions`).query({ limit: 2 }).expect(200);
    expect(list.body.items.map(({ version }: { version: number }) => version)).toEqual([3, 2]);
    const rest = await viewer.get(`${path}/versions`).query({ limit: 2, cursor: list.body.nextCursor });
    expect(rest.body).toMatchObject({ items: [{ version: 1 }], nextCursor: null });
    const old = await viewer.get(`${path}/versions/2`).expect(200);
    expect(old.body.terms).toContainEqual(secret);
    const audit = await admin.get('/v1/audit-entries').query({ action: 'lexicon.changed' }).expect(200);
    expect(audit.body.items[0]).toMatchObject({ subjectType: 'lexicon', subjectId: '3' });
  });

  it('refuses a change that is stale, unversioned or not an admin’s', async () => {
    const body = { add: { terms: [secret] } };
    await change(body, 1).expect(412);
    await admin.patch(path).send(body).expect(428);
    const moderator = await market.asStaff('moderator');
    await moderator.patch(path).set('If-Match', '"3"').send(body).expect(403);
    await viewer.get(`${path}/versions/99`).expect(404);
    await viewer.get(`${path}/versions/one`).expect(404);
  });

  const term = (text: string) => ({ add: { terms: [{ ...secret, text }] } });
  it.each([
    ['a blank term', term('  '), '/add/terms/0/text', 'ENTRY_BLANK'],
    ['a term of one kind of letter', term('กกก'), '/add/terms/0/text', 'ENTRY_TOO_SHORT'],
    ['a long term', term('หวยลับ'.repeat(11)), '/add/terms/0/text', 'ENTRY_TOO_LONG'],
    ['a term that is there', term('ยุบสภา'), '/add/terms/0/text', 'ENTRY_KNOWN'],
    ['a term within a selling word', term('าคา'), '/add/terms/0/text', 'TERM_IN_EVERYDAY_WORD'],
    ['a term to remove that is not', { remove: { terms: ['ไม่มีคำนี้'] } }, '/remove/terms/0', 'ENTRY_UNKNOWN'],
    ['no change', {}, '', 'CHANGE_EMPTY'],
  ])('refuses %s, in both languages', async (_what, body, pointer, code) => {
    const answer = await change(body, 3).expect(400);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect((await viewer.get(path)).body.version).toBe(3);
  });

  it('refuses a term in a word that stops being an exception with it', async () => {
    const body = { ...term('รสชา'), remove: { exceptions: ['รสชาติ'] } };
    const answer = await change(body, 3).expect(400);
    expect(answer.body.errors[0].message).toContain('รสชาติ');
  });

  it('tells what a change would do, and does nothing', async () => {
    const texts = ['หวยออกแล้ว', 'ขนมเปี๊ยะ 50 บาท'];
    const { body } = await admin
      .post(`${path}/preview`)
      .send({ remove: { terms: ['หวย', 'หวยออก'] }, texts })
      .expect(200);
    expect(body).toMatchObject({ comparedWith: 3, added: 0, removed: 2, tried: 2 });
    expect(body.changed).toEqual([
      {
        text: 'หวยออกแล้ว',
        before: { verdict: 'violation', ruleCodes: ['personal_belief'] },
        after: { verdict: 'review', ruleCodes: ['off_topic'] },
      },
    ]);
    expect((await viewer.get(path)).body.version).toBe(3);
    const sample = await admin.post(`${path}/preview`).send(term('หมอนทองจันทบุรี')).expect(200);
    expect(sample.body.changed).toHaveLength(1);
  });

  it('is exported for the spam filter of LINE', async () => {
    const { text, headers } = await viewer.get('/v1/moderation/spam-filter').expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    const phrases = text.trimEnd().split('\n');
    expect(phrases.length).toBeGreaterThan(100);
    expect(phrases.length).toBeLessThanOrEqual(200);
    expect(phrases.filter((phrase) => phrase.length < 2 || phrase.length > 20)).toEqual([]);
    expect(new Set(phrases).size).toBe(phrases.length);
    expect(phrases).not.toContain('เลือกตั้ง');
  });

  it('reaches another copy of the service within a second', async () => {
    const copy = await startApp({ databaseUrl: market.databaseUrl, firstAdmin: false });
    try {
      const { version } = (await viewer.get(path)).body;
      await change(term('คำลับของอีกเครื่อง'), version).expect(200);
      const keeper = copy.get(LexiconKeeper);
      const since = performance.now();
      while (keeper.version <= version && performance.now() - since < 10_000)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const [result] = await copy.get(Screening).screen([{ text: 'มีคำลับของอีกเครื่องมาบอก' }]);
      expect(result).toMatchObject({ lexiconVersion: version + 1 });
      expect(result!.suggestions[0]!.ruleCode).toBe('personal_belief');
    } finally {
      await copy.close();
    }
  });

  it('lets one of two changes at once through', async () => {
    const { version } = (await viewer.get(path)).body;
    const answers = await Promise.all(['คำแข่งหนึ่ง', 'คำแข่งสอง'].map((text) => change(term(text), version)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
