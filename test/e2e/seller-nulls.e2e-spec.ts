import { anotherSeller, cooperatives } from '../factories/cast.js';
import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let registrar: Client;
let people = 1;
const somebody = () => anotherSeller(people++);
const register = (body: object) => registrar.post('/v1/sellers').send(body);

beforeAll(async () => {
  market = await startApp();
  registrar = await market.asStaff('registrar');
  const admin = await market.asStaff('admin');
  await admin.post('/v1/cooperatives').send(cooperatives.yudeeKindee).expect(201);
});

afterAll(() => market.close());

describe('what is there in name only', () => {
  it.each([
    ['fullName', null],
    ['firstName', null],
    ['cooperativeId', null],
    ['publicListingConsent', null],
    ['memberNumber', ' \u0000 '],
    ['offerings', [[]]],
    ['offerings', [{ category: 'food', description: '   ' }]],
  ])('is refused when registering: %s %j', async (field, value) => {
    const { body } = await register({ ...somebody(), [field]: value }).expect(400);
    expect(body.errors[0].pointer).toContain(`/${field}`);
  });

  it('may be a title or a surname', async () => {
    const { body } = await register({ ...somebody(), title: null, lastName: null }).expect(201);
    expect(body).toMatchObject({ title: '', lastName: '' });
  });

  it('clears a title or surname in a correction, and is refused for what must be there', async () => {
    const { body: seller } = await register(somebody()).expect(201);
    const patch = (version: number, body: object) =>
      registrar.patch(`/v1/sellers/${seller.id}`).set('If-Match', `"${version}"`).send(body);
    const { body: cleared } = await patch(1, { title: null, lastName: null }).expect(200);
    expect(cleared).toMatchObject({ title: '', lastName: '', firstName: seller.firstName, version: 2 });
    for (const field of ['firstName', 'offerings', 'publicListingConsent']) {
      const { body } = await patch(2, { [field]: null }).expect(400);
      expect(body.errors).toMatchObject([{ pointer: `/${field}`, code: 'REQUIRED' }]);
    }
  });
});
