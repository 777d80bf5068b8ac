import type { TestApp } from '../setup/app.js';
import { clerk } from '../setup/clerk.js';
import type { Client } from '../setup/clients.js';
import { startSampleMarket } from '../setup/sample-market.js';

describe('the worst files', () => {
  let market: TestApp;
  let registrar: Client;

  beforeAll(async () => {
    market = await startSampleMarket();
    registrar = await market.asStaff('registrar');
  });
  afterAll(() => market.close());

  const header = 'ประทับเวลา,ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทรศัพท์,ยินยอม';
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  it.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 'FILE_EMPTY'],
    ['a picture renamed .csv', png, 'FILE_NOT_TEXT'],
    ['a header row only', Buffer.from(header), 'NO_DATA_ROWS'],
    ['NUL bytes', Buffer.from(`${header}\n1,นาย\0ก,ข,ค,ง`), 'NUL_BYTES'],
    [
      '300 columns',
      Buffer.from(`${Array.from({ length: 300 }, (_, n) => `ข้อ${n}`).join()}\nก`),
      'TOO_MANY_COLUMNS',
    ],
    [
      'a line without end',
      Buffer.concat([Buffer.from(`${header}\n"`), Buffer.alloc(3_000_000, 0x61)]),
      'RECORD_TOO_LONG',
    ],
    ['no name and no cooperative', Buffer.from('สี,ขนาด\nแดง,ใหญ่'), 'COLUMNS_MISSING'],
    ['no question on consent', Buffer.from('ชื่อ-นามสกุล,ชื่อสหกรณ์\nนายก ข,ค'), 'CONSENT_BASIS_REQUIRED'],
    ['more than the limit', Buffer.alloc(21 * 1_048_576, 0x61), 'UPLOAD_TOO_LARGE'],
  ])('%s is refused in both languages and leaves nothing behind', async (_what, file, code) => {
    const { body, status } = await registrar.post('/v1/imports').attach('file', file, 'data.csv');
    expect([status === 413 || status === 400, body.code === code]).toEqual([true, true]);
    expect(body.messages.th).toMatch(/[ก-๙]/);
    expect(body.messages.en).toMatch(/[a-z]/);
    const [left] = await market.database.all<{ many: number }>(
      'SELECT COUNT(*) AS many FROM import_file_chunk',
    );
    expect(Number(left!.many)).toBe(0);
  });

  it('two files at once are to come one by one', async () => {
    const file = Buffer.from(`${header}\n1/2/2567,นายมั่งมี ศรีสุข,อยู่ดีกินดี,0811111115,ยินยอม`);
    const upload = registrar.post('/v1/imports').attach('file', file, 'a.csv').attach('file', file, 'b.csv');
    const { body } = await upload.expect(400);
    expect([body.code, body.messages.th]).toEqual([
      'UPLOAD_ONE_FILE',
      expect.stringContaining('ครั้งละหนึ่งไฟล์'),
    ]);
  });

  it('what is no id of a form is told where to find it', async () => {
    const upload = registrar.post('/v1/imports').attach('file', Buffer.from(header), 'a.csv');
    const { body } = await upload.field('formId', 'แบบฟอร์ม 1').expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/formId', code: 'FORM_ID_INVALID' }]);
  });

  it('takes strange cells for what they are, row by row', async () => {
    const rows = [
      '1/2/2567,=HYPERLINK("http://x"),อยู่ดีกินดี,0811111111,ยินยอม',
      '1/2/2567,🙂🙂,อยู่ดีกินดี,0811111112,ยินยอม',
      '1/2/2567,่้๊,อยู่ดีกินดี,0811111113,ยินยอม',
      '1/2/2567,   ,อยู่ดีกินดี,0811111114,ยินยอม',
      '1/2/2567,นายมั่งมี ศรีสุข,สหกรณ์บนดาวอังคาร,0811111115,ยินยอม',
      '1/2/2567,นาย‮มั่นคง ดีงาม,อยู่ดีกินดี,0811111116,ยินยอม',
    ];
    const run = await clerk(registrar).import(Buffer.from([header, ...rows].join('\n')), 'strange.csv');
    expect(run.status).toBe('completed');
    const { body } = await registrar.get(`/v1/imports/${run.id}/rows`);
    const outcomes = body.items.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes.slice(0, 5)).toEqual(['rejected', 'rejected', 'rejected', 'rejected', 'needs_review']);
    await registrar.get('/v1/sellers').expect(200);
  });

  it('needs the scope, and a key without limits', async () => {
    const viewer = await market.asStaff('viewer');
    await viewer.post('/v1/imports').attach('file', Buffer.from('x'), 'x.csv').expect(403);
    const limited = await market.asKey(['imports:write'], { cooperativeIds: ['01J00000000000000000000000'] });
    await limited.post('/v1/imports').attach('file', Buffer.from(header), 'x.csv').expect(403);
  });
});
