import { anotherSeller } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

describe('who registers again, or with a long name', () => {
  let market: TestApp;
  let registrar: Client;

  beforeAll(async () => {
    market = await startMarketOfCast();
    registrar = await market.asStaff('registrar');
  });
  afterAll(() => market.close());

  const register = (body: object) => registrar.post('/v1/sellers').send(body);

  it('does not come back from withdrawal with the member number of another', async () => {
    const person = anotherSeller(1);
    const { phone: _phone, ...unreachable } = person;
    const { body: gone } = await register(person).expect(201);
    const { body: other } = await register({ ...unreachable, memberNumber: '4711' }).expect(201);
    const path = `/v1/sellers/${gone.id}/withdrawal`;
    await registrar.post(path).send({ reason: 'เลิกขายชั่วคราว' }).expect(200);
    const { body } = await register({ ...person, memberNumber: '4711' }).expect(409);
    expect(body).toMatchObject({ code: 'SELLER_ALREADY_REGISTERED', sellerId: other.id });
    await register(person).expect(201);
  });

  it('waits for a person again, who was never approved', async () => {
    const { phone: _phone, ...unreachable } = anotherSeller(3);
    const typed = { ...unreachable, fullName: 'นายมี พูนผล', memberNumber: '5005' };
    const { firstName: _first, lastName: _last, title: _title, ...doubtful } = typed;
    const { body: first } = await register(doubtful).expect(201);
    expect(first).toMatchObject({ status: 'pending', username: null });
    await registrar.post(`/v1/sellers/${first.id}/withdrawal`).send({ reason: 'ขอถอนตัว' }).expect(200);
    const { body: again } = await register(doubtful).expect(201);
    expect(again).toMatchObject({ id: first.id, status: 'pending', username: null });
    expect(again.pendingReasons).toHaveLength(1);
  });

  it('does not become somebody else by a correction', async () => {
    const person = anotherSeller(14);
    const { body: one } = await register(person).expect(201);
    const { body: two } = await register({ ...person, phone: '0823334444' }).expect(201);
    const patch = registrar.patch(`/v1/sellers/${two.id}`).set('If-Match', '"1"');
    const { body } = await patch.send({ phone: person.phone }).expect(409);
    expect(body).toMatchObject({ code: 'SELLER_ALREADY_REGISTERED', sellerId: one.id });
  });

  it('has a name that every database can hold, or is refused', async () => {
    const long = 'ก'.repeat(70);
    const { firstName: _first, lastName: _last, title: _title, ...person } = anotherSeller(2);
    const { body } = await register({ ...person, fullName: `นายสมชาย ${long} ${long}` }).expect(400);
    expect(body.errors[0].code).toBe('NAME_TOO_LONG');
    await register({ ...person, title: '\ufb2c'.repeat(80), firstName: 'สมชาย', lastName: 'ใจดี' }).expect(
      400,
    );
    await register({ ...person, firstName: long, lastName: long }).expect(201);
  });
});
