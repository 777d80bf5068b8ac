import { anotherSeller } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let registrar: Client;
let people = 4_000;

beforeAll(async () => {
  market = await startMarketOfCast();
  registrar = await market.asStaff('registrar');
});

afterAll(() => market.close());

const register = async (details: object) => {
  const typed = { ...anotherSeller(people++), ...details };
  return (await registrar.post('/v1/sellers').send(typed).expect(201)).body;
};
const correct = (id: string, version: number, body: object) =>
  registrar.patch(`/v1/sellers/${id}`).set('If-Match', `"${version}"`).send(body);
const reasons = (body: { pendingReasons: { code: string }[] }) => body.pendingReasons.map(({ code }) => code);

describe('a pending seller who is corrected', () => {
  it('is shown with the username and the reasons that are true now', async () => {
    const seller = await register({ firstName: 'ผิดพลาด', lastName: 'ทั้งนั้น', phone: null });
    expect(seller.proposedUsername).toBe('A1650ผิดพลาดสอ.อยู่ดีกินดี');
    expect(reasons(seller)).toEqual(['no_contact']);
    const { body: named } = await correct(seller.id, 1, { firstName: 'ถูกต้อง' }).expect(200);
    expect(named.proposedUsername).toBe('A1650ถูกต้องสอ.อยู่ดีกินดี');
    expect(reasons(named)).toEqual(['no_contact']);
    const { body: reachable } = await correct(seller.id, 2, { phone: '0861112223' }).expect(200);
    expect(reasons(reachable)).toEqual([]);
    const read = await registrar.get(`/v1/sellers/${seller.id}`).expect(200);
    expect(read.body).toMatchObject({
      status: 'pending',
      pendingReasons: [],
      proposedUsername: named.proposedUsername,
    });
    const approval = registrar.post(`/v1/sellers/${seller.id}/approval`).send({ reason: 'ครบแล้ว' });
    expect((await approval.expect(200)).body.username).toBe(named.proposedUsername);
  });

  it('is no longer doubtful once the name is clear, and is again when it is not', async () => {
    const seller = await register({
      title: undefined,
      firstName: undefined,
      lastName: undefined,
      fullName: 'นางฟ้า รอดี',
    });
    expect(reasons(seller)).toEqual(['doubtful_name']);
    const { body: clear } = await correct(seller.id, 1, { title: 'นาง', firstName: 'ฟ้า' }).expect(200);
    expect(reasons(clear)).toEqual([]);
    const { body: single } = await correct(seller.id, 2, { lastName: null }).expect(200);
    expect(reasons(single)).toEqual(['no_surname']);
  });
});

describe('a registration without a surname', () => {
  it.each([{ fullName: 'นายธงชัยแก้วกล้า' }, { fullName: 'สมศรี' }, { firstName: 'สมศรี', lastName: '' }])(
    'waits for a person: %j',
    async (name) => {
      const seller = await register({ title: undefined, firstName: undefined, lastName: undefined, ...name });
      expect(seller).toMatchObject({ status: 'pending', username: null });
      expect(reasons(seller)).toEqual(['no_surname']);
    },
  );

  it('waits too where first name and surname came in one field', async () => {
    const seller = await register({ title: undefined, firstName: 'สมบูรณ์ ใจเย็น', lastName: undefined });
    expect(seller).toMatchObject({ status: 'pending', firstName: 'สมบูรณ์', lastName: 'ใจเย็น' });
    expect(reasons(seller)).toEqual(['doubtful_name']);
  });
});

describe('the last way to reach an active seller', () => {
  it('is not taken away, but may be replaced', async () => {
    const seller = await register({ email: 'only@example.com' });
    const { body } = await correct(seller.id, 1, { phone: null, email: null, lineId: null }).expect(400);
    expect(body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)).toEqual([
      '/phone LAST_CONTACT',
      '/email LAST_CONTACT',
    ]);
    expect(body.errors[0].message).toMatch(/[ก-๙]/);
    await correct(seller.id, 1, { phone: null }).expect(200);
    await correct(seller.id, 2, { email: null, lineId: 'seller.line' }).expect(200);
  });

  it('may be the member number, by which a registration is active too', async () => {
    const seller = await register({ memberNumber: 'M-1234' });
    await correct(seller.id, 1, { phone: null }).expect(200);
  });
});
