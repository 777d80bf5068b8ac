import { newKey } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { sellers } from '../factories/cast.js';

describe('/v1/roster-audits', () => {
  let market: TestApp;
  let moderator: Client;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    market = await startMarketOfCast();
    const registrar = await market.asStaff('registrar');
    for (const [name, seller] of Object.entries(sellers)) {
      const { body } = await registrar.post('/v1/sellers').send(seller).expect(201);
      ids[name] = body.id;
    }
    moderator = await market.asStaff('moderator');
  });
  afterAll(() => market.close());

  const audit = async (lines: string[], more: object = {}) =>
    (
      await moderator
        .post('/v1/roster-audits')
        .send({ text: lines.join('\n'), ...more })
        .expect(201)
    ).body;
  const entriesOf = async (id: string, query = '') =>
    (await moderator.get(`/v1/roster-audits/${id}/entries${query}`).expect(200)).body.items;

  it('says of each nickname who it is', async () => {
    const { id, members, counts, missing } = await audit([
      'A1650ออมทรัพย์สอ.อยู่ดีกินดี',
      'n0045 มะลิวัลย์ สอ ครูริมธาร',
      'А1650ออมทรัพย์สอ.อยู่ดีกินดี',
      'A1650สมปองสอ.อยู่ดีกินดี',
      'A1650สมปองสออยู่ดีกินดี',
      'แอดมิน ตลาดกลาง',
      'ร้านป้าแดง',
    ]);
    expect([members, missing]).toEqual([7, 3]);
    const entries = await entriesOf(id);
    expect(entries.map(({ line, verdict }: { line: number; verdict: string }) => [line, verdict])).toEqual([
      [1, 'exact_seller'],
      [2, 'variant_of_seller'],
      [3, 'looks_like_seller'],
      [4, 'not_registered'],
      [5, 'malformed'],
      [6, 'looks_like_administrator'],
      [7, 'not_a_registered_seller'],
    ]);
    expect(entries[1]).toMatchObject({
      ...{ sellerId: ids.maliwan, shouldBe: 'N0045มะลิวัลย์สอ.ครูริมธาร', likeness: 'spelling' },
    });
    expect(entries[1].issues.map(({ code }: { code: string }) => code)).toContain('LOWERCASE_REGION');
    expect(entries[4].shouldBe).toBe('A1650สมปองสอ.อยู่ดีกินดี');
    for (const { advice } of entries) expect(advice.th).toMatch(/[ก-๙]/);
    const exact = counts.find(({ verdict }: { verdict: string }) => verdict === 'exact_seller');
    expect(exact.count).toBe(1);
    expect(await entriesOf(id, '?verdict=malformed')).toHaveLength(1);
  });

  it('lists the sellers who are not there, page by page', async () => {
    const { id } = await audit(['A1650ออมทรัพย์สอ.อยู่ดีกินดี']);
    const missing: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await moderator.get(`/v1/roster-audits/${id}/missing?limit=3${cursor}`).expect(200);
      missing.push(...body.items.map(({ sellerId }: { sellerId: string }) => sellerId));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
    const { omsap, ...others } = ids;
    expect(missing.sort()).toEqual(Object.values(others).sort());
    expect(omsap).toBeDefined();
  });

  it('remembers who was seen, and who is gone once the whole list is pasted', async () => {
    const presence = async (id: string) =>
      (await moderator.get(`/v1/sellers/${id}/presence`).expect(200)).body;
    expect(await presence(ids.dara!)).toMatchObject({ present: null, observedAt: null });
    await audit(['E0312ดาราสอ.ปากน้ำเรืองแสง']);
    expect(await presence(ids.dara!)).toMatchObject({ present: true });
    await audit(['ร้านป้าแดง']);
    expect(await presence(ids.dara!)).toMatchObject({ present: true });
    const { id } = await audit(['ร้านป้าแดง'], { complete: true });
    expect(await presence(ids.dara!)).toMatchObject({ present: false, auditId: id });
  });

  it('makes tasks when asked, and none twice', async () => {
    const { id } = await audit(['n0045 มะลิวัลย์ สอ ครูริมธาร', 'ร้านป้าแดง']);
    const make = async () =>
      (
        await moderator
          .post(`/v1/roster-audits/${id}/tasks`)
          .send({ kinds: ['rename', 'remove_member'] })
          .expect(200)
      ).body;
    const { created } = await make();
    expect(created).toHaveLength(1);
    const { body: task } = await moderator.get(`/v1/moderation/tasks/${created[0]}`).expect(200);
    expect(task).toMatchObject({
      ...{ kind: 'rename', status: 'open', causeType: 'roster', causeId: id },
      person: {
        sellerId: ids.maliwan,
        nickname: 'n0045 มะลิวัลย์ สอ ครูริมธาร',
        username: 'N0045มะลิวัลย์สอ.ครูริมธาร',
      },
    });
    expect(task.readyMessage.th).toContain('N0045มะลิวัลย์สอ.ครูริมธาร');
    expect(await make()).toEqual({ created: [], alreadyOpen: [1] });
  });

  it('takes 5,000 nicknames and tells what is wrong with more', async () => {
    const many = Array.from({ length: 5_001 }, (_, i) => `ลูกค้า ${i}`);
    const { members } = await audit(many.slice(0, 5_000));
    expect(members).toBe(5_000);
    const { body } = await moderator
      .post('/v1/roster-audits')
      .send({ text: many.join('\n') })
      .expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/text', code: 'ROSTER_TOO_LONG' });
  });

  it.each(['\n \n', 'สมาชิก 512'])('finds nobody in %j', async (text) => {
    const { body } = await moderator.post('/v1/roster-audits').send({ text }).expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/text', code: 'ROSTER_EMPTY' });
    expect(body.errors[0].message).toContain('หนึ่งชื่อต่อบรรทัด');
  });

  it("is closed to keys limited to cooperatives, for a list is everybody's", async () => {
    const { id } = await audit(['ร้านป้าแดง']);
    const { body: own } = await moderator.get(`/v1/sellers/${ids.omsap}`).expect(200);
    const scopes = ['moderation:read', 'moderation:write'] as const;
    const key = (await newKey(market, [...scopes], [own.cooperative.id])).client;
    const refused = await key.post('/v1/roster-audits').send({ text: 'ก' }).expect(403);
    expect(refused.body.code).toBe('KEY_LIMITED_TO_COOPERATIVES');
    expect((await key.get('/v1/roster-audits').expect(200)).body.items).toEqual([]);
    for (const path of ['', '/entries', '/missing'])
      await key.get(`/v1/roster-audits/${id}${path}`).expect(404);
    await key
      .post(`/v1/roster-audits/${id}/tasks`)
      .send({ kinds: ['rename'] })
      .expect(404);
  });

  it('is for moderators', async () => {
    const viewer = await market.asStaff('viewer');
    await viewer.post('/v1/roster-audits').send({ text: 'ก' }).expect(403);
    await viewer.get('/v1/roster-audits').expect(200);
    await moderator.get('/v1/roster-audits/01JZ0000000000000000000000/entries').expect(404);
  });
});
