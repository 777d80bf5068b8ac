import { goodStall, json, registrar, startServer, type Server } from './http.js';

interface Failure {
  pointer: string;
  code: string;
  message: string;
}

describe('validation', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const post = async (body: unknown, language = 'en') => {
    const answer = await fetch(`${server.url}/v1/stalls`, {
      method: 'POST',
      headers: { ...registrar, ...json, 'accept-language': language },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, problem: (await answer.json()) as { errors?: Failure[] } };
  };
  const get = async (query: string) => {
    const answer = await fetch(`${server.url}/v1/stalls${query}`, { headers: registrar });
    return {
      status: answer.status,
      problem: (await answer.json()) as { errors?: Failure[]; items?: unknown[] },
    };
  };
  const codes = (errors: Failure[] = []) => errors.map(({ pointer, code }) => `${pointer} ${code}`);

  it.each([
    ['everything missing', {}, ['/name REQUIRED', '/offerings REQUIRED']],
    ['null is missing', { ...goodStall, name: null }, ['/name REQUIRED']],
    ['another kind', { ...goodStall, name: 5 }, ['/name NOT_TEXT']],
    ['too short', { ...goodStall, name: 'x' }, ['/name TOO_SHORT']],
    ['too long', { ...goodStall, name: 'x'.repeat(41) }, ['/name TOO_LONG']],
    ['no e-mail', { ...goodStall, email: 'x' }, ['/email NOT_AN_EMAIL']],
    ['wrong form', { ...goodStall, registrationNumber: '12' }, ['/registrationNumber WRONG_FORM']],
    ['not in the list', { ...goodStall, regionCode: 'X' }, ['/regionCode NOT_ALLOWED']],
    ['not a list', { ...goodStall, offerings: 'x' }, ['/offerings NOT_A_LIST']],
    ['too few', { ...goodStall, offerings: [] }, ['/offerings TOO_FEW']],
    ['too many', { ...goodStall, offerings: Array(4).fill({ category: 'a' }) }, ['/offerings TOO_MANY']],
    [
      'inside a list',
      { ...goodStall, offerings: [{ category: 'a' }, { category: 5, price: 1.5 }, { price: 0 }] },
      [
        '/offerings/1/category NOT_TEXT',
        '/offerings/1/price NOT_AN_INTEGER',
        '/offerings/2/category REQUIRED',
        '/offerings/2/price TOO_SMALL',
      ],
    ],
    ['an item that is no object', { ...goodStall, offerings: ['x'] }, ['/offerings/0 NOT_AN_OBJECT']],
    [
      'too large',
      { ...goodStall, offerings: [{ category: 'a', price: 1000 }] },
      ['/offerings/0/price TOO_LARGE'],
    ],
    [
      'words one by one',
      { ...goodStall, words: ['ab', 'abcdef', 'abcdefg'] },
      ['/words/1 TOO_LONG', '/words/2 TOO_LONG'],
    ],
    ['unknown', { ...goodStall, status: 'active' }, ['/status UNKNOWN_FIELD']],
    [
      'unknown inside',
      { ...goodStall, offerings: [{ category: 'a', 'a/b~c': 1 }] },
      ['/offerings/0/a~1b~0c UNKNOWN_FIELD'],
    ],
    ['text instead of an object', '"x"', [' NOT_AN_OBJECT']],
    ['a prototype', '{"name":"ab","__proto__":{"admin":true}}', ['/__proto__ UNKNOWN_FIELD']],
    [
      'a constructor',
      '{"name":"ab","offerings":[{"constructor":{"prototype":{}}}]}',
      ['/constructor UNKNOWN_FIELD'],
    ],
  ])('%s', async (_name, body, expected) => {
    const { status, problem } = await post(body);
    expect(status).toBe(400);
    expect(codes(problem.errors).sort()).toEqual([...expected].sort());
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each([
    'id',
    'role',
    'status',
    'strikes',
    'scopes',
    'version',
    'createdAt',
    'toString',
    'hasOwnProperty',
  ])('cannot be given %s', async (field) => {
    const { problem } = await post({ ...goodStall, [field]: 1 });
    expect(codes(problem.errors)).toEqual([`/${field} UNKNOWN_FIELD`]);
  });

  it('names the field and the way out in the language asked for', async () => {
    const thai = (await post({}, 'th')).problem.errors;
    const english = (await post({}, 'en')).problem.errors;
    expect(thai?.map(({ message }) => message)).toEqual(['กรุณาระบุ name', 'กรุณาระบุ offerings']);
    expect(english?.map(({ message }) => message)).toEqual(['name is required.', 'offerings is required.']);
  });

  it('lists a hundred failures at most', async () => {
    const { problem } = await post({ ...goodStall, words: Array(500).fill('abcdefg') });
    expect(problem.errors).toHaveLength(100);
  });

  it('takes what is right, and an empty body where none is needed', async () => {
    expect((await post(goodStall)).status).toBe(201);
    const approve = (init: RequestInit) =>
      fetch(`${server.url}/v1/stalls/1/approval`, {
        method: 'POST',
        ...init,
        headers: { ...registrar, ...json },
      });
    expect((await approve({})).status).toBe(200);
    expect((await approve({ body: '{}' })).status).toBe(200);
    const refused = await approve({ body: '{"status":"active"}' });
    expect(codes(((await refused.json()) as { errors: Failure[] }).errors)).toEqual([
      '/status UNKNOWN_FIELD',
    ]);
  });

  it.each([
    ['', 200, 50],
    ['?limit=0', 200, 50],
    ['?limit=', 200, 50],
    ['?limit=1', 200, 1],
    ['?limit=200', 200, 120],
    ['?limit=201', 400, '?limit TOO_LARGE'],
    ['?limit=-1', 400, '?limit TOO_SMALL'],
    ['?limit=1.5', 400, '?limit NOT_AN_INTEGER'],
    ['?limit=1e2', 400, '?limit NOT_AN_INTEGER'],
    ['?limit=NaN', 400, '?limit NOT_AN_INTEGER'],
    ['?limit=1&limit=2', 400, '?limit REPEATED'],
    ['?regionCode=N&regionCode=S', 400, '?regionCode REPEATED'],
    ['?limit[]=1', 400, '?limit[] UNKNOWN_FIELD'],
    ['?limit[a]=1', 400, '?limit[a] UNKNOWN_FIELD'],
    ['?regionCode=X', 400, '?regionCode NOT_ALLOWED'],
    ['?foo=1', 400, '?foo UNKNOWN_FIELD'],
    ['?api_key=secret', 400, '?api_key UNKNOWN_FIELD'],
    ['?__proto__=1', 400, '?__proto__ UNKNOWN_FIELD'],
    ['?constructor=1', 400, '?constructor UNKNOWN_FIELD'],
    ['?cursor=a&cursor=b', 400, '?cursor REPEATED'],
  ])('query %s', async (query, status, expected) => {
    const answer = await get(query);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.problem.items).toHaveLength(expected as number);
    else expect(codes(answer.problem.errors)).toEqual([expected]);
  });

  it('refuses query parameters where none are taken', async () => {
    const answer = await fetch(`${server.url}/v1/stalls/1?foo=1`, { headers: registrar });
    expect(codes(((await answer.json()) as { errors: Failure[] }).errors)).toEqual(['?foo UNKNOWN_FIELD']);
  });
});
