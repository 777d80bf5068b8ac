import { Journal } from '../../src/journal/journal.service.js';
import { anotherSeller, cooperatives, sellers } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let registrar: Client;
let viewer: Client;

beforeAll(async () => {
  market = await startMarketOfCast({
    settings: { REQUESTS_PER_MINUTE: '100000', OPENCHAT_URL: 'https://line.example/market' },
  });
  registrar = await market.asStaff('registrar');
  viewer = await market.asStaff('viewer');
});

afterAll(() => market.close());

const register = (body: object) => registrar.post('/v1/sellers').send(body);
let people = 1_000;
const somebody = () => anotherSeller(people++);

describe('POST /v1/sellers', () => {
  it("gives the letter's example its username, next steps and invite message", async () => {
    const { body, headers } = await register(sellers.omsap).expect(201);
    expect(body).toMatchObject({
      username: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี',
      status: 'active',
      length: { utf16: 28, codePoints: 28, graphemes: 21 },
      cooperative: { registrationNumber: '101650', regionCode: 'A' },
    });
    expect(headers['location']).toBe(`/v1/sellers/${body.id}`);
    expect(headers['etag']).toBe('"1"');
    expect(body.nextSteps[1].th).toContain(body.username);
    const invitation = await registrar.get(`/v1/sellers/${body.id}/invitation`).expect(200);
    expect(invitation.body.inviteMessage.th).toContain('https://line.example/market');
  });

  it.each([
    ['fullName with a title', { fullName: 'น.ส.มาลี  แสนดี' }, ['น.ส.', 'มาลี', 'แสนดี']],
    ['a rank', { fullName: 'ร.ต.ท.หญิง กานดา พูนผล' }, ['ร.ต.ท.หญิง', 'กานดา', 'พูนผล']],
    [
      'parts with a title in the first name',
      { firstName: 'นายอาทิตย์', lastName: 'แก้วใส' },
      ['นาย', 'อาทิตย์', 'แก้วใส'],
    ],
    ['one name only', { firstName: 'กาละแม' }, ['', 'กาละแม', '']],
    ['a surname with a space', { fullName: 'นายภูผา ณ อยุธยา' }, ['นาย', 'ภูผา', 'ณ อยุธยา']],
  ])('reads %s', async (_what, name, [title, firstName, lastName]) => {
    const { title: _t, firstName: _f, lastName: _l, ...rest } = somebody();
    const { body } = await register({ ...rest, ...name }).expect(201);
    expect(body).toMatchObject({ title, firstName, lastName });
  });

  it('climbs the ladder when the first name is taken', async () => {
    const taken = { ...sellers.maliwan };
    const usernames: string[] = [];
    for (const phone of ['0820000001', '0820000002', '0820000003', '0820000004']) {
      const { body } = await register({ ...taken, phone }).expect(201);
      usernames.push(body.username);
    }
    expect(usernames).toEqual([
      'N0045มะลิวัลย์สอ.ครูริมธาร',
      'N0045มะลิวัลย์ริมธารสอ.ครูริมธาร',
      'N0045มะลิวัลย์ริมธาร2สอ.ครูริมธาร',
      'N0045มะลิวัลย์ริมธาร3สอ.ครูริมธาร',
    ]);
  });

  it('refuses the same person twice and names the first', async () => {
    const person = { ...somebody(), firstName: 'ทองดี', phone: '083-111-2222' };
    const first = await register(person).expect(201);
    const again = await register({ ...person, firstName: ' ทอง\u200bดี', phone: '๐๘๓๑๑๑๒๒๒๒' }).expect(409);
    expect(again.body).toMatchObject({ code: 'SELLER_ALREADY_REGISTERED', sellerId: first.body.id });
    expect(again.body.messages.th).toContain('ลงทะเบียนไว้แล้ว');
    await register({ ...person, phone: '0831112223', memberNumber: 'ม-77' }).expect(201);
    await register({ ...person, phone: undefined, memberNumber: 'ม-77' }).expect(409);
  });

  it('waits for a person when there is no way to tell or reach the seller', async () => {
    const { body } = await register({ ...somebody(), firstName: 'ไร้นาม', phone: undefined }).expect(201);
    expect(body).toMatchObject({ status: 'pending', username: null });
    const invitation = await registrar.get(`/v1/sellers/${body.id}/invitation`).expect(200);
    expect(invitation.body.inviteMessage).toBeNull();
    expect(body.pendingReasons[0].code).toBe('no_contact');
    expect(body.proposedUsername).toBe('A1650ไร้นามสอ.อยู่ดีกินดี');
    const clear = await register({ ...somebody(), firstName: 'ไร้นาม' }).expect(201);
    expect(clear.body.username).toBe(body.proposedUsername);
    const approved = await registrar
      .post(`/v1/sellers/${body.id}/approval`)
      .send({ reason: 'ตรวจกับสหกรณ์แล้ว' })
      .expect(200);
    expect(approved.body.status).toBe('active');
    expect(approved.body.username).toMatch(/^A1650ไร้นาม.+สอ\.อยู่ดีกินดี$/);
    expect(approved.body.proposedUsername).toBeNull();
    await registrar.post(`/v1/sellers/${body.id}/approval`).send({ reason: 'ซ้ำ อีกครั้ง' }).expect(409);
  });

  it('lists every failing field at once, in Thai and English', async () => {
    const wrong = { fullName: '  ', phone: '12', email: 'nobody', cooperativeRegistrationNumber: '999999' };
    const typed = { ...wrong, offerings: [{ category: 'food', description: 'ขนม' }], consent: true };
    const { body } = await register(typed).set('Accept-Language', 'en').expect(400);
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(['/fullName', '/phone', '/email', '/cooperativeRegistrationNumber']),
    );
    const shape = await register({ ...typed, role: 'admin', consent: false }).expect(400);
    expect(shape.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/role', '/consent']),
    );
  });

  it.each([
    ['ั่้'],
    ['\u200b\u200b\u200b'],
    ['🙂🙂'],
    ['=HYPERLINK("x")'],
    ['<script>alert(1)</script>'],
    ["'; DROP TABLE seller; --"],
    ['\u202eมาลี ใจดี\u0000'],
  ])('does not take %j for a name', async (fullName) => {
    const { title: _t, firstName: _f, lastName: _l, ...rest } = somebody();
    const { status, body } = await register({ ...rest, fullName });
    if (status === 201) expect(body.firstName).toMatch(/^\p{Script=Thai}+$/u);
    else expect([status, body.errors[0].pointer]).toEqual([400, '/fullName']);
  });

  it('replays the first answer for the same Idempotency-Key, without a second seller', async () => {
    const person = { ...somebody(), firstName: 'คงเดิม' };
    const keyed = () => register(person).set('Idempotency-Key', 'one-and-only');
    const [first, second] = [await keyed().expect(201), await keyed().expect(201)];
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    await register({ ...person, phone: '0899999999' })
      .set('Idempotency-Key', 'one-and-only')
      .expect(422);
  });

  it('makes one seller of 50 parallel requests with one key', async () => {
    const person = { ...somebody(), firstName: 'ห้าสิบ' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => register(person).set('Idempotency-Key', 'fifty')),
    );
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const { body } = await registrar.get('/v1/sellers').query({ query: 'ห้าสิบ' });
    expect(body.items).toHaveLength(1);
  });
});

describe('300 registrations at once with equal first names in one cooperative', () => {
  it('gives 300 usernames along the ladder, 300 audit entries, one valid chain', async () => {
    const { from, namesake } = {
      from: cooperatives.soInside,
      namesake: { firstName: 'สมชาย', lastName: 'มีโชค' },
    };
    const journal = market.get(Journal);
    const before = (await journal.verify()).checked;
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, n) => register({ ...anotherSeller(5_000 + n, from), ...namesake })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const usernames = new Set(answers.map(({ body }) => body.username as string));
    const rungs = ['สมชาย', 'สมชายมีโชค', ...Array.from({ length: 298 }, (_, n) => `สมชายมีโชค${n + 2}`)];
    expect(usernames).toEqual(new Set(rungs.map((rung) => `N0508${rung}สอ.สอนดีศรีแพร`)));
    const chain = await journal.verify();
    expect(chain).toMatchObject({ intact: true, checked: before + 300 });
  });
});

describe('PATCH /v1/sellers/{id}', () => {
  it('needs If-Match, refuses a stale one, keeps the username', async () => {
    const { body: seller } = await register({ ...somebody(), firstName: 'แก้ไข' }).expect(201);
    const patch = (body: object) => registrar.patch(`/v1/sellers/${seller.id}`).send(body);
    await patch({ phone: '0845556666' }).expect(428);
    const changed = await patch({ firstName: 'แก้แล้ว', phone: '0845556666' })
      .set('If-Match', '"1"')
      .expect(200);
    expect(changed.body).toMatchObject({ firstName: 'แก้แล้ว', username: seller.username, version: 2 });
    await patch({ phone: null }).set('If-Match', '"1"').expect(412);
    const otherwise = { phone: null, email: 'seller@example.com' };
    const cleared = await patch(otherwise).set('If-Match', '"2"').expect(200);
    expect(cleared.body.phone).toBeNull();
    const renamed = await registrar
      .post(`/v1/sellers/${seller.id}/username`)
      .send({ reason: 'เปลี่ยนชื่อ' })
      .expect(200);
    expect(renamed.body.username).toContain('แก้แล้ว');
    const old = await viewer
      .get(`/v1/sellers/by-username/${encodeURIComponent(seller.username)}`)
      .expect(200);
    expect(old.body.id).toBe(seller.id);
    await registrar.post(`/v1/sellers/${seller.id}/username`).send({ reason: 'อีกครั้ง' }).expect(409);
  });

  it('lets one of 50 racing corrections through for each version', async () => {
    const { body: seller } = await register({ ...somebody(), firstName: 'แย่งกัน' }).expect(201);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        registrar
          .patch(`/v1/sellers/${seller.id}`)
          .set('If-Match', '"1"')
          .send({ externalReference: `ref-${n}` }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(49).fill(412)]);
  });
});

describe('the course of a seller', () => {
  it('withdraws, comes back to the same place and username, and remembers it all', async () => {
    const person = { ...somebody(), firstName: 'กลับมา' };
    const { body: seller } = await register(person).expect(201);
    const gone = await registrar
      .post(`/v1/sellers/${seller.id}/withdrawal`)
      .send({ reason: 'เลิกขายชั่วคราว' })
      .expect(200);
    expect(gone.body).toMatchObject({ status: 'withdrawn', nextSteps: [] });
    expect(gone.body.allowedActions.map(({ action }: { action: string }) => action)).toEqual(['standing']);
    const back = await register(person).expect(201);
    expect(back.body).toMatchObject({ id: seller.id, status: 'active', username: seller.username });
    const { body: history } = await viewer.get(`/v1/sellers/${seller.id}/history`).expect(200);
    expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
      'seller.reopened',
      'seller.withdrawal',
      'seller.registered',
    ]);
    expect(JSON.stringify(history)).not.toContain('กลับมา');
  });

  it('lets a rejected person register anew', async () => {
    const person = { ...somebody(), firstName: 'ปฏิเสธ', phone: undefined, memberNumber: undefined };
    const { body: seller } = await register({ ...person, email: undefined }).expect(201);
    await registrar.post(`/v1/sellers/${seller.id}/rejection`).send({ reason: 'ข้อมูลไม่ครบ' }).expect(200);
    const again = await register({ ...person, phone: '0847770001' }).expect(201);
    expect(again.body.id).not.toBe(seller.id);
  });
});
