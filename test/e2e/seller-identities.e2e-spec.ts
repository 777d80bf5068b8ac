import { anotherSeller } from '../factories/cast.js';
import { startApp, type TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let registrar: Client;

beforeAll(async () => {
  market = await startMarketOfCast();
  registrar = await market.asStaff('registrar');
});

afterAll(() => market.close());

/** The same member number each time, and no telephone that could tell. */
const member = (n: number, name: object, memberNumber = 'M77') => {
  const { phone: _phone, ...rest } = anotherSeller(n);
  return { ...rest, ...name, memberNumber, email: `m${n}@example.com` };
};
const register = (body: object, by: Client = registrar) => by.post('/v1/sellers').send(body);
const correct = (id: string, version: number, body: object) =>
  registrar.patch(`/v1/sellers/${id}`).set('If-Match', `"${version}"`).send(body);

describe('the same member under a new name', () => {
  const before = { firstName: 'รินดา', lastName: 'เดิมทอง' };
  const after = { firstName: 'รินดา', lastName: 'ใหม่เงิน' };

  it('is known by the member number, although the number itself is not kept', async () => {
    const { body: seller } = await register(member(1, before)).expect(201);
    await correct(seller.id, 1, { lastName: after.lastName }).expect(200);
    const again = await register(member(2, after)).expect(409);
    expect(again.body).toMatchObject({ code: 'SELLER_ALREADY_REGISTERED', sellerId: seller.id });
    await register(member(3, before)).expect(201);
  });

  it('cannot become somebody who is there', async () => {
    const names = {
      first: { firstName: 'วนิดา', lastName: 'คำดี' },
      other: { firstName: 'วนิดา', lastName: 'คำงาม' },
    };
    await register(member(4, names.first, 'M80')).expect(201);
    const { body: other } = await register(member(5, names.other, 'M80')).expect(201);
    await correct(other.id, 1, { lastName: names.first.lastName }).expect(409);
  });
});

describe('a database of before', () => {
  /** As the migration leaves them. */
  const mark = (ids: string[]) =>
    market.database.transaction(async () => {
      for (const id of ids)
        await market.database.run("UPDATE seller SET sameMember = CONCAT('remake:', id) WHERE id = ?", [id]);
    });
  const startAgain = async () =>
    (await startApp({ databaseUrl: market.databaseUrl, firstAdmin: false })).close();

  it('is put right when the service starts', async () => {
    const name = { firstName: 'ดั้งเดิม', lastName: 'มาก่อน' };
    const { body: seller } = await register(member(6, name, 'M90')).expect(201);
    await mark([seller.id]);
    await startAgain();
    const again = await register(member(7, name, 'M90')).expect(409);
    expect(again.body.sellerId).toBe(seller.id);
  });

  it('leaves two whom a rename had made one person as they are, and both can be corrected', async () => {
    const first = (await register(member(8, { firstName: 'แฝดพี่', lastName: 'มาก่อน' }, 'M91')).expect(201))
      .body;
    const second = (await register(member(9, { firstName: 'แฝดน้อง', lastName: 'มาก่อน' }, 'M91')).expect(201))
      .body;
    await market.database.transaction(async () => {
      const [row] = await market.database.all<{ whoKey: string; firstName: string; firstNameFolded: string }>(
        'SELECT whoKey, firstName, firstNameFolded FROM seller WHERE id = ?',
        [first.id],
      );
      const sql = 'UPDATE seller SET whoKey = ?, firstName = ?, firstNameFolded = ? WHERE id = ?';
      await market.database.run(sql, [row!.whoKey, row!.firstName, row!.firstNameFolded, second.id]);
    });
    await mark([first.id, second.id]);
    await startAgain();
    for (const { id } of [first, second]) await correct(id, 1, { lineId: 'new.line' }).expect(200);
  });
});
