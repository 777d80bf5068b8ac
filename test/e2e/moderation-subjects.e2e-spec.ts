import { Policies } from '../../src/moderation/policy/policies.service.js';
import { Rules } from '../../src/moderation/rules/rules.service.js';
import { Subjects } from '../../src/moderation/subjects/subjects.service.js';
import { asSystem } from '../../src/platform/request-context.js';
import { sellers } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';

let market: TestApp;
let subjects: Subjects;

beforeAll(async () => {
  market = await startMarketOfCast();
  subjects = market.get(Subjects);
});

afterAll(() => market.close());

const inside = <T>(work: () => Promise<T>) => asSystem('test', () => market.database.transaction(work));

describe('Whom a matter is about', () => {
  it('is the same whether or not blanks and width of letters differ', async () => {
    const one = await inside(() => subjects.ofNickname('ร้านป้าออม ของอร่อย'));
    const same = await inside(() => subjects.ofNickname('ร้านป้าออมของอร่อย '));
    expect(same.id).toBe(one.id);
    expect(one.sellerId).toBeNull();
  });

  it('is one when many meet them at once', async () => {
    const met = await Promise.all(
      Array.from({ length: 8 }, () => inside(() => subjects.ofNickname('ผู้มาใหม่'))),
    );
    expect(new Set(met.map(({ id }) => id)).size).toBe(1);
  });

  it('is the seller who holds or held the name, also one who registers later', async () => {
    const early = await inside(() => subjects.ofNickname('A1650ออมทรัพย์สอ.อยู่ดีกินดี'));
    const registrar = await market.asStaff('registrar');
    const { body } = await registrar.post('/v1/sellers').send(sellers.omsap).expect(201);
    const person = await inside(() => subjects.lock(early.id));
    expect(person).toEqual({ sellerId: body.id, subjectIds: [early.id] });
    const later = await inside(() => subjects.ofSeller(body.id));
    expect(later).toMatchObject({ id: early.id, sellerId: body.id, cooperativeId: body.cooperative.id });
  });

  it('is the person under all their names, also one that nobody has met since they registered', async () => {
    const before = await inside(() => subjects.ofNickname('S2071สมชายสอ.ตำรวจทุ่งทอง'));
    const registrar = await market.asStaff('registrar');
    const { body } = await registrar.post('/v1/sellers').send(sellers.somchai).expect(201);
    const shop = await inside(() => subjects.ofNickname('ร้านสมชาย'));
    const moderator = await market.asStaff('moderator');
    const link = { sellerId: body.id };
    await moderator.post(`/v1/moderation/subjects/${shop.id}/seller`).send(link).expect(200);
    const person = { sellerId: body.id, subjectIds: [before.id, shop.id].sort() };
    expect(await inside(() => subjects.personOf(shop.id))).toEqual(person);
    const { body: standing } = await moderator.get(`/v1/sellers/${body.id}/standing`).expect(200);
    expect(standing).toMatchObject(person);
    expect(await inside(() => subjects.lock(shop.id))).toEqual(person);
    expect(await inside(() => subjects.find(before.id))).toMatchObject(link);
  });
});

describe('Rules and policy', () => {
  it('are there from the start, once, whichever copy starts', async () => {
    await Promise.all([market.get(Rules).seed(), market.get(Policies).seed(), market.get(Rules).seed()]);
    const rules = await market.get(Rules).all();
    expect(rules).toHaveLength(8);
    expect(new Set(rules.map(({ number }) => number))).toEqual(new Set([1]));
    expect(await market.get(Policies).versions()).toHaveLength(1);
  });
});
