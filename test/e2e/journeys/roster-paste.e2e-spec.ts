import { anotherSeller, sellers } from '../../factories/cast.js';
import type { TestApp } from '../../setup/app.js';
import { startMarketOfCast } from '../../setup/cast-market.js';
import { messages } from '../../setup/moderation-stage.js';
import { ModeratorAtWork } from '../../setup/moderator-at-work.js';

interface Entry {
  line: number;
  nickname: string;
  verdict: string;
  shouldBe: string | null;
  caseId: string | null;
}

describe('A moderator pastes the list of 500 members', () => {
  let market: TestApp;
  let moderator: ModeratorAtWork;
  let usernames: string[];
  let removed: string;
  let removalCase: string;
  let audit: { id: string; counts: { verdict: string; count: number }[]; allowedActions: never[] };

  const entriesOf = async (verdict: string): Promise<Entry[]> =>
    (await moderator.read(`/v1/roster-audits/${audit.id}/entries?limit=200&verdict=${verdict}`)).items;

  beforeAll(async () => {
    market = await startMarketOfCast();
    moderator = new ModeratorAtWork(await market.asStaff('moderator'));
    const registrar = await market.asStaff('registrar');
    const register = async (body: object) =>
      (await registrar.post('/v1/sellers').send(body).expect(201)).body.username as string;
    usernames = await Promise.all(Array.from({ length: 60 }, (_, n) => register(anotherSeller(n))));
    removed = await register(sellers.maliwan);
    await moderator.report(removed, { text: messages.politics });
    const matter = await moderator.next();
    removalCase = matter.id;
    await moderator.decide(matter, { outcome: 'violation', ruleCode: 'politics', reason: 'ชวนเลือกพรรค' });
    await moderator.doAll(await moderator.openTasks({ caseId: matter.id }));
  });
  afterAll(() => market.close());

  it('as LINE shows it, and learns what each of them is', async () => {
    const wrong = usernames.slice(40, 50).map((name) => name.toLowerCase().replace('สอ.', ' สอ '));
    const members = [...usernames.slice(0, 40), ...wrong, removed.replace('N', 'n'), 'แอดมิน ตลาดกลาง ชสอ.'];
    const buyers = Array.from({ length: 500 - members.length }, (_, n) => `ลูกค้าคนที่ ${n + 1}`);
    const text = ['สมาชิก 500', '', ...members, ...buyers].join('\r\n');
    const answer = await moderator.client.post('/v1/roster-audits').send({ text, complete: true });
    expect(answer.status).toBe(201);
    audit = answer.body;
    expect(answer.body).toMatchObject({ members: 500, missing: 10, unreadLines: [] });
    const counts = audit.counts
      .filter(({ count }) => count > 0)
      .map(({ verdict, count }) => [verdict, count]);
    expect(Object.fromEntries(counts)).toEqual({
      ...{ exact_seller: 40, variant_of_seller: 10, removed_before: 1, looks_like_administrator: 1 },
      not_a_registered_seller: 448,
    });
  });

  it('sees who uses a wrong name and what it should be, and who was removed before', async () => {
    const wrong = await entriesOf('variant_of_seller');
    expect(wrong.map(({ shouldBe }) => shouldBe).sort()).toEqual(usernames.slice(40, 50).sort());
    expect(await entriesOf('removed_before')).toMatchObject([{ line: 53, caseId: removalCase }]);
  });

  it('finds the sellers who are not in the group', async () => {
    const { items } = await moderator.read(`/v1/roster-audits/${audit.id}/missing?limit=200`);
    const names = items.map(({ username }: { username: string }) => username);
    expect(names.sort()).toEqual(usernames.slice(50).sort());
  });

  it('has the tasks made that this leads to, each of them once', async () => {
    const make = async () => {
      const path = `/v1/roster-audits/${audit.id}/tasks`;
      return (await moderator.client.post(path).send({ kinds: ['rename', 'remove_member'] })).body;
    };
    const { created } = await make();
    expect(created).toHaveLength(11);
    const again = await make();
    expect([again.created.length, again.alreadyOpen.length]).toEqual([0, 11]);
    const { items } = await moderator.read('/v1/moderation/tasks?status=open&kind=rename&limit=50');
    expect(items).toHaveLength(10);
    for (const { person, readyMessage } of items) expect(readyMessage.th).toContain(person.username);
  });
});
