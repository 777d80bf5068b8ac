import type { TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';
import { clerk, type Clerk } from '../setup/clerk.js';
import { startSampleMarket } from '../setup/sample-market.js';

const cooperative = 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด';
let people = 0;

/** One answer; every call is another person. */
const person = () => `นายทดลอง${'กขคงจ'[people++ % 5]} แสนดี${'กขคงจ'[Math.floor(people / 5) % 5]}`;
const file = (header: string, ...rows: string[]) => Buffer.from([header, ...rows].join('\r\n'));
const json = (value: unknown) => JSON.stringify(value);

describe('the mapping of columns', () => {
  let market: TestApp;
  let registrar: Client;
  let desk: Clerk;

  beforeAll(async () => {
    market = await startSampleMarket();
    registrar = await market.asStaff('registrar');
    desk = clerk(registrar);
  });
  afterAll(() => market.close());

  const upload = (bytes: Buffer, fields: Record<string, string> = {}) => {
    const request = registrar.post('/v1/imports');
    for (const [name, value] of Object.entries(fields)) request.field(name, value);
    return request.attach('file', bytes, 'answers.csv');
  };
  const detail = async (id: string) => (await registrar.get(`/v1/imports/${id}`).expect(200)).body;
  const formOf = async (formId: string) => {
    const { body } = await registrar.get('/v1/form-sources').query({ limit: 200 }).expect(200);
    return body.items.find((each: { formId: string }) => each.formId === formId);
  };

  it('is shown with confidence, the reason, letters, and the fields there are', async () => {
    const header = 'ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทร,ยินยอม';
    const { id } = await desk.import(file(header, `${person()},${cooperative},0811110001,ยินยอม`), 'a.csv');
    const body = await detail(id);
    expect(body.columns[2]).toMatchObject({
      index: 2,
      letter: 'C',
      field: 'phone',
      confidence: 1,
      why: 'exact',
    });
    expect(body.columns[2].whyText.th).toMatch(/[ก-๙]/);
    const codes = body.fields.map(({ field }: { field: string }) => field);
    expect(codes).toEqual(expect.arrayContaining(['fullName', 'cooperativeName', 'consent']));
  });

  it('stops a file with missing columns with a proposal, and takes it with the mapping of that answer', async () => {
    const bytes = file('นามของท่าน,ท่านอยู่ที่ใด,เบอร์โทร,ยินยอม', `${person()},${cooperative},0811110002,ยินยอม`);
    const { body } = await upload(bytes).expect(400);
    expect(body.code).toBe('COLUMNS_MISSING');
    expect(body.missing).toEqual(['name', 'cooperative']);
    expect(body.columns[2]).toMatchObject({ letter: 'C', field: 'phone', why: 'exact' });
    expect(body.fields).toContain('fullName');
    expect(body.mapping).toEqual([
      { index: 0, field: 'fullName' },
      { index: 1, field: 'cooperativeName' },
    ]);
    const run = await desk.import(bytes, 'b.csv', { mapping: json(body.mapping) });
    expect(run.counts).toMatchObject({ total: 1, created: 1 });
    const { columns } = await detail(run.id);
    expect(columns.map(({ why }: { why: string }) => why)).toEqual([
      'chosen_by_caller',
      'chosen_by_caller',
      'exact',
      'exact',
    ]);
  });

  it.each([
    ['no JSON', '{', '/mapping', 'MAPPING_NOT_A_LIST'],
    ['no list', '{}', '/mapping', 'MAPPING_NOT_A_LIST'],
    ['an item without a column', '[{"field":"phone"}]', '/mapping/0', 'MAPPING_ITEM_INVALID'],
    ['a strange member', '[{"index":0,"field":null,"x":1}]', '/mapping/0', 'MAPPING_ITEM_INVALID'],
    [
      'a field that is not',
      '[{"index":0,"field":null},{"index":1,"field":"age"}]',
      '/mapping/1',
      'FIELD_UNKNOWN',
    ],
    ['a column that is not', '[{"header":"อายุ","field":"phone"}]', '/mapping/0', 'COLUMN_UNKNOWN'],
    ['a title that stands twice', '[{"header":"เบอร์โทร","field":"phone"}]', '/mapping/0', 'COLUMN_UNCLEAR'],
    [
      'a field twice',
      '[{"index":2,"field":"phone"},{"index":0,"field":"fullName"},{"index":3,"field":"phone"}]',
      '/mapping/2',
      'FIELD_CHOSEN_TWICE',
    ],
  ])('names the place of %s', async (_what, mapping, pointer, code) => {
    const bytes = file('ชื่อ,ชื่อสหกรณ์,เบอร์โทร,เบอร์โทร,ยินยอม', 'ก,ข,1,2,ยินยอม');
    const { body } = await upload(bytes, { mapping }).expect(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('reports two questions of one title and unnamed columns; a choice by index settles them', async () => {
    const row = `${person()},${cooperative},0811110003,0811110004,,ยินยอม`;
    const bytes = file('ชื่อ,ชื่อสหกรณ์,เบอร์โทร,เบอร์โทร,,ยินยอม', row);
    const open = await detail((await desk.import(bytes, 'c.csv')).id);
    const notice = (body: typeof open, code: string) =>
      body.notices.find((each: { code: string }) => each.code === code);
    expect(notice(open, 'DUPLICATE_HEADER').columns).toEqual(['C', 'D']);
    expect(notice(open, 'UNNAMED_COLUMN').columns).toEqual(['E']);
    expect(notice(open, 'AMBIGUOUS_COLUMN').columns).toEqual(['C', 'D']);
    expect([open.columns[2].field, open.columns[3].field]).toEqual([null, null]);
    const mapping = json([
      { index: 3, field: 'phone' },
      { index: 4, field: null },
    ]);
    const settled = await detail((await desk.import(bytes, 'c.csv', { mapping })).id);
    expect(settled.columns[3]).toMatchObject({ letter: 'D', field: 'phone' });
    for (const code of ['DUPLICATE_HEADER', 'UNNAMED_COLUMN', 'AMBIGUOUS_COLUMN'])
      expect(notice(settled, code)).toBeUndefined();
    const again = await detail((await desk.import(bytes, 'c.csv')).id);
    expect(again.columns[3]).toMatchObject({ field: 'phone', why: 'remembered' });
  });

  it('is remembered for the next file of the same questions, and replaced by the next word of a person', async () => {
    const header = 'คนขาย,ชื่อสหกรณ์,มือถือ,ยินยอม,ผู้แนะนำ';
    const row = () => `${person()},${cooperative},08222200${String(people).padStart(2, '0')},ยินยอม,นายแนะ นำ`;
    await upload(file(header, row())).expect(400);
    const mapping = json([{ header: 'คนขาย', field: 'fullName' }]);
    await desk.import(file(header, row()), 'd.csv', { mapping });
    const shuffled = 'ผู้แนะนำ,มือถือ,คนขาย,ชื่อสหกรณ์,ยินยอม';
    const next = await desk.import(
      file(shuffled, `นายแนะ นำ,0822220099,${person()},${cooperative},ยินยอม`),
      'd.csv',
    );
    expect(next.counts.created).toBe(1);
    expect((await detail(next.id)).columns[2]).toMatchObject({ field: 'fullName', why: 'remembered' });
    const other = json([{ header: 'ผู้แนะนำ', field: 'fullName' }]);
    const replaced = await detail((await desk.import(file(header, row()), 'd.csv', { mapping: other })).id);
    expect(replaced.columns[4]).toMatchObject({ field: 'fullName', why: 'chosen_by_caller' });
    const after = await detail((await desk.import(file(header, row()), 'd.csv')).id);
    expect(after.columns[4]).toMatchObject({ field: 'fullName', why: 'remembered' });
    expect(after.columns[0].field).toBeNull();
  });

  it('can be seen, mended and forgotten', async () => {
    const viewer = await market.asStaff('viewer');
    const header = 'เจ้าของร้าน,ชื่อสหกรณ์,มือถือ,ยินยอม';
    const row = `${person()},${cooperative},0833330001,ยินยอม`;
    const mapping = json([{ index: 0, field: 'fullName' }]);
    await desk.import(file(header, row), 'e.csv', { mapping, formId: 'form-mend' });
    const form = await formOf('form-mend');
    expect(form).toMatchObject({ label: 'form-mend', version: 1, columns: expect.any(Array) });
    expect(form.confirmedBy).toMatch(/^staff:/);
    expect(form.columns[0]).toMatchObject({ letter: 'A', field: 'fullName', confirmed: true });
    const path = `/v1/form-sources/${form.id}`;
    await viewer.get(path).expect(200);
    await viewer.patch(path).set('If-Match', '"1"').send({ label: 'x' }).expect(403);
    await registrar.patch(path).send({ label: 'x' }).expect(428);
    await registrar.patch(path).set('If-Match', '"7"').send({ label: 'x' }).expect(412);
    const wrong = await registrar
      .patch(path)
      .set('If-Match', '"1"')
      .send({ columns: [{ index: 77, field: 'phone' }] })
      .expect(400);
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '/columns/0', code: 'COLUMN_UNKNOWN' });
    const torn = await registrar
      .patch(path)
      .set('If-Match', '"1"')
      .send({ columns: [{ index: 0, header: 'มือถือ', field: 'phone' }] })
      .expect(400);
    expect(torn.body.errors[0]).toMatchObject({ pointer: '/columns/0', code: 'COLUMN_UNKNOWN' });
    const { body: mended } = await registrar
      .patch(path)
      .set('If-Match', '"1"')
      .send({ label: 'แบบฟอร์มหลัก', columns: [{ header: 'มือถือ', field: null }] })
      .expect(200);
    expect(mended).toMatchObject({ label: 'แบบฟอร์มหลัก', version: 2 });
    const after = await detail((await desk.import(file(header, row), 'e.csv', { formId: 'form-mend' })).id);
    expect(after.columns[2]).toMatchObject({ field: null, why: 'remembered' });
    expect(after.columns[0]).toMatchObject({ field: 'fullName', why: 'remembered' });
    await registrar.delete(path).expect(204);
    await registrar.get(path).expect(404);
    await upload(file(header, row), { formId: 'form-mend' }).expect(400);
  });

  it('reports a question that was worded anew, understood or not, and guesses nothing', async () => {
    const first = 'ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทร,อีเมล,ยินยอม';
    const formId = 'form-words';
    await desk.import(file(first, `${person()},${cooperative},0844440001,,ยินยอม`), 'f.csv', { formId });
    const second = 'ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทรศัพท์มือถือ,จดหมายอิเล็กทรอนิกส์,ยินยอม';
    const run = await desk.import(file(second, `${person()},${cooperative},0844440002,,ยินยอม`), 'f.csv', {
      formId,
    });
    const { notices, columns } = await detail(run.id);
    const changed = notices.filter(({ code }: { code: string }) => code === 'QUESTION_CHANGED');
    expect(changed).toHaveLength(2);
    expect(changed[0]).toMatchObject({ field: 'phone', was: 'เบอร์โทร', columns: ['C'], candidates: [] });
    expect(changed[1]).toMatchObject({ field: 'email', was: 'อีเมล' });
    expect(changed[1].candidates).toEqual([
      { index: 3, letter: 'D', header: 'จดหมายอิเล็กทรอนิกส์', similarity: expect.any(Number) },
    ]);
    expect(changed[1].message.th).toContain('D “จดหมายอิเล็กทรอนิกส์”');
    expect(columns[3].field).toBeNull();
    const third = await desk.import(
      file('ชื่อ-นามสกุล,ชื่อสหกรณ์,ยินยอม', `${person()},${cooperative},ยินยอม`),
      'f.csv',
      { formId },
    );
    expect((await detail(third.id)).notices).toContainEqual(
      expect.objectContaining({ code: 'QUESTION_GONE', field: 'phone' }),
    );
  });

  it('stops when the name or the consent may be asked in other words, with the way out', async () => {
    const formId = 'form-stop';
    const row = () => `${person()},${cooperative},08555500${String(people).padStart(2, '0')},ยินยอม`;
    await desk.import(file('ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทร,ยินยอม', row()), 'g.csv', { formId });
    const name = file('นามของท่าน,ชื่อสหกรณ์,เบอร์โทร,ยินยอม', row());
    const { body } = await upload(name, { formId }).expect(400);
    expect(body).toMatchObject({ code: 'COLUMNS_MISSING', mapping: [{ index: 0, field: 'fullName' }] });
    expect(body.notices[0]).toMatchObject({ code: 'QUESTION_CHANGED', was: 'ชื่อ-นามสกุล' });
    const consent = file('ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทร,อนุญาตหรือไม่', row().replace('ยินยอม', 'ไม่อนุญาต'));
    const basis = { consentTextVersion: '1', consentStatedBy: 'กระดาษ' };
    const stopped = await upload(consent, { formId, ...basis }).expect(400);
    expect(stopped.body).toMatchObject({
      code: 'QUESTION_CHANGED',
      mapping: [{ index: 3, field: 'consent' }],
    });
    expect(stopped.body.detail).toContain('mapping');
    await upload(consent, { formId, ...basis, mapping: json([{ index: 3, field: null }]) }).expect(202);
  });

  it('answers the first import when an upload with a mapping is repeated under its key', async () => {
    const bytes = file('นามเต็ม ๆ,ชื่อสหกรณ์,เบอร์โทร,ยินยอม', `${person()},${cooperative},0866660001,ยินยอม`);
    const send = (mapping: unknown) =>
      upload(bytes, { mapping: json(mapping) }).set('Idempotency-Key', 'mapping-once');
    const [first, second] = [
      await send([{ index: 0, field: 'fullName' }]),
      await send([{ index: 0, field: 'fullName' }]),
    ];
    expect([first.status, second.body.id]).toEqual([202, first.body.id]);
    await send([{ header: 'นามเต็ม ๆ', field: 'fullName' }]).expect(422);
  });
});
