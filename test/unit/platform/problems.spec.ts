import { connect } from 'node:net';
import { platformProblems } from '../../../src/platform/http/problem-catalogue.js';
import { registrar, startServer, type Server } from './http.js';
import { problemCases } from './problem-cases.js';

const documented = new Set([...platformProblems.map(({ code }) => code as string), 'STALL_TAKEN']);

describe('every error is problem+json', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  for (const [name, status, code, method, path, headers, body] of problemCases) {
    it(`${name} → ${status} ${code}`, async () => {
      for (const language of ['th', 'en'] as const) {
        const answer = await fetch(server.url + path, {
          method,
          headers: { ...headers, 'accept-language': language, 'x-request-id': 'test-1' },
          body,
        });
        const text = await answer.text();
        expect(text).not.toMatch(/node_modules|\/srv\/|SELECT|at .*:\d+:\d+|0812345678/);
        const problem = JSON.parse(text);
        expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
        expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
        expect(answer.headers.get('content-language')).toBe(language);
        expect(answer.headers.get('x-request-id')).toBe('test-1');
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(problem).toMatchObject({
          type: `/docs/problems#${code}`,
          title: expect.any(String),
          status,
          detail: problem.messages[language],
          instance: 'test-1',
        });
        expect(documented).toContain(code);
        expect(problem.messages.th).toMatch(/[\u0e01-\u0e5b]/);
        expect(problem.messages.en).not.toMatch(/[\u0e01-\u0e5b]/);
        if (status === 429 || status === 503) expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
        if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      }
    });
  }

  it('names the methods an address takes', async () => {
    const answer = await fetch(`${server.url}/v1/stalls/1`, { method: 'PUT' });
    expect(answer.headers.get('allow')).toBe('DELETE, GET, HEAD, PATCH');
  });

  it.each([
    ['broken HTTP', 'NONSENSE\r\n\r\n', 400, 'REQUEST_MALFORMED'],
    [
      'headers too large',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    ['no Host', 'GET /v1/open HTTP/1.1\r\n\r\n', 400, 'REQUEST_MALFORMED'],
    [
      'an odd Expect',
      'POST /v1/stalls HTTP/1.1\r\nHost: x\r\nExpect: a-miracle\r\nContent-Length: 0\r\n\r\n',
      417,
      'EXPECTATION_FAILED',
    ],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'REQUEST_MALFORMED',
    ],
  ])('%s', async (_name, request, status, code) => {
    const answer = await raw(server.port, request);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });

  it('logs what nobody expected, without data of the database', async () => {
    await fetch(`${server.url}/v1/stalls/database`, { headers: { ...registrar, 'x-request-id': 'log-1' } });
    const line = server.log.find(({ requestId, msg }) => requestId === 'log-1' && msg === 'unexpected error');
    expect(line).toMatchObject({ level: 'error', error: { name: 'Error', stack: expect.any(Array) } });
    expect(JSON.stringify(server.log)).not.toContain('0812345678');
  });
});

const raw = (port: number, text: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      socket.end();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
