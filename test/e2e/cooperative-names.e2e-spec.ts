import { anotherSeller } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let admin: Client;

beforeAll(async () => {
  market = await startMarketOfCast();
  admin = await market.asStaff('admin');
});

afterAll(() => market.close());

const warnings = (body: { warnings: { code: string; index?: number }[] }) =>
  body.warnings.map(({ code, index }) => (index === undefined ? code : `${code} ${index}`));
const next = { number: 555_001 };
const add = (facts: object) =>
  admin
    .post('/v1/cooperatives')
    .send({ registrationNumber: String(next.number++), regionCode: 'N', ...facts });

describe('จก. for จำกัด', () => {
  it.each(['ครูริมธาร จก.', 'สหกรณ์ออมทรัพย์ ครูริมธาร จก', 'สอ.ครูริมทาร จก.'])('finds %s', async (query) => {
    const { body } = await admin.get('/v1/cooperatives').query({ query }).expect(200);
    expect(body.items[0].shortName).toBe('ครูริมธาร');
  });
});

describe('names that lead to two cooperatives', () => {
  it('are kept with a warning, in POST and PATCH', async () => {
    const fullName = 'สหกรณ์ออมทรัพย์แห่งใหม่ จำกัด';
    const { body } = await add({ fullName, aliases: ['แห่งเดียว', 'ครูริมธาร'] }).expect(201);
    expect(warnings(body)).toEqual(['ALIAS_SHARED 1']);
    const { body: changed } = await admin
      .patch(`/v1/cooperatives/${body.id}`)
      .set('If-Match', '"1"')
      .send({ aliases: ['สอ.ครูริมธาร จก.'] })
      .expect(200);
    expect(warnings(changed)).toEqual(['ALIAS_SHARED 0']);
    const twin = await add({ fullName: 'สหกรณ์ออมทรัพย์ แห่งใหม่', shortName: 'อีกแห่ง' }).expect(201);
    expect(warnings(twin.body)).toEqual(['FULL_NAME_SHARED']);
  });

  it('are told apart from names that are none', async () => {
    const { body } = await add({ fullName: 'x' }).expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/fullName', code: 'FULL_NAME_TOO_SHORT' });
    const { body: odd } = await add({ fullName: 'ครูดอยสูง' }).expect(201);
    expect(warnings(odd)).toEqual(['FULL_NAME_WITHOUT_KIND']);
  });
});

describe('a registration number in Thai digits', () => {
  it('is read wherever a number is expected', async () => {
    const asked = { fullName: 'นายเลขไทย ใจดี', cooperativeRegistrationNumber: ' ๑๐๑๖๕๐ ' };
    const proposal = await admin.post('/v1/usernames/generate').send(asked).expect(200);
    expect(proposal.body.username).toBe('A1650เลขไทยสอ.อยู่ดีกินดี');
    const seller = { ...anotherSeller(4_900), cooperativeRegistrationNumber: '๑๐๑๖๕๐' };
    const { body } = await admin.post('/v1/sellers').send(seller).expect(201);
    expect(body.cooperative.registrationNumber).toBe('101650');
  });
});
