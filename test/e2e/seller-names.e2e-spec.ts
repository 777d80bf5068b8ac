import { anotherSeller } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let registrar: Client;
let people = 2_000;

beforeAll(async () => {
  market = await startMarketOfCast();
  registrar = await market.asStaff('registrar');
});

afterAll(() => market.close());

/** Somebody new, named like this. */
function register(name: object) {
  const { title: _t, firstName: _f, lastName: _l, ...rest } = anotherSeller(people++);
  return registrar.post('/v1/sellers').send({ ...rest, ...name });
}

const firstError = ({ body }: { body: { errors: { pointer: string; code: string }[] } }) =>
  `${body.errors[0]!.pointer} ${body.errors[0]!.code}`;

const noFirstNames = ['   ', 'Нина', '\u200b', '😀', '-', '...', 'นาย', 'นาย นาง'];

describe('a first name that is none', () => {
  it.each(noFirstNames)('%j is refused in its own field, and nothing is reserved', async (firstName) => {
    const refused = await register({ firstName, lastName: 'เปล่า' }).expect(400);
    expect(firstError(refused)).toMatch(/^\/firstName NAME_/);
    const { body } = await registrar.get('/v1/sellers').query({ query: 'เปล่า' }).expect(200);
    expect(body.items).toEqual([]);
    const asked = { firstName, lastName: 'เปล่า', cooperativeRegistrationNumber: '101650' };
    const proposal = await registrar.post('/v1/usernames/generate').send(asked).expect(400);
    expect(firstError(proposal)).toMatch(/^\/firstName NAME_/);
  });

  it('cannot be put in by a correction', async () => {
    const { body: seller } = await register({ firstName: 'ชื่อจริง', lastName: 'ครบถ้วน' }).expect(201);
    for (const firstName of noFirstNames) {
      const patch = registrar.patch(`/v1/sellers/${seller.id}`).set('If-Match', '"1"').send({ firstName });
      expect(firstError(await patch.expect(400))).toMatch(/^\/firstName NAME_/);
    }
    const surname = registrar
      .patch(`/v1/sellers/${seller.id}`)
      .set('If-Match', '"1"')
      .send({ lastName: '😀' });
    expect(firstError(await surname.expect(400))).toBe('/lastName NAME_WITHOUT_LETTERS');
  });

  it('is not approved either', async () => {
    const { body: seller } = await register({ firstName: 'รอตรวจ', lastName: 'ชื่อหาย', phone: null }).expect(
      201,
    );
    expect(seller.status).toBe('pending');
    const spoil = () =>
      market.database.run('UPDATE seller SET firstName = ? WHERE id = ?', ['😀', seller.id]);
    await market.database.transaction(spoil);
    const approval = registrar.post(`/v1/sellers/${seller.id}/approval`).send({ reason: 'ตรวจแล้ว' });
    expect((await approval.expect(409)).body.code).toBe('SELLER_NAME_NOT_USABLE');
  });
});

describe('an error of the surname', () => {
  it('points to the surname', async () => {
    const refused = await register({ firstName: 'สมชาย', lastName: 'ใจดี99' }).expect(400);
    expect(firstError(refused)).toBe('/lastName NAME_HAS_DIGIT');
  });
});
