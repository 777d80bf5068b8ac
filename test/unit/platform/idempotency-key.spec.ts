import { executionsSoFar } from './demo.js';
import { turnstile } from './turnstile.js';
import { goodStall, json, registrar, startServer, type Server } from './http.js';

const write = { ...registrar, ...json };

describe('Idempotency-Key', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const keyed = async (key: string, body: unknown = goodStall, headers = {}) => {
    const answer = await fetch(`${server.url}/v1/stalls`, {
      method: 'POST',
      headers: { ...write, 'idempotency-key': key, ...headers },
      body: JSON.stringify(body),
    });
    return { answer, body: (await answer.json()) as { keyHash: string; fingerprint: string } };
  };

  it('becomes a hash of who, where and key, and a fingerprint of the body in any order', async () => {
    const { answer, body } = await keyed('one');
    const again = await keyed('one', { offerings: goodStall.offerings, name: goodStall.name });
    const other = await keyed('two', { ...goodStall, name: 'อื่น' });
    const boss = await keyed('one', goodStall, { authorization: 'Bearer boss' });
    expect(answer.headers.get('location')).toBe('/v1/stalls/S1');
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(body.keyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(again.body).toEqual(body);
    expect(new Set([body.keyHash, other.body.keyHash, boss.body.keyHash]).size).toBe(3);
    expect(boss.body.fingerprint).toBe(body.fingerprint);
    expect(other.body.fingerprint).not.toBe(body.fingerprint);
  });

  it('marks a replay', async () => {
    const { answer } = await keyed('three', { ...goodStall, name: 'replay' });
    expect(answer.headers.get('idempotency-replayed')).toBe('true');
    expect(answer.headers.get('location')).toBe('/v1/stalls/S1');
  });

  const slow = { ...goodStall, name: 'slow' };

  it('lets one request at a time through', async () => {
    const before = executionsSoFar();
    const first = keyed('four', slow);
    await turnstile.gathered(1);
    const others = await Promise.all(Array.from({ length: 19 }, () => keyed('four', slow)));
    turnstile.letGo();
    expect((await first).answer.status).toBe(201);
    expect(others.map(({ answer }) => answer.status)).toEqual(Array(19).fill(409));
    expect(others[0]?.answer.headers.get('retry-after')).toBe('1');
    expect(executionsSoFar() - before).toBe(1);
    expect((await keyed('four')).answer.status).toBe(201);
  });

  it('is free again after a refusal and after the caller went away', async () => {
    expect((await keyed('five', {})).answer.status).toBe(400);
    expect((await keyed('five')).answer.status).toBe(201);
    const cut = new AbortController();
    const lost = fetch(`${server.url}/v1/stalls`, {
      method: 'POST',
      headers: { ...write, 'idempotency-key': 'six' },
      body: JSON.stringify(slow),
      signal: cut.signal,
    });
    await turnstile.gathered(1);
    cut.abort();
    await expect(lost).rejects.toThrow();
    expect((await keyed('six')).answer.status).toBe(409);
    turnstile.letGo();
    expect((await keyed('six')).answer.status).toBe(201);
  });
});
