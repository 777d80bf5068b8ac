import { anotherSeller } from '../factories/cast.js';
import { newStaff } from '../setup/accounts.js';
import { startApp, type TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

describe('two copies of the service', () => {
  let market: TestApp;
  let copy: TestApp;
  let here: Client;
  let there: Client;

  beforeAll(async () => {
    market = await startMarketOfCast();
    copy = await startApp({ databaseUrl: market.databaseUrl, firstAdmin: false });
    const { token } = await newStaff(market, 'registrar');
    [here, there] = [market.clients.bearer(token), copy.clients.bearer(token)];
  });
  afterAll(async () => {
    await copy.close();
    await market.close();
  });

  const ask = (client: Client, n: number) =>
    client.post('/v1/sellers').set('Idempotency-Key', `copies-${n}`).send(anotherSeller(n));

  it('that get one registration at once under one key give one answer and keep one seller', async () => {
    const numbers = Array.from({ length: 30 }, (_, n) => 7_000 + n);
    const pairs = await Promise.all(numbers.map((n) => Promise.all([ask(here, n), ask(there, n)] as const)));
    for (const [one, other] of pairs) {
      expect([one.status, other.status]).toEqual([201, 201]);
      expect(one.body).toEqual(other.body);
      const replays = [one, other].filter(({ headers }) => headers['idempotency-replayed'] === 'true');
      expect(replays).toHaveLength(1);
    }
    const { body } = await (await market.asStaff('admin')).get('/v1/audit-entries/verification').expect(200);
    expect(body.intact).toBe(true);
  });

  it('that get one person at once under two keys register the person once', async () => {
    const again = (client: Client, key: string) =>
      client.post('/v1/sellers').set('Idempotency-Key', key).send(anotherSeller(7_100));
    const answers = await Promise.all([again(here, 'first'), again(there, 'second')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
