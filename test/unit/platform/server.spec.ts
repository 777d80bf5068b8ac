import { get } from 'node:http';
import { connect } from 'node:net';
import { turnstile } from './turnstile.js';
import { LockedModule } from './demo.js';
import { goodStall, json, registrar, startServer, type Server } from './http.js';

const write = { ...registrar, ...json };

describe('the server', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const post = (path: string, headers: Record<string, string>, body: unknown = goodStall, method = 'POST') =>
    fetch(server.url + path, { method, headers: { ...write, ...headers }, body: JSON.stringify(body) });

  describe('context of a request', () => {
    it.each([
      ['abc-DEF_1.2', 'abc-DEF_1.2'],
      ['x'.repeat(64), 'x'.repeat(64)],
      ['x'.repeat(65), undefined],
      ['has space', undefined],
      ['ก', undefined],
    ])('takes over X-Request-Id %s if it is well formed', async (given, kept) => {
      const header = Buffer.from(given).toString('latin1');
      const answer = await fetch(`${server.url}/v1/open`, { headers: { 'x-request-id': header } });
      const { requestId } = (await answer.json()) as { requestId: string };
      expect(answer.headers.get('x-request-id')).toBe(requestId);
      if (kept === undefined) expect(requestId).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
      else expect(requestId).toBe(kept);
    });

    it.each([
      [undefined, 'th'],
      ['*', 'th'],
      ['en', 'en'],
      ['en-US,en;q=0.9,th;q=0.8', 'en'],
      ['th-TH,th;q=0.9,en;q=0.8', 'th'],
      ['de,en;q=0.5', 'en'],
      ['en;q=0', 'th'],
      [`${'x,'.repeat(5000)}en`, 'th'],
    ])('understands Accept-Language %#', async (header, language) => {
      const answer = await fetch(`${server.url}/v1/open`, {
        headers: header ? { 'accept-language': header } : {},
      });
      expect(await answer.json()).toMatchObject({ language });
    });

    it('stays with each of many requests at once, also after their bodies are read', async () => {
      const ask = async (id: string) => {
        const name = `${id}${'x'.repeat(30)}`.slice(0, 30);
        const answer = await post('/v1/open/echo', { 'x-request-id': id }, { ...goodStall, name });
        expect(await answer.json()).toMatchObject({ requestId: id, name });
      };
      await Promise.all(Array.from({ length: 100 }, (_, index) => ask(`request-${index}`)));
    });

    it('never takes credentials where none are needed', async () => {
      const answer = await fetch(`${server.url}/v1/open`, { headers: { authorization: 'Basic Og==' } });
      expect(await answer.json()).toMatchObject({ actor: 'anonymous' });
    });
  });

  describe('versions', () => {
    it('are ETags', async () => {
      const answer = await fetch(`${server.url}/v1/stalls/1`, {
        headers: { ...registrar, 'if-none-match': '"7"' },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('etag')).toBe('"7"');
      expect(answer.headers.get('vary')).toBe('Authorization, Accept-Language');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    });

    it.each([
      ['"7"', 200],
      ['*', 200],
      ['"7", "7"', 200],
      ['W/"7", "7"', 200],
      ['7', 200],
      ['6', 412],
      ['W/"7"', 412],
      ['"abc"', 412],
      ['"6"', 412],
      ['"6", "7"', 400],
      ['', 400],
      ['"7', 400],
      [`"${'7'.repeat(2000)}"`, 400],
    ])('If-Match %s → %d', async (header, status) => {
      expect((await post('/v1/stalls/1', { 'if-match': header }, goodStall, 'PATCH')).status).toBe(status);
    });

    it('may be left out where If-Match is optional', async () => {
      expect(await (await post('/v1/stalls/1/approval', {}, {})).json()).toMatchObject({ expected: null });
      const answer = await post('/v1/stalls/1/approval', { 'if-match': '"3"' }, {});
      expect(await answer.json()).toMatchObject({ expected: 3 });
    });

    it('takes merge-patch+json', async () => {
      const headers = { 'content-type': 'application/merge-patch+json', 'if-match': '"7"' };
      expect((await post('/v1/stalls/1', headers, goodStall, 'PATCH')).status).toBe(200);
    });
  });

  it('takes an upload for whoever is signed in', async () => {
    const form = new FormData();
    form.append('file', new Blob(['ชื่อ,นามสกุล']), 'a.csv');
    const answer = await fetch(`${server.url}/v1/stalls/pictures`, {
      method: 'POST',
      headers: registrar,
      body: form,
    });
    expect(await answer.json()).toEqual({ bytes: 34, actor: 'registrar' });
  });

  it('streams what is no JSON under its own media type, and errors as ever', async () => {
    const answer = await fetch(`${server.url}/v1/open/export.csv`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
    expect(await answer.text()).toBe('ชื่อ,นามสกุล\r\n');
    const refused = await fetch(`${server.url}/v1/open/export.csv?regionCode=S`);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    expect((await fetch(`${server.url}/v1/open/export.csv?foo=1`)).status).toBe(400);
  });

  it('takes a form where the route says so', async () => {
    const answer = await fetch(`${server.url}/v1/open/token`, {
      method: 'POST',
      body: new URLSearchParams({ username: 'สมชาย', __proto__x: 'y' }),
    });
    expect(await answer.json()).toEqual({ user: 'สมชาย' });
  });

  it('protects every answer by its headers', async () => {
    for (const path of ['/v1/open', '/nowhere', '/v1/stalls', '/v1/open/forgotten']) {
      const { headers } = await fetch(server.url + path);
      expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
      expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.has('x-powered-by')).toBe(false);
      expect(headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  it('answers HEAD', async () => {
    const answer = await fetch(`${server.url}/v1/stalls/1`, { method: 'HEAD', headers: registrar });
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([200, '"7"', '']);
  });

  it('answers 204 without content', async () => {
    const answer = await fetch(`${server.url}/v1/stalls/1`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer boss' },
    });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('logs one line for each request, with the pattern of its route', async () => {
    await fetch(`${server.url}/v1/stalls/0812345678?foo=0812345678`, {
      headers: { ...registrar, 'x-request-id': 'line-1' },
    });
    const lines = server.log.filter(({ requestId }) => requestId === 'line-1');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/Z$/),
        msg: 'request',
        requestId: 'line-1',
        method: 'GET',
        route: '/v1/stalls/:id',
        status: 400,
        ms: expect.any(Number),
        actorId: 'registrar',
      },
    ]);
    expect(JSON.stringify(server.log)).not.toMatch(/0812345678|Bearer/);
  });

  it('stops without cutting off who is being served, and without waiting for who says nothing', async () => {
    const own = await startServer();
    const silent = connect(own.port, '127.0.0.1');
    const silentEnds = new Promise((resolve) => silent.once('close', resolve));
    const answer = fetch(`${own.url}/v1/open/slow`);
    await turnstile.gathered(1);
    const closed = own.close();
    turnstile.letGo();
    await closed;
    await silentEnds;
    expect((await answer).status).toBe(200);
    await expect(
      new Promise((resolve, reject) => get(own.url, resolve).on('error', reject)),
    ).rejects.toThrow();
  });
});

describe('without an authenticator', () => {
  it('nobody gets in', async () => {
    const server = await startServer({}, LockedModule);
    const answer = await fetch(`${server.url}/v1/stalls/1`, { headers: registrar });
    expect(answer.status).toBe(401);
    expect((await fetch(`${server.url}/v1/open`)).status).toBe(200);
    await server.close();
  });
});
