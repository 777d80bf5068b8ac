import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '../../../src/platform/http/openapi.js';
import { startServer, type Server } from './http.js';

type Operation = Record<string, unknown> & {
  operationId: string;
  tags: string[];
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>;
  parameters: { name: string; required: boolean; schema: Record<string, unknown> }[];
};

describe('/docs', () => {
  let server: Server;
  let document: OpenAPIObject;
  let operations: [string, Operation][];
  beforeAll(async () => {
    server = await startServer();
    document = (await (await fetch(`${server.url}/docs/openapi.json`)).json()) as OpenAPIObject;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
        `${method} ${path}`,
        operation,
      ]),
    );
  });
  afterAll(() => server.close());
  const find = (name: string) => operations.find(([found]) => found === name)?.[1] as Operation;

  it('is OpenAPI 3.1 in Thai first, the same each time', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.title).toMatch(/^ทะเบียนผู้ขาย/);
    expect(JSON.stringify(describeApi(server.app))).toBe(JSON.stringify(describeApi(server.app)));
  });

  it('shows what is declared and nothing else, in the order of what people do', () => {
    expect(operations.map(([name]) => name)).toEqual([
      'post /v1/open/token',
      'get /v1/stalls',
      'post /v1/stalls',
      'get /v1/stalls/{id}',
      'patch /v1/stalls/{id}',
      'delete /v1/stalls/{id}',
      'post /v1/stalls/{id}/approval',
      'post /v1/stalls/pictures',
      'get /v1/open',
      'post /v1/open/echo',
      'get /v1/open/export.csv',
      'get /v1/open/slow',
      'get /v1/open/health',
    ]);
    expect(document.tags?.map(({ name }) => name)).toEqual([
      'เข้าสู่ระบบ · Sign in',
      'ผู้ขาย · Sellers',
      'นำเข้าแบบฟอร์ม · Imports',
      'สำหรับผู้ซื้อ · For buyers',
      'สถานะระบบ · Health',
    ]);
    expect(server.app.getHttpAdapter().getInstance().routeIndex.undeclared).toEqual([
      'GET /v1/open/forgotten',
      'POST /v1/open/forgotten',
    ]);
  });

  it('gives each operation a name, both languages, its scope and one tag', () => {
    const names = operations.map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(find('post /v1/stalls/{id}/approval').operationId).toBe('stallsApprove');
    for (const [, operation] of operations) {
      expect(operation['summary']).toMatch(/[ก-๙].* · [a-z]/);
      expect(operation['x-required-scope']).toEqual(expect.any(String));
      expect(operation['x-order']).toBeUndefined();
      expect(operation.tags).toHaveLength(1);
    }
    expect(find('get /v1/stalls')['security']).toEqual([
      { staff: ['sellers:read'] },
      { apiKey: ['sellers:read'] },
    ]);
    expect(find('get /v1/open')['security']).toBeUndefined();
  });

  it('lists every answer, errors as problem+json', () => {
    const answers = (name: string) => Object.keys(find(name).responses).join(' ');
    expect(answers('get /v1/stalls')).toBe('200 400 401 403 429 500 503');
    expect(answers('post /v1/stalls')).toBe('201 400 401 403 409 413 415 422 429 500 503');
    expect(answers('patch /v1/stalls/{id}')).toBe('200 400 401 403 404 412 413 415 428 429 500 503');
    expect(answers('delete /v1/stalls/{id}')).toBe('204 400 401 403 404 429 500 503');
    expect(answers('get /v1/open/health')).toBe('200 400 500 503');
    const shared = document.components?.responses as Record<string, { content: Record<string, unknown> }>;
    for (const [, { responses }] of operations) {
      for (const [status, response] of Object.entries(responses)) {
        if (Number(status) < 400) continue;
        const { content } = response.$ref ? (shared[response.$ref.split('/').pop() ?? ''] ?? {}) : response;
        expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
      }
    }
  });

  it('names headers and kinds of body', () => {
    const parameter = (name: string, header: string) =>
      find(name).parameters.find((one) => one.name === header);
    expect(parameter('post /v1/stalls', 'Idempotency-Key')?.required).toBe(false);
    expect(parameter('patch /v1/stalls/{id}', 'If-Match')?.required).toBe(true);
    expect(parameter('post /v1/stalls/{id}/approval', 'If-Match')?.required).toBe(false);
    expect(parameter('get /v1/stalls', 'limit')?.schema).toMatchObject({
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: 50,
    });
    const kinds = (name: string) => {
      const body = find(name)['requestBody'] as { content: object } | undefined;
      return Object.keys(body?.content ?? {});
    };
    expect(kinds('patch /v1/stalls/{id}')).toEqual(['application/merge-patch+json', 'application/json']);
    expect(kinds('post /v1/open/token')).toEqual(['application/x-www-form-urlencoded']);
  });

  it.each([
    ['/docs', 'text/html', 'swagger-ui'],
    ['/docs/swagger-ui-init.js', 'application/javascript', '"persistAuthorization": false'],
    ['/docs/swagger-ui-bundle.js', 'application/javascript', 'SwaggerUIBundle'],
    ['/docs/openapi.yaml', 'text/yaml', 'openapi: 3.1.0'],
    ['/docs/problems', 'text/html', '<tr id="STALL_TAKEN"><td>409'],
    ['/docs/scopes', 'text/html', '<code>sellers:write</code>'],
    ['/docs/fonts/sarabun-thai-400-normal.woff2', 'font/woff2', 'wOF2'],
  ])('serves %s itself', async (path, type, text) => {
    const answer = await fetch(server.url + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    const body = await answer.text();
    expect(body).toContain(text);
    if (type === 'text/html') expect(body).not.toMatch(/(?:src|href)=["']?https?:/);
  });

  it('lists problems and scopes for programs too', async () => {
    const headers = { accept: 'application/json' };
    const problems = (await (await fetch(`${server.url}/docs/problems`, { headers })).json()) as {
      code: string;
    }[];
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['INTERNAL', 'STALL_TAKEN']));
    const scopes = await (await fetch(`${server.url}/docs/scopes`, { headers })).json();
    expect(scopes).toContainEqual({ method: 'PATCH', path: '/v1/stalls/:id', access: 'sellers:write' });
  });
});
