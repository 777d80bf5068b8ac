import { anotherSeller } from '../factories/cast.js';
import { newStaff } from '../setup/accounts.js';
import { startApp, type TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, openCase, reason, violation } from '../setup/decision-stage.js';

interface Made {
  decision: { points: number; pointsBefore: number; pointsAfter: number; leniency: string | null };
  sanction: { kind: string } | null;
}

let market: TestApp;
let copy: TestApp;
/** Ten people, half of them at another copy of the service. */
let moderators: Client[];
let people = 4_000;

beforeAll(async () => {
  market = await startMarketOfCast();
  copy = await startApp({ databaseUrl: market.databaseUrl, firstAdmin: false });
  moderators = [];
  for (let n = 0; n < 10; n++) {
    const { token } = await newStaff(market, 'moderator');
    moderators.push((n % 2 === 0 ? market : copy).clients.bearer(token));
  }
});
afterAll(async () => {
  await copy.close();
  await market.close();
});

const first = () => moderators[0]!;
async function seller() {
  const registrar = await market.asStaff('registrar');
  return (await registrar.post('/v1/sellers').send(anotherSeller(++people)).expect(201)).body;
}
const kindsOf = async (sellerId: string): Promise<string[]> => {
  const { body } = await first().get(`/v1/moderation/tasks?sellerId=${sellerId}&limit=200`).expect(200);
  return body.items.map(({ kind }: { kind: string }) => kind);
};

/** Whether they could have been made one after another: each begins with the points that the one before left. */
function inSomeOrder(made: readonly Made[]): boolean {
  const order = [...made].sort(
    (a, b) =>
      a.decision.pointsBefore - b.decision.pointsBefore || a.decision.pointsAfter - b.decision.pointsAfter,
  );
  let points = 0;
  for (const { decision } of order) {
    if (decision.pointsBefore !== points) return false;
    points = Math.max(points, decision.pointsAfter);
  }
  return points === made.reduce((sum, { decision }) => sum + decision.points, 0);
}

describe('ten moderators decide ten cases of one seller at once', () => {
  it.each([
    ['all of the gravest', Array.from({ length: 10 }, () => 'politics')],
    [
      'of every kind',
      [
        ...['politics', 'off_topic', 'personal_belief', 'daily_greeting', 'nation'],
        ...['off_topic', 'monarchy', 'personal_belief', 'username_format', 'religion'],
      ],
    ],
  ])('without losing or doubling a point: %s', async (_which, rules) => {
    const { id, username } = await seller();
    const cases: string[] = [];
    for (const _rule of rules) cases.push(await openCase(first(), username));
    const answers = await Promise.all(
      moderators.map((moderator, i) => decide(moderator, cases[i]!, violation(rules[i]!))),
    );
    expect(answers.map(({ status }) => status)).toEqual(rules.map(() => 200));
    const made = answers.map(({ body }) => body as Made);
    expect(inSomeOrder(made)).toBe(true);

    const { body: standing } = await first().get(`/v1/sellers/${id}/standing`).expect(200);
    const sum = made.reduce((points, { decision }) => points + decision.points, 0);
    expect(standing).toMatchObject({ activePoints: sum, removed: true, step: 'removal' });
    expect(made.filter(({ sanction }) => sanction?.kind === 'removal')).toHaveLength(1);
    expect(standing.sanctions.filter(({ kind }: { kind: string }) => kind === 'removal')).toHaveLength(1);
    const kinds = await kindsOf(id);
    expect(kinds.filter((kind) => kind === 'remove_member')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'deliver_notice')).toHaveLength(10);
    const { body: now } = await first().get(`/v1/sellers/${id}`).expect(200);
    expect(now.status).toBe('removed');
  });

  it('warns only once for what was posted before anybody was told', async () => {
    const { id, username } = await seller();
    const cases: string[] = [];
    for (let n = 0; n < 10; n++) cases.push(await openCase(first(), username));
    const answers = await Promise.all(
      moderators.map((moderator, i) => decide(moderator, cases[i]!, violation('off_topic'))),
    );
    const made = answers.map(({ body }) => body as Made);
    expect(made.filter(({ decision }) => decision.leniency === null)).toHaveLength(1);
    expect(made.filter(({ sanction }) => sanction !== null)).toHaveLength(1);
    const { body } = await first().get(`/v1/sellers/${id}/standing`).expect(200);
    expect(body).toMatchObject({ activePoints: 1, removed: false, nextStep: 'final_warning' });
  });
});

describe('one case decided by ten at once', () => {
  it.each([
    [undefined, 409],
    ['"1"', 412],
  ])('gets one decision (If-Match %s)', async (version, late) => {
    const { id, username } = await seller();
    const caseId = await openCase(first(), username);
    const answers = await Promise.all(
      moderators.map((moderator) => {
        const request = decide(moderator, caseId, violation('politics'));
        return version ? request.set('If-Match', version) : request;
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(late)]);
    const { body } = await first().get(`/v1/sellers/${id}/standing`).expect(200);
    expect(body).toMatchObject({ activePoints: 3, strikes: [expect.anything()] });
    expect(await kindsOf(id)).toEqual(['delete_message', 'deliver_notice', 'remove_member']);
  });

  it('removes a seller once, whether by order or by a case', async () => {
    const { id, username } = await seller();
    const caseId = await openCase(first(), username);
    const answers = await Promise.all(
      moderators.map((moderator, i) =>
        i === 0
          ? decide(moderator, caseId, violation('politics'))
          : moderator.post(`/v1/sellers/${id}/removal`).send({ ruleCode: 'politics', reason }),
      ),
    );
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect((await kindsOf(id)).filter((kind) => kind === 'remove_member')).toHaveLength(1);
    const { body } = await first().get(`/v1/sellers/${id}/standing`).expect(200);
    expect(body.sanctions).toHaveLength(1);
  });
});

describe('under the strict profile', () => {
  it('every violation leads to removal, but a wrong name is asked to be changed first', async () => {
    const admin = await market.asStaff('admin');
    await admin.put('/v1/moderation/policy').send({ profile: 'strict' }).expect(200);
    const greeter = await seller();
    const { body } = await decide(
      first(),
      await openCase(first(), greeter.username),
      violation('daily_greeting'),
    ).expect(200);
    expect(body).toMatchObject({
      ...{ strike: null, sanction: { kind: 'removal' } },
      decision: { points: 0, leniency: 'first_time', step: 'removal', policyNumber: 2 },
    });
    const misnamed = await decide(
      first(),
      await openCase(first(), (await seller()).username),
      violation('username_format'),
    ).expect(200);
    expect(misnamed.body).toMatchObject({ sanction: null, decision: { step: 'none' } });
  });
});
