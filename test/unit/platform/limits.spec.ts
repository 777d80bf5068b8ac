import { connect } from 'node:net';
import { networkOf } from '../../../src/platform/http/address.js';
import { Limiter, LimitReached } from '../../../src/platform/http/limiter.js';
import { turnstile } from './turnstile.js';
import { registrar, startServer, type Server } from './http.js';

const policy = (name: string, points: number) => ({ name, points, seconds: 60 });
const limits = {
  address: policy('address', 12),
  principal: policy('principal', 5),
  public: policy('public', 4),
};
const viewer = { authorization: 'Bearer viewer' };

describe('limits', () => {
  let server: Server;
  const start = async (options = {}) => {
    server = await startServer({ limits, ...options });
  };
  afterEach(() => server.close());
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
  const statuses = async (times: number, path: string, headers?: Record<string, string>) => {
    const found: number[] = [];
    for (let time = 0; time < times; time++) found.push((await ask(path, headers)).status);
    return found;
  };

  it('count by key, and tell how much is left', async () => {
    await start();
    const left: string[] = [];
    for (let time = 0; time < 5; time++)
      left.push((await ask('/v1/stalls/1', registrar)).headers.get('ratelimit') ?? '');
    expect(left.map((text) => /^"principal";r=(\d+);t=(?:60|59)$/.exec(text)?.[1])).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
    ]);
    const refused = await ask('/v1/stalls/1', registrar);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit-policy')).toBe('"principal";q=5;w=60');
    expect(refused.headers.get('ratelimit')).toMatch(/^"principal";r=0;t=\d+$/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await refused.json()).toMatchObject({ code: 'QUOTA_EXCEEDED', status: 429 });
    expect((await ask('/v1/stalls/1', viewer)).status).toBe(200);
  });

  it('count by address, whoever calls', async () => {
    await start();
    await statuses(5, '/v1/stalls/1', registrar);
    await statuses(5, '/v1/stalls/1', viewer);
    expect(await statuses(3, '/v1/stalls/1', { authorization: 'Bearer who' })).toEqual([401, 401, 429]);
  });

  it('bind strangers and the curious more tightly', async () => {
    await start();
    expect(await statuses(5, '/v1/open')).toEqual([200, 200, 200, 200, 429]);
    expect(await statuses(1, '/guess')).toEqual([429]);
    expect(await statuses(1, '/v1/stalls/1', viewer)).toEqual([200]);
  });

  it('are stricter where a route says so', async () => {
    await start({ limits: { ...limits, public: policy('public', 100) } });
    const login = () =>
      fetch(`${server.url}/v1/open/token`, { method: 'POST', body: new URLSearchParams({ username: 'a' }) });
    expect((await login()).headers.get('ratelimit')).toMatch(/^"login";r=2/);
    await login();
    await login();
    expect((await login()).status).toBe(429);
    expect((await ask('/v1/open')).status).toBe(200);
  });

  it('never touch health', async () => {
    await start();
    expect(new Set(await statuses(30, '/v1/open/health'))).toEqual(new Set([200]));
  });

  it('believe X-Forwarded-For of a configured proxy only', async () => {
    await start();
    const spoofed = await Promise.all(
      Array.from({ length: 6 }, (_, index) => ask('/v1/open', { 'x-forwarded-for': `203.0.113.${index}` })),
    );
    expect(spoofed.filter(({ status }) => status === 429)).toHaveLength(2);
    await server.close();
    await start({ trustProxy: '127.0.0.1' });
    expect(await statuses(5, '/v1/open', { 'x-forwarded-for': '2001:db8:1:2::1' })).toEqual([
      200, 200, 200, 200, 429,
    ]);
    expect(await statuses(1, '/v1/open', { 'x-forwarded-for': '2001:db8:1:2:ffff::9' })).toEqual([429]);
    expect(await statuses(1, '/v1/open', { 'x-forwarded-for': '2001:db8:1:3::1' })).toEqual([200]);
  });

  it('can be switched off', async () => {
    await start({ limits: false });
    expect(new Set(await statuses(30, '/v1/open'))).toEqual(new Set([200]));
    expect((await ask('/v1/open')).headers.has('ratelimit')).toBe(false);
  });

  it('shed what is too much at once, but never health, and recover', async () => {
    await start({ limits: false, maxInFlight: 10 });
    const cut = new AbortController();
    const lost = Array.from({ length: 5 }, () =>
      fetch(`${server.url}/v1/open/slow`, { signal: cut.signal }).catch(() => undefined),
    );
    const kept = Array.from({ length: 5 }, () => ask('/v1/open/slow'));
    await turnstile.gathered(10);
    const refused = await ask('/v1/open');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ code: 'OVERLOADED' });
    expect((await ask('/v1/open/health')).status).toBe(200);
    cut.abort();
    turnstile.letGo();
    await Promise.all([...lost, ...kept]);
    await untilOk(() => ask('/v1/open'));
    const again = Array.from({ length: 10 }, () => ask('/v1/open/slow'));
    await turnstile.gathered(10);
    turnstile.letGo();
    expect((await Promise.all(again)).map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  it('cut off whoever sends headers too slowly', async () => {
    await start({ headersTimeout: 300, requestTimeout: 600 });
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(server.port, '127.0.0.1', () =>
        socket.write('GET /v1/open HTTP/1.1\r\nHost: x\r\n'),
      );
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
  });
});

/** The server learns a moment later than we do that a connection is gone. */
async function untilOk(request: () => Promise<Response>): Promise<void> {
  while ((await request()).status !== 200) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('Limiter', () => {
  it('says how long to wait, and forgets when told or when the time is over', async () => {
    const limiter = new Limiter({ name: 'password', points: 2, seconds: 0.1 });
    limiter.take('somchai');
    expect(limiter.take('somchai')).toMatchObject({ remaining: 0, seconds: 1 });
    expect(() => limiter.take('somchai')).toThrow(LimitReached);
    expect(limiter.take('somying')).toMatchObject({ remaining: 1 });
    limiter.forget('somchai');
    expect(limiter.take('somchai')).toMatchObject({ remaining: 1 });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(limiter.take('somying')).toMatchObject({ remaining: 1 });
  });
});

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000:0000::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, 'unknown'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
