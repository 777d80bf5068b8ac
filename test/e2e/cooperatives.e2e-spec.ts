import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

const yudee = {
  registrationNumber: '101650',
  fullName: 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด',
  regionCode: 'A',
  province: 'กรุงเทพมหานคร',
};
const khruSurin = {
  registrationNumber: '100201',
  fullName: 'สหกรณ์ออมทรัพย์ครูสุรินทร์ จํากัด',
  province: 'จ.สุรินทร์',
  aliases: ['ครูเมืองช้าง', 'ครู เมืองช้าง', 'ครูสุรินทร์'],
};

describe('cooperatives', () => {
  let market: TestApp;
  let admin: Client;
  let viewer: Client;
  const keyFor = (id: string) =>
    market.asKey(['cooperatives:read', 'cooperatives:write'], { cooperativeIds: [id] });

  beforeAll(async () => {
    market = await startApp();
    admin = await market.asStaff('admin');
    viewer = await market.asStaff('viewer');
  });
  afterAll(() => market?.close());

  const actionsOf = (id: string) =>
    market.database.all<{ action: string; payload: string }>(
      'SELECT action, payload FROM audit_entry WHERE subjectId = ? ORDER BY seq',
      [id],
    );
  const idOf = async (registrationNumber: string) => {
    const { body } = await admin.get('/v1/cooperatives').query({ query: registrationNumber });
    return body.items[0].id as string;
  };

  describe('GET /v1/regions', () => {
    it('lists the eight areas in the order of the letter', async () => {
      const { status, body } = await viewer.get('/v1/regions');
      expect(status).toBe(200);
      expect(body.items.map(({ code }: { code: string }) => code).join(' ')).toBe('N S E W A B NE C');
      expect(body.items[4].name).toEqual({ th: 'กรุงเทพฯ พื้นที่ 1', en: 'Bangkok, area 1' });
    });
  });

  describe('POST /v1/cooperatives', () => {
    it('adds a cooperative, proposes its short name, and can be read at once', async () => {
      const { status, body, headers } = await admin.post('/v1/cooperatives').send(yudee);
      expect(status).toBe(201);
      expect(body).toMatchObject({ ...yudee, shortName: 'อยู่ดีกินดี', kind: 'savings', version: 1 });
      expect(body).toMatchObject({ status: 'active', aliases: [], warnings: [] });
      expect(headers).toMatchObject({ location: `/v1/cooperatives/${body.id}`, etag: '"1"' });
      const read = await viewer.get(headers['location']!);
      const { warnings: _, affectedSellers: __, ...cooperative } = body;
      expect(read.body).toEqual(cooperative);
      expect(read.headers['etag']).toBe('"1"');
      const [created] = await actionsOf(body.id);
      expect(created!.action).toBe('cooperative.created');
      expect(JSON.parse(created!.payload)).toMatchObject({ registrationNumber: '101650' });
    });

    it('reads numbers, names and provinces in any form and takes the area from the province', async () => {
      const given = { ...khruSurin, registrationNumber: '๑๐๐๒๐๑' };
      const { status, body } = await admin.post('/v1/cooperatives').send(given);
      expect(status).toBe(201);
      expect(body).toMatchObject({ registrationNumber: '100201', province: 'สุรินทร์', regionCode: 'NE' });
      expect(body.fullName).toBe('สหกรณ์ออมทรัพย์ครูสุรินทร์ จำกัด');
      expect(body.aliases).toEqual(['ครูเมืองช้าง']);
    });

    it('answers 409 with the id of the one that has the number', async () => {
      const { status, body } = await admin
        .post('/v1/cooperatives')
        .send({ ...yudee, fullName: 'สหกรณ์ออมทรัพย์คนละแห่ง จำกัด' });
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'REGISTRATION_NUMBER_TAKEN', cooperativeId: await idOf('101650') });
    });

    it('warns of a marker in the short name, a shared short name and an odd area, and keeps them', async () => {
      const training = { ...yudee, fullName: 'สหกรณ์ออมทรัพย์เรือนฝึก จำกัด' };
      const { status, body } = await admin
        .post('/v1/cooperatives')
        .send({ ...training, registrationNumber: '100208', shortName: 'สอ. รฝ.', regionCode: 'N' });
      expect(status).toBe(201);
      expect(body.shortName).toBe('สอ.รฝ.');
      const codes = body.warnings.map(({ code }: { code: string }) => code);
      expect(codes).toEqual(['SHORT_NAME_HAS_MARKER', 'REGION_UNUSUAL']);
      const twin = await admin
        .post('/v1/cooperatives')
        .send({ ...training, registrationNumber: '200208', shortName: 'สอ.รฝ.' });
      expect(twin.body.warnings).toContainEqual(expect.objectContaining({ code: 'SHORT_NAME_SHARED' }));
    });

    it.each([
      ['a number of four digits', { registrationNumber: '1650' }, 'REGISTRATION_NUMBER_INVALID'],
      ['Bangkok without its area', { regionCode: undefined }, 'BANGKOK_AREA_NEEDED'],
      ['a province of disputed area', { regionCode: undefined, province: 'ตาก' }, 'REGION_NEEDED'],
      ['a province that is none', { province: 'กินดีบุรี' }, 'PROVINCE_UNKNOWN'],
      ['a name of spaces', { fullName: '   ' }, 'NAME_MISSING'],
      ['a name of marks', { fullName: '\u0e48\u0e48\u0e31' }, 'MARK_WITHOUT_BASE'],
      ['an emoji', { fullName: 'สหกรณ์ออมทรัพย์สุขใจ 😀 จำกัด' }, 'NAME_INVALID'],
      ['two tone marks in a further name', { aliases: ['อยู่ดี', 'กิ่้นดี'] }, 'TWO_TONE_MARKS'],
      ['an unknown area', { regionCode: 'X' }, 'NOT_ALLOWED'],
      ['an unknown field', { region: 'A' }, 'UNKNOWN_FIELD'],
      ['a null short name', { shortName: null }, 'REQUIRED'],
    ])('refuses %s', async (_, part, code) => {
      const { status, body } = await admin
        .post('/v1/cooperatives')
        .send({ ...yudee, registrationNumber: '300001', ...part });
      expect(status).toBe(400);
      expect(body.errors.map((error: { code: string }) => error.code)).toEqual([code]);
    });

    it('adds one of ten with the same number at once', async () => {
      const tries = Array.from({ length: 10 }, () =>
        admin
          .post('/v1/cooperatives')
          .send({ registrationNumber: '100900', fullName: 'สหกรณ์ออมทรัพย์พร้อมกัน จำกัด', regionCode: 'C' }),
      );
      const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
      expect(statuses).toEqual([201, ...Array<number>(9).fill(409)]);
    });

    it('replays the first answer under an Idempotency-Key', async () => {
      const send = () =>
        admin
          .post('/v1/cooperatives')
          .set('idempotency-key', 'coop-1')
          .send({ registrationNumber: '100901', fullName: 'สหกรณ์ออมทรัพย์ครั้งเดียว จำกัด', regionCode: 'C' });
      const [first, second] = [await send(), await send()];
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.body).toEqual(first.body);
      expect(second.headers['idempotency-replayed']).toBe('true');
    });

    it('is for those who may write, and not for keys limited to some', async () => {
      expect((await viewer.post('/v1/cooperatives').send(yudee)).status).toBe(403);
      const limited = await (
        await keyFor(await idOf('101650'))
      )
        .post('/v1/cooperatives')
        .send({ ...yudee, registrationNumber: '300002' });
      expect(limited.status).toBe(403);
      expect(limited.body.code).toBe('KEY_LIMITED');
    });
  });

  describe('GET /v1/cooperatives', () => {
    it('finds a cooperative by a misspelt name and says how near it is', async () => {
      const { status, body } = await viewer
        .get('/v1/cooperatives')
        .query({ query: 'สหกรณ์ออมทรัพย์ครูสุรินร์ จํากัด' });
      expect(status).toBe(200);
      expect(body.items[0]).toMatchObject({
        registrationNumber: '100201',
        match: { reason: 'near_miss', edits: 1 },
      });
    });

    it.each([
      ['a further name', 'ครูเมืองช้าง', '100201', 'alias'],
      ['its number', '101650', '101650', 'registration_number'],
      ['the end of its number', '1650', '101650', 'contains'],
      ['a part of its name', 'กินดี', '101650', 'contains'],
      ['a short name with marker and spaces', 'สอ. อยู่ดี กินดี', '101650', 'short_name'],
    ])('finds one by %s', async (_, query, registrationNumber, reason) => {
      const { body } = await viewer.get('/v1/cooperatives').query({ query });
      expect(body.items[0]).toMatchObject({ registrationNumber, match: { reason, edits: 0 } });
    });

    it('filters by area and status, and pages in the order of numbers', async () => {
      const numbers: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await viewer.get('/v1/cooperatives').query({ limit: 2, cursor });
        expect(body.items.length).toBeLessThanOrEqual(2);
        for (const item of body.items) {
          expect(item.match).toBeNull();
          numbers.push(item.registrationNumber);
        }
        cursor = body.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(numbers).toEqual([...new Set(numbers)].sort());
      expect(numbers.length).toBeGreaterThan(4);
      const { body } = await viewer.get('/v1/cooperatives').query({ regionCode: 'NE', status: 'active' });
      expect(body.items.map((item: { registrationNumber: string }) => item.registrationNumber)).toEqual([
        '100201',
      ]);
    });

    it('refuses a cursor of another filter', async () => {
      const { body } = await viewer.get('/v1/cooperatives').query({ limit: 1 });
      const { status, body: problem } = await viewer
        .get('/v1/cooperatives')
        .query({ limit: 1, cursor: body.nextCursor, regionCode: 'C' });
      expect([status, problem.code]).toEqual([400, 'CURSOR_INVALID']);
    });

    it('shows a limited key only its own', async () => {
      const [own, other] = [await idOf('100201'), await idOf('101650')];
      const key = await keyFor(own);
      const { body } = await key.get('/v1/cooperatives');
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([own]);
      expect((await key.get(`/v1/cooperatives/${own}`)).status).toBe(200);
      expect((await key.get(`/v1/cooperatives/${other}`)).status).toBe(404);
      const patch = await key.patch(`/v1/cooperatives/${other}`).set('if-match', '"1"').send({ aliases: [] });
      expect(patch.status).toBe(404);
    });
  });
});
