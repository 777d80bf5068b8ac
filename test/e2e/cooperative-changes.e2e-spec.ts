import { CooperativeDirectory } from '../../src/cooperatives/cooperative-directory.service.js';
import { DependantsRegistry } from '../../src/cooperatives/cooperative-dependants.service.js';
import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

const yudee = {
  registrationNumber: '101650',
  fullName: 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด',
  regionCode: 'A',
};
const khruSurin = {
  registrationNumber: '100201',
  fullName: 'สหกรณ์ออมทรัพย์ครูสุรินทร์ จำกัด',
  province: 'สุรินทร์',
};

describe('a change of the directory', () => {
  let market: TestApp;
  let admin: Client;

  beforeAll(async () => {
    market = await startApp();
    admin = await market.asStaff('admin');
    for (const cooperative of [yudee, khruSurin])
      await admin.post('/v1/cooperatives').send(cooperative).expect(201);
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

  describe('PATCH /v1/cooperatives/{id}', () => {
    const patch = (id: string, version: string | undefined, body: object) => {
      const call = admin.patch(`/v1/cooperatives/${id}`).type('application/merge-patch+json');
      return (version === undefined ? call : call.set('if-match', version)).send(JSON.stringify(body));
    };

    it('needs If-Match with the newest version', async () => {
      const id = await idOf('100201');
      expect((await patch(id, undefined, { aliases: [] })).status).toBe(428);
      const changed = await patch(id, '"1"', { aliases: ['ครูช้าง', 'ครูสุรินทร์'] });
      expect(changed.status).toBe(200);
      expect(changed.headers['etag']).toBe('"2"');
      expect(changed.body).toMatchObject({ aliases: ['ครูช้าง'], version: 2, province: 'สุรินทร์' });
      const stale = await patch(id, '"1"', { aliases: [] });
      expect(stale.status).toBe(412);
      expect(stale.body).toMatchObject({ code: 'VERSION_STALE', currentVersion: 2 });
      const found = await admin.get('/v1/cooperatives').query({ query: 'ครูช้าง' });
      expect(found.body.items[0]).toMatchObject({ id, match: { reason: 'alias' } });
      const cleared = await patch(id, '*', { aliases: null, province: null });
      expect(cleared.body).toMatchObject({ aliases: [], province: null, version: 3 });
    });

    it('changes nothing and keeps the version when nothing differs', async () => {
      const id = await idOf('101650');
      const before = (await actionsOf(id)).length;
      const { body } = await patch(id, '"1"', { shortName: 'อยู่ดี กินดี', registrationNumber: '๑๐๑๖๕๐' });
      expect(body.version).toBe(1);
      expect(await actionsOf(id)).toHaveLength(before);
    });

    it('lists whose usernames would read differently, and only then asks', async () => {
      const asked: (readonly string[])[] = [];
      market.get(DependantsRegistry).register({
        affectedBy: async (cooperativeIds, limit) => {
          asked.push(cooperativeIds);
          expect(limit).toBe(200);
          return { total: 301, sellers: [{ id: 's1', username: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี' }] };
        },
      });
      const id = await idOf('101650');
      const plain = await patch(id, '"1"', { registrationNumber: '201650', status: 'inactive' });
      expect(plain.body).toMatchObject({ version: 2, affectedSellers: { total: 0, sellers: [] } });
      const { body } = await patch(id, '"2"', { shortName: 'กินดีอยู่ดี' });
      expect(body).toMatchObject({ version: 3, affectedSellers: { total: 301, sellers: [{ id: 's1' }] } });
      expect(asked).toEqual([[id]]);
      const { action, payload } = (await actionsOf(id)).at(-1)!;
      expect(action).toBe('cooperative.changed');
      expect(JSON.parse(payload)).toEqual({
        changes: { shortName: { before: 'อยู่ดีกินดี', after: 'กินดีอยู่ดี' } },
      });
    });

    it('refuses the number of another and ids that never were', async () => {
      const taken = await patch(await idOf('201650'), '"3"', { registrationNumber: '100201' });
      expect([taken.status, taken.body.code]).toEqual([409, 'REGISTRATION_NUMBER_TAKEN']);
      const nulled = await patch(await idOf('201650'), '"3"', { fullName: null });
      expect(nulled.status).toBe(400);
      expect((await patch('01JZ8Q4T9X2M6V5R3K7N1B0C8D', '"1"', { aliases: [] })).status).toBe(404);
    });
  });

  describe('another copy of the service', () => {
    it('answers with what this one changed: at once over HTTP, within about a second from memory', async () => {
      const other = await startApp({ databaseUrl: market.databaseUrl });
      try {
        const { body } = await admin
          .post('/v1/cooperatives')
          .send({ registrationNumber: '100902', fullName: 'สหกรณ์ออมทรัพย์สองสำเนา จำกัด', regionCode: 'C' });
        expect(market.get(CooperativeDirectory).current().get(body.id)?.shortName).toBe('สองสำเนา');
        const inMemory = other.get(CooperativeDirectory);
        const deadline = Date.now() + 5_000;
        while (!inMemory.get(body.id) && Date.now() < deadline)
          await new Promise((done) => setTimeout(done, 50));
        expect(inMemory.current().find('สองสำเนา').cooperative?.id).toBe(body.id);
        const path = `/v1/cooperatives/${body.id}`;
        await admin.patch(path).set('if-match', '"1"').send({ status: 'inactive' }).expect(200);
        const read = await (await other.asStaff('admin')).get(path);
        expect(read.body).toMatchObject({ status: 'inactive', version: 2 });
      } finally {
        await other.close();
      }
    });
  });
});
