import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { formPusher, type Pusher } from '../setup/form-pusher.js';
import { cooperatives } from '../factories/cast.js';
import { exportOf, momentOf, response } from '../factories/form-response.js';

async function manySellers(market: TestApp): Promise<number> {
  return Number((await market.database.one<{ many: number }>('SELECT COUNT(*) AS many FROM seller'))!.many);
}

describe('consent to a form that does not ask', () => {
  let market: TestApp;
  let key: Client;
  let push: Pusher;
  beforeAll(async () => {
    market = await startMarketOfCast();
    key = await market.asKey(['form-responses:write']);
    push = formPusher(key);
  });
  afterAll(() => market.close());
  const silent = (n: number) => response(n, { consent: undefined });
  const basis = { textVersion: '2569-1', statedBy: 'ฝ่ายไอที: ข้อความอยู่หน้าแรกของแบบฟอร์ม' };

  it('is refused with what to do, until staff state its basis once', async () => {
    const [refused] = await push([silent(0)], 'silent');
    expect(refused).toMatchObject({ outcome: 'rejected', sellerId: null, row: 1 });
    const [issue] = refused!.issues;
    expect(issue!.code).toBe('CONSENT_BASIS_REQUIRED');
    expect(issue!.message.th).toContain('PUT /v1/forms/{formId}/consent-basis');
    expect(issue!.message.en).toContain('PUT /v1/forms/{formId}/consent-basis');
    await key.put('/v1/forms/silent/consent-basis').send(basis).expect(403);
    const registrar = await market.asStaff('registrar');
    await registrar.put('/v1/forms/ไม่ใช่รหัส/consent-basis').send(basis).expect(400);
    await registrar.put('/v1/forms/silent/consent-basis').send({ textVersion: '1' }).expect(400);
    const { body } = await registrar.put('/v1/forms/silent/consent-basis').send(basis).expect(200);
    expect(body).toMatchObject({ formId: 'silent', ...basis, declaredBy: expect.stringMatching(/^staff:/) });
    const [taken] = await push([silent(0)], 'silent');
    expect(taken).toMatchObject({ outcome: 'created' });
    const seller = await market.database.one<{ consentTextVersion: string }>(
      'SELECT consentTextVersion FROM seller WHERE id = ?',
      [taken!.sellerId!],
    );
    expect(seller!.consentTextVersion).toBe('2569-1');
    const { body: rows } = await registrar.get(`/v1/imports/${refused!.importId}/rows`);
    expect(rows.items[0]).toMatchObject({ outcome: 'skipped', reason: 'judged_again' });
    const record = await market.database.all(
      "SELECT id FROM audit_entry WHERE action = 'form.consent_basis_declared' AND subjectId = 'silent'",
    );
    expect(record).toHaveLength(1);
  });

  it('counts for the form it was stated for, and never against a question that asks', async () => {
    const [other] = await push([silent(1)], 'another-form');
    expect(other!.issues[0]!.code).toBe('CONSENT_BASIS_REQUIRED');
    const [refused] = await push([response(2, { consent: 'ไม่ยินยอม' })], 'silent');
    expect(refused!.issues[0]!.code).toBe('CONSENT_REFUSED');
  });

  it('does not hide that a form asks for no name or cooperative', async () => {
    const [item] = await push([response(3, { name: undefined })], 'nameless');
    expect(item!.outcome).toBe('rejected');
    expect(item!.issues[0]).toMatchObject({ code: 'COLUMNS_MISSING' });
    expect(item!.issues[0]!.message.th).toContain('ชื่อ-นามสกุล');
  });
});

describe('what people said of the columns of a form that pushes', () => {
  let market: TestApp;
  let push: Pusher;
  let registrar: Client;
  beforeAll(async () => {
    market = await startMarketOfCast();
    push = formPusher(await market.asKey(['form-responses:write']));
    registrar = await market.asStaff('registrar');
  });
  afterAll(() => market.close());
  const odd = (n: number) => {
    const { answers, ...rest } = response(n);
    return { ...rest, answers: [{ ...answers[0]!, question: 'เจ้าของร้าน' }, ...answers.slice(1)] };
  };
  const titled = (columns: { header: string }[]) => columns.find(({ header }) => header === 'เจ้าของร้าน');
  const formOf = async (formId: string) => {
    const { body } = await registrar.get('/v1/form-sources').expect(200);
    return body.items.find((form: { formId: string }) => form.formId === formId);
  };

  it('is used for the next answer, and for those rejected before when they are sent again', async () => {
    const [refused] = await push([odd(0)], 'odd-titles');
    expect(refused!.issues[0]!.code).toBe('COLUMNS_MISSING');
    const form = await formOf('odd-titles');
    expect(titled(form.columns)).toMatchObject({ field: null, confirmed: false });
    await registrar
      .patch(`/v1/form-sources/${form.id}`)
      .set('If-Match', `"${form.version}"`)
      .send({ columns: [{ header: 'เจ้าของร้าน', field: 'fullName' }] })
      .expect(200);
    const [next, again] = await push([odd(1), odd(0)], 'odd-titles');
    expect(next).toMatchObject({ outcome: 'created' });
    expect(again).toMatchObject({ outcome: 'created' });
    const { body: run } = await registrar.get(`/v1/imports/${next!.importId}`).expect(200);
    expect(titled(run.columns)).toMatchObject({ field: 'fullName', why: 'remembered' });
  });

  it.each([
    [{ index: 0, field: 'fullName' }, 'รหัสคำตอบ'],
    [{ index: 1, field: 'fullName' }, 'ประทับเวลา'],
    [{ header: 'ประทับเวลา', field: 'phone' }, 'ประทับเวลา'],
  ])('may not take the columns that the form itself writes: %j', async (choice, title) => {
    await push([odd(5)], 'own-columns');
    const form = await formOf('own-columns');
    const change = registrar.patch(`/v1/form-sources/${form.id}`).set('If-Match', `${form.version}`);
    const { body } = await change.send({ columns: [choice] }).expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/columns/0', code: 'COLUMN_OF_THE_FORM' });
    expect(body.errors[0].message).toContain(title);
    expect((await formOf('own-columns')).columns).toEqual(form.columns);
  });

  it('counts for a file and a push of the same formId alike', async () => {
    const mapping = JSON.stringify([{ header: 'เจ้าของร้าน', field: 'fullName' }]);
    const upload = registrar.post('/v1/imports').field('autoConfirm', 'true').field('formId', 'odd-file');
    await upload
      .field('mapping', mapping)
      .attach('file', exportOf([odd(2)]), 'odd.csv')
      .expect(202);
    const [item] = await push([odd(3)], 'odd-file');
    expect(item).toMatchObject({ outcome: 'created' });
  });

  it.each(['สมัคร ผู้ขาย', 'a\u0000b', 'a'.repeat(65)])(
    'takes %j for no form id with a file either',
    async (formId) => {
      const upload = registrar.post('/v1/imports').field('formId', formId);
      const { body } = await upload.attach('file', exportOf([odd(4)]), 'odd.csv').expect(400);
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/formId' })]);
    },
  );
});

describe('an edited answer with empty ones', () => {
  const full = () => response(0, { lineId: 'kanda.99' });
  const emptied = () =>
    response(0, { lineId: '', phone: '', goods: '', category: [] }, { submittedAt: momentOf(9) });
  const afterEdit = async (FORM_BLANKS: string) => {
    const market = await startMarketOfCast({ settings: { FORM_BLANKS } });
    try {
      const push = formPusher(await market.asKey(['form-responses:write']));
      const [first] = await push([full()]);
      const [second] = await push([emptied()]);
      const registrar = await market.asStaff('registrar');
      const { body: seller } = await registrar.get(`/v1/sellers/${first!.sellerId}`).expect(200);
      return { first, second, seller };
    } finally {
      await market.close();
    }
  };

  it('keeps what was known with FORM_BLANKS=keep', async () => {
    const { first, second, seller } = await afterEdit('keep');
    expect(second).toMatchObject({ outcome: 'unchanged', sellerId: first!.sellerId });
    expect(seller).toMatchObject({ phone: '0861000000', lineId: 'kanda.99' });
    expect(seller.offerings).toHaveLength(2);
  });

  it('clears it with FORM_BLANKS=clear', async () => {
    const { first, second, seller } = await afterEdit('clear');
    expect(second).toMatchObject({ outcome: 'updated', sellerId: first!.sellerId });
    expect([...second!.changed].sort()).toEqual(['lineId', 'offerings', 'phone']);
    expect(seller).toMatchObject({ phone: null, lineId: null, offerings: [] });
    expect(seller.username).toBe(first!.username);
  });
});

describe('a key limited to cooperatives', () => {
  it('pushes for these alone, and hears nothing of other sellers', async () => {
    const market = await startMarketOfCast();
    try {
      const admin = await market.asStaff('admin');
      const { body: list } = await admin.get('/v1/cooperatives').query({ query: '100045' }).expect(200);
      const [own] = list.items;
      expect(own.registrationNumber).toBe(cooperatives.khruRimthan.registrationNumber);
      const scopes = ['form-responses:write'] as const;
      const limited = await market.asKey([...scopes], { cooperativeIds: [own.id] });
      const [push, everybody] = [formPusher(limited), formPusher(await market.asKey([...scopes]))];
      const khru = { cooperative: own.fullName, number: own.registrationNumber };
      const before = await manySellers(market);
      const [mine, theirs, unclear] = await push([
        response(0, khru),
        response(1),
        response(2, { cooperative: 'สหกรณ์ที่ไม่มีอยู่จริง จำกัด', number: '' }),
      ]);
      expect(mine).toMatchObject({ outcome: 'created' });
      expect(mine!.username).toMatch(/^N0045/);
      expect(theirs).toMatchObject({ outcome: 'rejected', importId: null, row: null });
      expect(theirs!.issues[0]!.code).toBe('COOPERATIVE_OUT_OF_REACH');
      expect(unclear).toMatchObject({ outcome: 'needs_review' });
      expect(await manySellers(market)).toBe(before + 1);
      const [other] = await everybody([response(3)]);
      expect(other!.sellerId).not.toBeNull();
      const older = { submittedAt: momentOf(-500) };
      const [probe] = await push([{ ...response(3, khru), ...older }]);
      expect(probe).toMatchObject({ sellerId: null, username: null });
      await limited
        .put('/v1/forms/f/consent-basis')
        .send({ textVersion: '1', statedBy: 'ใครก็ตาม' })
        .expect(403);
    } finally {
      await market.close();
    }
  });
});
