import type { Cooperative } from '../../src/cooperatives/cooperative.js';
import { usernameExamples } from '../../src/usernames/usernames.examples.js';
import { loadSampleDirectory } from '../factories/sample-directory.js';
import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let viewer: Client;
let registrar: Client;
let directory: Cooperative[];

beforeAll(async () => {
  market = await startApp({ settings: { REQUESTS_PER_MINUTE: '100000', OPENCHAT_NICKNAME_MAX: '28' } });
  directory = await loadSampleDirectory(market);
  viewer = await market.asStaff('viewer');
  registrar = await market.asStaff('registrar');
});

afterAll(() => market.close());

const validate = (username: unknown) => viewer.post('/v1/usernames/validate').send({ username });
const generate = (body: object) => viewer.post('/v1/usernames/generate').send(body);
const codes = (issues: { code: string }[]) => issues.map(({ code }) => code);

let phone = 0;
const register = (name: object, cooperativeRegistrationNumber = '101650') =>
  registrar
    .post('/v1/sellers')
    .send({
      ...name,
      cooperativeRegistrationNumber,
      phone: `081${String(++phone).padStart(7, '0')}`,
      offerings: [{ category: 'food', description: 'น้ำพริกเผา' }],
      consent: true,
    })
    .expect(201);

describe('POST /v1/usernames/validate', () => {
  it("finds the letter's example right", async () => {
    const { body } = await validate('A1650ออมทรัพย์สอ.อยู่ดีกินดี').expect(200);
    expect(body).toMatchObject({
      valid: true,
      canonical: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี',
      sellerName: 'ออมทรัพย์',
      issues: [],
      length: { utf16: 28, codePoints: 28, graphemes: 21, fitsOpenChat: true },
      displayName: null,
      cooperative: { registrationNumber: '101650', shortName: 'อยู่ดีกินดี', regionCode: 'A' },
      candidates: [],
      registered: false,
    });
    const parts = body.segments.map(({ text }: { text: string }) => text);
    expect(parts).toEqual(['A', '1650', 'ออมทรัพย์', 'สอ.', 'อยู่ดีกินดี']);
  });

  it('names everything that is wrong at once, and what was meant', async () => {
    const { body } = await validate('a1651 นายออมทรัพย์ สออยู่ดีกินดี').expect(200);
    expect(body).toMatchObject({ valid: false, canonical: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี' });
    expect(codes(body.issues)).toEqual([
      'LOWERCASE_REGION',
      'NUMBER_MISMATCH',
      'NAME_HAS_TITLE',
      'MARKER_VARIANT',
      'WHITESPACE',
      'WHITESPACE',
    ]);
    expect(body.issues[0].message.th).toContain('ตัวพิมพ์ใหญ่');
  });

  it('reads what was typed with the Thai keyboard layout on', async () => {
    const { body } = await validate('ฤๅุถจออมทรัพย์สอใอยู่ดีกินดี').expect(200);
    expect(body.canonical).toBe('A1650ออมทรัพย์สอ.อยู่ดีกินดี');
  });

  it('lists both of two equally near cooperatives', async () => {
    const { body } = await validate('A9999สมชายสอ.บ้านรีทอง').expect(200);
    expect(body).toMatchObject({ canonical: null, cooperative: null, registered: false });
    expect(body.candidates).toMatchObject([
      { cooperative: { shortName: 'บ้านศรีทอง' }, reason: 'near_miss', edits: 1 },
      { cooperative: { shortName: 'บ้านสีทอง' }, reason: 'near_miss', edits: 1 },
    ]);
  });

  it('says when a username was given to somebody', async () => {
    const { body: seller } = await register({ firstName: 'มานะ', lastName: 'อดทน' });
    const { body } = await validate(`${seller.username} `).expect(200);
    expect(body).toMatchObject({ canonical: seller.username, registered: true });
  });

  it('believes the registry where a name begins like a title', async () => {
    const username = 'A1650นายช่างสอ.อยู่ดีกินดี';
    const { body: seller } = await register({ firstName: 'นายช่าง', lastName: 'ใจดี' });
    expect(seller.username).toBe(username);
    const { body } = await validate(username).expect(200);
    expect(body).toMatchObject({ valid: true, canonical: username, registered: true, issues: [] });
  });

  it('keeps a long username valid and offers a shorter one to show', async () => {
    const { body } = await validate('NE0906นพดลสอ.สธ.มุกดาหาร').expect(200);
    expect(body).toMatchObject({ valid: true, length: { fitsOpenChat: true } });
    const long = await validate('NE0908นพดลสอ.โรงพยาบาลศรีสะเกษ').expect(200);
    expect(long.body).toMatchObject({ valid: true, length: { fitsOpenChat: false } });
    expect(codes(long.body.issues)).toEqual(['TOO_LONG']);
    expect(long.body.displayName).toBe('NE0908นพดลสอ.รพ.ศรีสะเกษ');
  });

  it('answers 400 to what is no username at all', async () => {
    await validate('ก'.repeat(201)).expect(400);
    await validate('').expect(400);
    await validate(1650).expect(400);
    await validate(undefined).expect(400);
    await viewer.post('/v1/usernames/validate').send({ username: 'A', more: 1 }).expect(400);
  });

  it('says nothing about people of cooperatives out of a key’s reach', async () => {
    const { body: seller } = await register({ firstName: 'ชูใจ', lastName: 'เลิศล้ำ' });
    const elsewhere = directory.find(({ registrationNumber }) => registrationNumber === '100801')!;
    const key = await market.asKey(['sellers:read'], { cooperativeIds: [elsewhere.id] });
    const { body } = await key.post('/v1/usernames/validate').send({ username: seller.username }).expect(200);
    expect(body).toMatchObject({ valid: true, registered: false });
  });

  it('needs to know who asks', async () => {
    await market.http.post('/v1/usernames/validate').send({ username: 'A' }).expect(401);
    const stranger = await market.asKey(['statistics:read']);
    await stranger.post('/v1/usernames/validate').send({ username: 'A' }).expect(403);
  });
});

describe('POST /v1/usernames/validate-batch', () => {
  const batch = (usernames: unknown) => viewer.post('/v1/usernames/validate-batch').send({ usernames });

  it('answers in order, each as if asked alone', async () => {
    const usernames = ['A1650ออมทรัพย์สอ.อยู่ดีกินดี', 'สวัสดี', '', 'ก'.repeat(300), 'N0801สอสอครูตาก'];
    const { body } = await batch(usernames).expect(200);
    expect(body.results.map(({ input }: { input: string }) => input)).toEqual(usernames);
    const alone = await validate(usernames[4]);
    expect(body.results[4]).toEqual(alone.body);
    expect(codes(body.results[3].issues)).toContain('TOO_LONG');
  });

  it('takes 5,000 at once and no more, and lets others speak meanwhile', async () => {
    const usernames = Array.from({ length: 5000 }, (_, i) => {
      const { regionCode, registrationNumber, shortName } = directory[i % directory.length]!;
      return `${regionCode}${registrationNumber.slice(-4)}กานดาสอ.${shortName}${i % 2 ? '' : 'ๆ'}`;
    });
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const { body } = await batch(usernames).expect(200);
    clearInterval(watch);
    expect(body.results).toHaveLength(5000);
    expect(body.results.filter(({ valid }: { valid: boolean }) => valid)).toHaveLength(2500);
    expect(body.results.every(({ canonical }: { canonical: string }) => canonical !== null)).toBe(true);
    expect(longest).toBeLessThan(2000);
    await batch([...usernames, 'A']).expect(400);
  });

  it('answers 400 to anything but a list of texts', async () => {
    for (const wrong of [undefined, [], 'A1650', [1], [null], [['A']], {}]) await batch(wrong).expect(400);
  });
});

describe('POST /v1/usernames/generate', () => {
  const yudee = { cooperativeRegistrationNumber: '101650' };

  it("makes the letter's example", async () => {
    const { body } = await generate({ fullName: 'นายออมทรัพย์ ใจดี', ...yudee }).expect(200);
    expect(body).toMatchObject({
      username: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี',
      available: true,
      person: { title: 'นาย', firstName: 'ออมทรัพย์', lastName: 'ใจดี', doubtful: false },
      cooperative: { shortName: 'อยู่ดีกินดี' },
      length: { utf16: 28, graphemes: 21 },
      warnings: [],
    });
    expect(body.alternatives[0]).toBe('A1650ออมทรัพย์ใจดีสอ.อยู่ดีกินดี');
    const checked = await validate(body.username);
    expect(checked.body.valid).toBe(true);
    expect(body.segments).toEqual(checked.body.segments);
  });

  it('climbs the ladder as registering would, and says why', async () => {
    const name = { firstName: 'ปิติ', lastName: 'ยินดี' };
    for (const rung of ['ปิติ', 'ปิติยินดี', 'ปิติยินดี2', 'ปิติยินดี3']) {
      const { body } = await generate({ ...name, ...yudee }).expect(200);
      expect(body.username).toBe(`A1650${rung}สอ.อยู่ดีกินดี`);
      expect(codes(body.warnings).includes('USERNAME_TAKEN')).toBe(rung !== 'ปิติ');
      const { body: seller } = await register(name);
      expect(seller.username).toBe(body.username);
    }
  });

  it('shows every reading of a doubtful name', async () => {
    const { body } = await generate({ fullName: 'นางฟ้า ใจดี', ...yudee }).expect(200);
    expect(body.person.doubtful).toBe(true);
    expect(body.person.readings.length).toBeGreaterThan(1);
    expect(codes(body.warnings)).toContain('DOUBTFUL_NAME');
    const offered = [body.username, ...body.alternatives];
    for (const { firstName } of body.person.readings) {
      expect(offered).toContain(`A1650${firstName}สอ.อยู่ดีกินดี`);
    }
  });

  it.each([
    [{ ...yudee }, ['/fullName']],
    [{ fullName: 'นายออมทรัพย์ ใจดี', firstName: 'ออมทรัพย์', ...yudee }, ['/fullName']],
    [{ fullName: 'นายออมทรัพย์ ใจดี' }, ['/cooperativeId']],
    [
      { fullName: 'นายออมทรัพย์ ใจดี', cooperativeRegistrationNumber: '999999' },
      ['/cooperativeRegistrationNumber'],
    ],
    [
      { fullName: '   ', cooperativeRegistrationNumber: '999999' },
      ['/cooperativeRegistrationNumber', '/fullName'],
    ],
    [{ fullName: '\u0e48\u0e49', ...yudee }, ['/fullName']],
    [
      { fullName: 'นายออมทรัพย์ ใจดี', cooperativeRegistrationNumber: '1650' },
      ['/cooperativeRegistrationNumber'],
    ],
  ])('answers 400 to %j, naming %j', async (body, pointers) => {
    const answer = await generate(body).expect(400);
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(pointers);
  });

  it('knows only the cooperatives within a key’s reach', async () => {
    const key = await market.asKey(['sellers:read'], { cooperativeIds: [directory[0]!.id] });
    const within = { firstName: 'สมชาย', cooperativeId: directory[0]!.id };
    const made = await key.post('/v1/usernames/generate').send(within).expect(200);
    expect(made.body.cooperative.id).toBe(within.cooperativeId);
    const outside = { firstName: 'สมชาย', cooperativeId: directory[1]!.id };
    const { body } = await key.post('/v1/usernames/generate').send(outside).expect(400);
    expect(body.errors[0].code).toBe('COOPERATIVE_UNKNOWN');
  });
});

describe('examples of the documents', () => {
  it('run as they are', async () => {
    const { generate: made, validate: checked, batch } = usernameExamples;
    const groups = { generate: made, validate: checked, 'validate-batch': batch };
    const calls = Object.entries(groups).flatMap(([path, examples]) =>
      Object.values(examples).map(({ value }) => [path, value as object] as const),
    );
    for (const [path, value] of calls) await viewer.post(`/v1/usernames/${path}`).send(value).expect(200);
  });
});
