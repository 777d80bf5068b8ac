import iconv from 'iconv-lite';
import { CooperativeDirectory } from '../../src/cooperatives/cooperative-directory.service.js';
import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

interface Row {
  row: number;
  outcome: string;
  cooperativeId: string | null;
  registrationNumber: string;
  changed: string[];
  issues: {
    field: string | null;
    code: string;
    severity: string;
    got: string;
    header: string | null;
    suggestion?: string;
  }[];
}

const header = ['ชื่อย่อ (ตามทะเบียน)', 'เลขทะเบียนสหกรณ์สมาชิก', 'ชื่อสหกรณ์', 'จังหวัด', 'เขตพื้นที่', 'ชื่อเรียกอื่น'];
const list = [
  ['สอ.อยู่ดีกินดี', '101650', 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด', 'กรุงเทพมหานคร', 'กทม. 1', ''],
  ['สอ. ครูริมธาร', '000045', 'สหกรณ์ออมทรัพย์ครูริมธาร จํากัด', 'เชียงใหม่', '', 'ครูสายน้ำ|ครูธาร'],
  ['', '๑๐๒๐๗๑', 'สหกรณ์ออมทรัพย์ตำรวจทุ่งทอง จำกัด', 'สงขลา', 'ภาคใต้', ''],
  ['สอ.ครูดอนงาม', '102459', 'สหกรณ์ออมทรัพย์ครู\nดอนงาม จำกัด', 'โคราช', 'อีสาน', ''],
];
const csv = (rows: string[][], delimiter = ',', titles = header) =>
  [titles, ...rows]
    .map((cells) => cells.map((cell) => (/[,;\n\t"]/.test(cell) ? `"${cell}"` : cell)).join(delimiter))
    .join('\r\n');

describe('POST /v1/cooperatives/imports', () => {
  let market: TestApp;

  let admin: Client;

  beforeAll(async () => {
    market = await startApp();
    admin = await market.asStaff('admin');
  });
  afterEach(async () => {
    await market.database.transaction(async () => {
      for (const table of ['cooperative_alias', 'cooperative'])
        await market.database.run(`DELETE FROM ${table}`);
      await market.database.run('UPDATE cooperative_directory SET version = version + 1');
    });
    await market.get(CooperativeDirectory).fresh();
  });
  afterAll(() => market?.close());

  const path = '/v1/cooperatives/imports';
  const get = (from: string) => admin.get(from);
  const upload = (file: string | Buffer, fields: Record<string, string> = {}, caller = admin) => {
    const call = caller.post(path);
    for (const [name, value] of Object.entries(fields)) void call.field(name, value);
    return call.attach('file', Buffer.from(file), 'สหกรณ์.csv');
  };
  const count = async (sql: string) => Number((await market.database.one<{ n: number }>(sql))!.n);
  const cooperatives = () => count('SELECT COUNT(*) AS n FROM cooperative');
  const entries = () => count("SELECT COUNT(*) AS n FROM audit_entry WHERE subjectType = 'cooperative'");
  const outcomes = (body: { rows: Row[] }) => body.rows.map(({ outcome }) => outcome);
  const codes = (row: Row) => row.issues.map(({ code }) => code);

  it('creates what it names, reads headers in any order, and finds the marker by itself', async () => {
    const before = await entries();
    const { status, body } = await upload(csv(list));
    expect(status).toBe(200);
    expect(body.counts).toEqual({ total: 4, created: 4, updated: 0, unchanged: 0, rejected: 0 });
    expect(body.shortNameHasMarker).toBe(true);
    expect(body.columns[0]).toEqual({ field: 'shortName', header: header[0], column: 1 });
    const { body: all } = await get('/v1/cooperatives');
    expect(all.items).toEqual([
      expect.objectContaining({
        ...{ registrationNumber: '000045', shortName: 'ครูริมธาร', regionCode: 'N', province: 'เชียงใหม่' },
        ...{ aliases: ['ครูสายน้ำ', 'ครูธาร'], kind: 'savings', status: 'active', version: 1 },
      }),
      expect.objectContaining({ registrationNumber: '101650', shortName: 'อยู่ดีกินดี', regionCode: 'A' }),
      expect.objectContaining({ registrationNumber: '102071', shortName: 'ตำรวจทุ่งทอง', regionCode: 'S' }),
      expect.objectContaining({
        ...{ registrationNumber: '102459', fullName: 'สหกรณ์ออมทรัพย์ครู ดอนงาม จำกัด' },
        ...{ province: 'นครราชสีมา', regionCode: 'NE' },
      }),
    ]);
    expect(body.rows[0].cooperativeId).toBe(all.items[1].id);
    expect((await entries()) - before).toBe(4);
  });

  it('changes nothing when the same list comes again, however it is saved', async () => {
    const first = await upload(csv(list));
    const before = await entries();
    const again = [
      csv(list),
      Buffer.from(`\ufeff${csv(list, ';')}`),
      iconv.encode(csv(list, '\t'), 'utf16le', { addBOM: true }),
      iconv.encode(csv(list), 'windows-874'),
    ];
    for (const file of again) {
      const { body } = await upload(file);
      expect(body.counts).toEqual({ total: 4, created: 0, updated: 0, unchanged: 4, rejected: 0 });
      expect(body.rows.map((row: Row) => row.cooperativeId)).toEqual(
        first.body.rows.map((row: Row) => row.cooperativeId),
      );
    }
    expect(await entries()).toBe(before);
    expect(await cooperatives()).toBe(4);
  });

  it('changes only what a row says and never clears', async () => {
    await upload(csv(list));
    const rows = [
      ['101650', 'สหกรณ์ออมทรัพย์อยู่ดีกินดีมีสุข จำกัด', '', 'B'],
      ['000045', '', 'ครูธาร; ครูลำธาร', ''],
      ['102071', 'สหกรณ์ออมทรัพย์ตำรวจทุ่งทอง จำกัด', '', ''],
    ];
    const { body } = await upload(csv(rows, ',', ['no.', 'name', 'aliases', 'region']));
    expect(outcomes(body)).toEqual(['updated', 'updated', 'unchanged']);
    expect(body.rows[0].changed).toEqual(['fullName', 'regionCode']);
    expect(body.rows[1].changed).toEqual(['aliases']);
    const { body: all } = await get('/v1/cooperatives');
    expect(all.items[0]).toMatchObject({
      aliases: ['ครูสายน้ำ', 'ครูธาร', 'ครูลำธาร'],
      regionCode: 'N',
      version: 2,
    });
    expect(all.items[1]).toMatchObject({ shortName: 'อยู่ดีกินดี', regionCode: 'B', province: 'กรุงเทพมหานคร' });
  });

  it('gives every bad row its own reason and keeps the good ones', async () => {
    const rows = [
      ['', '1650', 'สหกรณ์ออมทรัพย์เลขขาด จำกัด', '', 'C', ''],
      ['', '100301', 'สหกรณ์ออมทรัพย์เมืองหลวง จำกัด', 'กทม.', '', ''],
      ['', '100302', 'สหกรณ์ออมทรัพย์ชายแดน จำกัด', 'ตาก', '', ''],
      ['', '100303', 'สหกรณ์ออมทรัพย์ไร้เขต จำกัด', '', '', ''],
      ['', '100304', 'สหกรณ์ออมทรัพย์ผิดเขต จำกัด', '', 'ภาคพิเศษ', ''],
      ['', '100305', 'สหกรณ์ออมทรัพย์ครบถ้วน จำกัด', 'ตาก', 'N', ''],
      ['', '100305', 'สหกรณ์ออมทรัพย์ซ้ำเลข จำกัด', '', 'S', ''],
      ['', '100306', '', '', 'S', ''],
      ['', '100307', 'สหกรณ์ออมทรัพย์เมืองหลวงสอง จำกัด', '', 'กรุงเทพฯ', ''],
      ['', '100308', '=HYPERLINK(1)\u0e48', '', 'S', ''],
      ['', '100309', 'สหกรณ์ออมทรัพย์เกินช่อง จำกัด', '', 'S', '', 'เกิน'],
    ];
    const { body } = await upload(csv(rows));
    expect(body.counts).toEqual({ total: 11, created: 1, updated: 0, unchanged: 0, rejected: 10 });
    expect(body.rows.map((row: Row) => [row.row, codes(row)])).toEqual([
      [1, ['REGISTRATION_NUMBER_INVALID']],
      [2, ['BANGKOK_AREA_NEEDED']],
      [3, ['REGION_NEEDED']],
      [4, ['REGION_NEEDED']],
      [5, ['REGION_UNKNOWN']],
      [6, []],
      [7, ['NUMBER_TWICE_IN_FILE']],
      [8, ['NAME_MISSING']],
      [9, ['BANGKOK_AREA_NEEDED']],
      [10, ['MARK_WITHOUT_BASE']],
      [11, ['MORE_CELLS_THAN_HEADER']],
    ]);
    expect(body.rows[0]).toMatchObject({
      cooperativeId: null,
      issues: [{ field: 'registrationNumber', got: '1650', header: header[1], suggestion: '001650' }],
    });
    for (const row of body.rows as { issues: { message: { th: string; en: string } }[] }[])
      for (const { message } of row.issues)
        expect(message).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.any(String) });
  });

  it('leaves the marker where it is told to', async () => {
    const kept = await upload(csv([['สอ.รฝ.', '100208', 'สหกรณ์ออมทรัพย์เรือนฝึก จำกัด', '', 'N', '']]), {
      shortNameHasMarker: 'no',
    });
    expect(codes(kept.body.rows[0])).toEqual(['SHORT_NAME_HAS_MARKER']);
    expect((await get('/v1/cooperatives')).body.items[0].shortName).toBe('สอ.รฝ.');
    const odd = await upload(csv(list), { shortNameHasMarker: 'maybe' });
    expect(odd.body.errors[0].pointer).toBe('/shortNameHasMarker');
  });

  it('warns when a new number brings a short name that is there already', async () => {
    await upload(csv(list));
    const { body } = await upload(csv([['', '999999', 'สหกรณ์ออมทรัพย์ตำรวจทุ่งทอง จำกัด', 'สงขลา', '', '']]));
    expect(outcomes(body)).toEqual(['created']);
    expect(body.rows[0].issues).toEqual([
      expect.objectContaining({ code: 'SHORT_NAME_SHARED', severity: 'warning' }),
    ]);
  });

  it('lets two cooperatives exchange their names', async () => {
    await upload(csv(list));
    const { body } = await upload(
      csv([
        ['สอ.ครูริมธาร', '101650', 'สหกรณ์ออมทรัพย์ครูริมธาร จำกัด', '', 'A', ''],
        ['สอ.อยู่ดีกินดี', '000045', 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด', '', 'N', ''],
      ]),
    );
    expect(outcomes(body)).toEqual(['updated', 'updated']);
  });

  it.each([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a header alone', csv([]), 'NO_DATA_ROWS'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'FILE_NOT_TEXT'],
    ['a file of other columns', 'ก,ข\r\n1,2', 'COLUMNS_MISSING'],
    ['too many rows', `no,name,area\n${'1,a,N\n'.repeat(10_001)}`, 'TOO_MANY_ROWS'],
  ])('refuses %s as a whole', async (_, file, code) => {
    const { status, body } = await upload(file);
    expect([status, body.code]).toEqual([400, code]);
    expect(await cooperatives()).toBe(0);
  });

  it('refuses a body without a file, with another file and beyond ten megabytes', async () => {
    const send = () => admin.post(path);
    expect((await send().field('shortNameHasMarker', 'yes')).body.errors[0].code).toBe('REQUIRED');
    expect((await send().attach('picture', Buffer.from('x'), 'x.csv')).body.errors[0].code).toBe(
      'UNKNOWN_FIELD',
    );
    expect((await send().send({})).status).toBe(415);
    expect((await upload(Buffer.alloc(10 * 1_048_576 + 1, 'ก'))).status).toBe(413);
    expect((await upload(csv(list), {}, await market.asStaff('viewer'))).status).toBe(403);
  });

  it('replays its answer for the same file under an Idempotency-Key, and refuses another file', async () => {
    const send = (file: string) => upload(file).set('idempotency-key', 'list-2569');
    const first = await send(csv(list));
    const again = await send(csv(list));
    expect(again.body).toEqual(first.body);
    expect(again.body.counts.created).toBe(4);
    expect((await send(csv(list.slice(1)))).status).toBe(422);
  });

  it('keeps each cooperative once when two uploads of one list meet', async () => {
    const [a, b] = await Promise.all([upload(csv(list)), upload(csv(list))]);
    expect([a, b].map(({ status }) => status)).toEqual([200, 200]);
    expect([a.body.counts.created, b.body.counts.created].sort()).toEqual([0, 4]);
    expect(await cooperatives()).toBe(4);
  });

  it('loads ten thousand rows at once', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [
      ...['', String(100_000 + i), `สหกรณ์ออมทรัพย์หมู่บ้านที่ ${i} จำกัด`, '', 'C', i % 3 ? '' : `หมู่${i}`],
    ]);
    const { status, body } = await upload(csv(rows));
    expect([status, body.counts.created]).toEqual([200, 10_000]);
    const renamed = rows.map((row) => [...row.slice(0, 4), 'E', '']);
    expect((await upload(csv(renamed))).body.counts.updated).toBe(10_000);
  }, 60_000);
});
