import type { TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';
import { clerk, type Clerk } from '../setup/clerk.js';
import { workbookFile } from '../factories/workbook-file.js';
import { startSampleMarket } from '../setup/sample-market.js';

const cooperative = 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด';
let people = 0;

/** One answer; every call is another person. */
const person = () => `นายทดลอง${'กขคงจ'[people++ % 5]} แสนดี${'กขคงจ'[Math.floor(people / 5) % 5]}`;
const file = (header: string, ...rows: string[]) => Buffer.from([header, ...rows].join('\r\n'));
const json = (value: unknown) => JSON.stringify(value);

describe('a header that a person must look at', () => {
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

  it('counts only once its plan is confirmed', async () => {
    const header = 'ผู้ลงชื่อ,ต้นสังกัด,มือถือ,ยินยอม';
    const bytes = () =>
      file(header, `${person()},${cooperative},08777700${String(people).padStart(2, '0')},ยินยอม`);
    const columns = (name: number, place: number) =>
      json([
        { index: name, field: 'fullName' },
        { index: place, field: 'cooperativeName' },
      ]);
    const swapped = await desk.plan(bytes(), 'k.csv', { mapping: columns(1, 0) });
    expect(swapped.counts.created).toBe(0);
    await upload(bytes()).expect(400);
    const right = await desk.plan(bytes(), 'k.csv', { mapping: columns(0, 1), formId: 'form-confirmed' });
    expect(await formOf('form-confirmed')).toBeUndefined();
    await desk.carryOut(right);
    expect((await formOf('form-confirmed')).confirmedBy).toMatch(/^staff:/);
    const { columns: next } = await detail(
      (await desk.plan(bytes(), 'k.csv', { formId: 'form-confirmed' })).id,
    );
    expect(next[0]).toMatchObject({ field: 'fullName', why: 'remembered' });
  });

  it('is told where the header may be, and what nobody stated', async () => {
    const titled = Buffer.from(
      `รายชื่อผู้สมัคร ปี 2569\r\nชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทร\r\n${person()},${cooperative},1`,
    );
    const { body } = await upload(titled).expect(400);
    expect(body.notices[0]).toMatchObject({ code: 'TITLE_ABOVE_HEADER', columns: [] });
    expect(body.detail).toContain('บรรทัดที่ 2');
    const told = body.notices.map(({ message }: { message: { th: string } }) => message.th).join();
    expect(told).toContain('ยังไม่มีผู้ระบุที่มา');
    expect(told).not.toContain('ที่ระบุไว้ทั้งไฟล์');
    const names = await upload(file('ชื่อ-นามสกุล,ชื่อ-นามสกุล,ชื่อสหกรณ์,ยินยอม', 'ก,ข,ค,ง')).expect(400);
    expect(names.body.detail).toContain('มีหลายคอลัมน์ถามชื่อ');
    expect(
      names.body.notices.map(({ message }: { message: { th: string } }) => message.th).join(),
    ).not.toMatch(/fullName/);
    const twice = await upload(file('สี,สี,', 'แดง,ดำ,')).expect(400);
    const codes = twice.body.notices.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['DUPLICATE_HEADER', 'UNNAMED_COLUMN']));
    expect(codes).not.toContain('TITLE_ABOVE_HEADER');
    const sheets = [
      {
        name: 'สรุป',
        rows: [
          ['สรุปผู้สมัคร', 'จำนวน'],
          ['ครูตาก', '2'],
        ],
      },
      { name: 'คำตอบ', rows: [['ชื่อ-นามสกุล', 'ชื่อสหกรณ์']] },
    ];
    const workbook = await registrar
      .post('/v1/imports')
      .attach('file', workbookFile({ sheets }), 'w.xlsx')
      .expect(400);
    expect(workbook.body).toMatchObject({ code: 'COLUMNS_MISSING', sheet: 'สรุป' });
    expect(workbook.body.detail).toMatch(/“สรุป”.*“คำตอบ”/s);
  });
});
