import { sellers } from '../factories/cast.js';
import { newKey, newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, doTasks, openCase, violation } from '../setup/decision-stage.js';
import { report } from '../setup/moderation-stage.js';

interface Told {
  kind: string;
  at: string;
  atThai: string;
  sentence: { th: string; en: string };
  ids: Record<string, string>;
  who: { name: string | null } | null;
  texts: { kind: string; text: string | null; masked: boolean }[];
}

describe('the dossier of a person', () => {
  let market: TestApp;
  let first: Client;
  let second: Client;

  beforeAll(async () => {
    market = await startMarketOfCast();
    first = await market.asStaff('moderator');
    second = (await newStaff(market, 'moderator')).client;
  });
  afterAll(() => market.close());

  const register = async (person: object) =>
    (await (await market.asStaff('registrar')).post('/v1/sellers').send(person).expect(201)).body;
  const storyOf = (body: { story: Told[] }) => body.story.map(({ kind }) => kind);
  const readable = (client: Client, path: string) => client.get(path).buffer(true);

  it('tells everything in order, in Thai, with dates of the Buddhist era and who did it', async () => {
    const seller = await register(sellers.omsap);
    const caseId = await openCase(first, seller.username);
    const { body: made } = await decide(first, caseId, violation('politics')).expect(200);
    await doTasks(first, made.taskIds);
    const application = { decisionId: made.decision.id, appellant: 'seller', statement: 'เป็นชื่อรุ่นสินค้า' };
    const { body: appeal } = await first.post('/v1/moderation/appeals').send(application).expect(201);
    await second
      .post(`/v1/moderation/appeals/${appeal.id}/decision`)
      .send({ outcome: 'overturned', reply: 'ตรวจแล้วเป็นชื่อสินค้าจริง' })
      .expect(200);

    const { body } = await first.get(`/v1/sellers/${seller.id}/dossier`).expect(200);
    expect(storyOf(body)).toEqual([
      ...['seller_registered', 'username_given', 'nickname_met', 'report_filed'],
      ...['decision_made', 'strike_issued', 'sanction_started', 'task_done', 'task_done', 'task_done'],
      ...['appeal_filed', 'appeal_decided', 'strike_reversed', 'sanction_ended'],
      ...['task_open', 'task_open', 'task_open'],
    ]);
    const told = body.story as Told[];
    const decided = told.find(({ kind }) => kind === 'decision_made')!;
    expect(decided.sentence.th).toContain('บันทึก 3 คะแนน');
    expect(decided.ids).toEqual({ decisionId: made.decision.id, caseId });
    expect(decided.who!.name).toBe('เจ้าหน้าที่ moderator');
    expect(decided.texts.map(({ kind }) => kind)).toEqual(['reason', 'notice']);
    expect(decided.atThai).toMatch(
      new RegExp(`${new Date().getFullYear() + 543} เวลา \\d\\d\\.\\d\\d น\\.$`),
    );
    expect(body).toMatchObject({
      ...{ cut: false, summary: { th: 'ไม่มีคะแนนที่มีผล หากฝ่าฝืนอีก 1 คะแนน: ตักเตือน' } },
      person: {
        ...{ sellerId: seller.id, name: 'นายออมทรัพย์ ใจดี', username: seller.username, status: 'active' },
        usernames: [{ username: seller.username }],
        nicknames: [{ nickname: seller.username }],
      },
      standing: { activePoints: 0, removed: false },
    });
    const { subjectId } = made.decision;
    const same = await first.get(`/v1/moderation/subjects/${subjectId}/dossier`).expect(200);
    expect(same.body.story).toEqual(body.story);
  });

  it('masks the gravest words for who may not read them, on the page too', async () => {
    const { caseId } = await report(first, { authorUsername: 'คนการเมือง', text: 'ข้อความลับเรื่องการเมือง' });
    const { body: made } = await decide(first, caseId, violation('politics')).expect(200);
    const path = `/v1/moderation/subjects/${made.decision.subjectId}/dossier`;
    const { client: viewer } = await newStaff(market, 'viewer');
    const masked = await viewer.get(path).expect(200);
    const texts = (masked.body.story as Told[]).flatMap(({ kind, texts }) =>
      kind === 'decision_made' ? texts : [],
    );
    expect(texts.map((text) => text.masked)).toEqual([true, true]);
    const page = await readable(viewer, `${path}.html`).expect(200);
    expect(page.text).toContain('[ปิดบัง: ข้อความอ่อนไหว]');
    const { reason } = violation('politics');
    expect(page.text).not.toContain(reason);
    expect((await readable(first, `${path}.html`)).text).toContain(reason);
  });

  it('is a page that runs nothing, whatever people call themselves', async () => {
    const name = `<script>alert(1)</script><img src=x onerror="alert('2')">`;
    const text = '</blockquote><script src="https://evil.example/x.js"></script>&amp;';
    const { caseId } = await report(first, { authorUsername: name, text });
    const { body: made } = await decide(first, caseId, violation('off_topic')).expect(200);
    const page = await readable(
      first,
      `/v1/moderation/subjects/${made.decision.subjectId}/dossier.html`,
    ).expect(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none';style-src 'sha256-[^']+';font-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'$/,
    );
    expect(page.text).not.toMatch(/<script|<img/);
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.text).toContain('&amp;amp;');
  });

  it('is not there for keys of other cooperatives, nor for who may not read moderation', async () => {
    const seller = await register(sellers.maliwan);
    const { body: theirs } = await first.get('/v1/cooperatives').expect(200);
    const other = theirs.items.find(({ id }: { id: string }) => id !== seller.cooperative.id).id as string;
    const path = `/v1/sellers/${seller.id}/dossier`;
    const { client: stranger } = await newKey(market, ['moderation:read'], [other]);
    const { client: own } = await newKey(market, ['moderation:read'], [seller.cooperative.id]);
    const { client: clerk } = await newKey(market, ['sellers:read']);
    for (const address of [path, `${path}.html`]) {
      await stranger.get(address).expect(404);
      await clerk.get(address).expect(403);
      await market.http.get(address).expect(401);
    }
    const { body } = await own.get(path).expect(200);
    expect(body.person).toMatchObject({ name: null, username: seller.username });
    await first.get('/v1/sellers/01JZ0000000000000000000000/dossier').expect(404);
  });
});
