import { sellers } from '../../factories/cast.js';
import type { TestApp } from '../../setup/app.js';
import { startMarketOfCast } from '../../setup/cast-market.js';
import { clerk } from '../../setup/clerk.js';
import type { Client } from '../../setup/clients.js';
import { messages } from '../../setup/moderation-stage.js';
import { ModeratorAtWork } from '../../setup/moderator-at-work.js';

describe('A removed seller comes back under another spelling', () => {
  let market: TestApp;
  let moderator: ModeratorAtWork;
  let registrar: Client;
  let seller: { id: string; username: string };
  let caseId: string;

  beforeAll(async () => {
    market = await startMarketOfCast();
    moderator = new ModeratorAtWork(await market.asStaff('moderator'));
    registrar = await market.asStaff('registrar');
    seller = (await registrar.post('/v1/sellers').send(sellers.maliwan).expect(201)).body;
    await moderator.report(seller.username, { text: messages.politics });
    const matter = await moderator.next();
    caseId = matter.id;
    await moderator.decide(matter, { outcome: 'violation', ruleCode: 'politics', reason: 'ชวนเลือกพรรค' });
    await moderator.doAll(await moderator.openTasks({ caseId }));
  });
  afterAll(() => market.close());

  it.each([
    ['a silenced letter left out', 'N0045มะลิวัลยสอ.ครูริมธาร'],
    ['a letter that looks alike', 'Ν0045มะลิวัลย์สอ.ครูริมธาร'],
    ['letters for digits', 'NOO45มะลิวัลย์สอ.ครูริมธาร'],
    ['Thai digits', 'N๐๐๔๕มะลิวัลย์สอ.ครูริมธาร'],
    ['the cooperative misspelt', 'N0045มะลิวัลย์สอ.ครูรืมธาร'],
  ])('reported under %s, the case warns of who it may be', async (_, nickname) => {
    const matter = await moderator.report(nickname, { text: `${messages.greeting} ${nickname}` });
    const { subject } = await moderator.read(`/v1/moderation/cases/${matter.caseId}`);
    expect(subject).toMatchObject({ nickname, seller: null });
    expect(subject.warnings).toMatchObject([{ code: 'looks_like_removed_seller', sellerId: seller.id }]);
    expect(subject.warnings[0].message.th).toContain(`คล้ายกับ ${seller.username} ที่เคยถูกเชิญออก`);
  });

  it('on the member list of the group they are found, with the case of that time', async () => {
    const text = ['N๐๐๔๕มะลิวัลย์สอ.ครูริมธาร', 'n0045 มะลิวัลย์ สอ ครูริมธาร', 'ป้าแดงรักดี'].join('\n');
    const { body: audit } = await moderator.client.post('/v1/roster-audits').send({ text }).expect(201);
    const { items } = await moderator.read(`/v1/roster-audits/${audit.id}/entries`);
    const before = { verdict: 'removed_before', sellerId: seller.id, caseId };
    expect(items).toMatchObject([before, before, { verdict: 'not_a_registered_seller' }]);
  });

  it('as the very same person they cannot register', async () => {
    const refused = await registrar.post('/v1/sellers').send({ ...sellers.maliwan, title: 'นางสาว' });
    expect([refused.status, refused.body.code]).toEqual([409, 'SELLER_REMOVED_BEFORE']);
  });

  it.each([
    ['the name in another spelling', { firstName: 'มะลิวรรณ' }],
    ['another name', { firstName: 'กาญจนา', lastName: 'ตั้งใจ' }],
    ['another telephone', { phone: '0899999999' }],
    ['another cooperative', { cooperativeRegistrationNumber: '101918' }],
  ])('with %s they wait until somebody has looked', async (_, change) => {
    const { body } = await registrar
      .post('/v1/sellers')
      .send({ ...sellers.maliwan, ...change })
      .expect(201);
    expect(body).toMatchObject({ status: 'pending', username: null });
    expect(body.pendingReasons).toMatchObject([{ code: 'like_removed_seller' }]);
    expect(body.pendingReasons[0].message.th).toContain('เคยถูกเชิญออก');
  });

  it('a file of the form has them reviewed', async () => {
    const answer = ['นาง มะลิวัน ริมธาร', 'สหกรณ์ออมทรัพย์ครูริมธาร จำกัด', '081 000 0002', 'ยินยอม'];
    const file = Buffer.from(`ชื่อ-นามสกุล,สหกรณ์,เบอร์โทรศัพท์,ยินยอม\n${answer.join(',')}\n`);
    const { id, counts } = await clerk(registrar).import(file, 'form.csv');
    expect(counts).toMatchObject({ created: 0, needsReview: 1 });
    const { body } = await registrar.get(`/v1/imports/${id}/rows`).expect(200);
    expect(body.items).toMatchObject([{ reason: 'removed_before' }]);
  });

  it('once approved, it is somebody else: active, with a username of their own', async () => {
    const waiting = await registrar.get('/v1/sellers?status=pending&limit=1').expect(200);
    const [{ id }] = waiting.body.items;
    const { body } = await registrar
      .post(`/v1/sellers/${id}/approval`)
      .send({ reason: 'ตรวจแล้วเป็นคนละคน' })
      .expect(200);
    expect(body).toMatchObject({ status: 'active', pendingReasons: [] });
    expect(body.username).not.toBe(seller.username);
  });

  it('whoever shares neither name nor telephone is active at once', async () => {
    const { body } = await registrar.post('/v1/sellers').send(sellers.dara).expect(201);
    expect(body.status).toBe('active');
  });
});
