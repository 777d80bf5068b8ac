import { cooperatives } from '../factories/cast.js';
import { denseFormFile } from '../factories/dense-form-file.js';
import { startApp, type TestApp } from '../setup/app.js';
import { clerk, type ImportAnswer } from '../setup/clerk.js';

const left = {
  sellers: `SELECT status, title, firstName, lastName, whoKey IS NULL AS noKey, samePhone IS NULL AS noPhone,
    sameMember IS NULL AS noMember, username, phone, email, offerings, version, consentAt FROM seller`,
  categories: `SELECT s.username, c.category FROM seller_category c JOIN seller s ON s.id = c.sellerId`,
  reservations: `SELECT r.username, s.username AS holder FROM username_reservation r JOIN seller s ON s.id = r.sellerId`,
  rows: `SELECT r.rowNo, r.outcome, r.reason, r.username, r.cells, r.issues, s.username AS seller,
    CASE WHEN r.outcome = 'needs_review' OR r.reason = 'judged_again' THEN NULL ELSE r.details END AS details
    FROM import_row r LEFT JOIN seller s ON s.id = r.sellerId`,
  keys: 'SELECT rowNo FROM import_row_key',
  audit: `SELECT a.action, s.username FROM audit_entry a JOIN seller s ON s.id = a.subjectId`,
};

/** What two imports of the same file in chunks of so many rows leave behind. */
async function importIn(chunkRows: number, file: Buffer): Promise<Record<string, unknown>> {
  const market = await startApp({ settings: { IMPORT_CHUNK_ROWS: String(chunkRows) } });
  try {
    const { counts } = await importTwice(market, file);
    const lists = Object.entries(left).map(async ([name, sql]) => {
      const rows = await market.database.all(sql);
      return [name, rows.map((row) => JSON.stringify(row)).sort()] as const;
    });
    return { counts, ...Object.fromEntries(await Promise.all(lists)) };
  } finally {
    await market.close();
  }
}

async function importTwice(market: TestApp, file: Buffer): Promise<ImportAnswer> {
  const admin = await market.asStaff('admin');
  for (const each of [cooperatives.yudeeKindee, cooperatives.khruRimthan])
    await admin.post('/v1/cooperatives').send(each).expect(201);
  await clerk(admin).import(file, 'ครั้งแรก.csv');
  return clerk(admin).import(file, 'ครั้งที่สอง.csv');
}

describe('rows that have to do with each other', () => {
  it.each([1, 7])(
    'end the same in one chunk as one by one (file %d)',
    async (seed) => {
      const file = denseFormFile(400, seed);
      const together = await importIn(500, file);
      const counts = together['counts'] as ImportAnswer['counts'];
      for (const outcome of ['updated', 'unchanged', 'duplicate', 'needsReview', 'rejected'] as const)
        expect([outcome, counts[outcome] > 0]).toEqual([outcome, true]);
      const apart = await importIn(1, file);
      for (const list of Object.keys(apart)) expect([list, together[list]]).toEqual([list, apart[list]]);
    },
    120_000,
  );
});

describe('a row that the registry does not let through', () => {
  const file = (...rows: string[]) =>
    Buffer.from(['รหัสคำตอบ,ประทับเวลา,ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทรศัพท์,ยินยอม', ...rows].join('\n'));
  const row = (id: string, at: string, name: string, phone: string) =>
    `${id},${at},นาย${name},อยู่ดีกินดี,${phone},ยินยอม`;
  const before = file(
    row('r1', '2/2/2567', 'มะลิ ใจดี', '0811111111'),
    row('r2', '1/2/2567', 'สมชาย ใจเย็น', '0822222222'),
  );
  const after = file(
    // Becoming somebody who is there is refused, so มะลิ ใจดี is still there for the row behind.
    row('r1', '3/2/2567', 'สมชาย ใจเย็น', '0822222222'),
    row('r3', '4/2/2567', 'มะลิ ใจดี', '0833333333'),
  );

  it.each([1, 250])(
    'leaves those behind it as they are judged one by one (chunks of %d)',
    async (chunkRows) => {
      const market = await startApp({ settings: { IMPORT_CHUNK_ROWS: String(chunkRows) } });
      try {
        const admin = await market.asStaff('admin');
        await admin.post('/v1/cooperatives').send(cooperatives.yudeeKindee).expect(201);
        const first = await clerk(admin).import(before, 'ก่อน.csv');
        const { id } = await clerk(admin).import(after, 'หลัง.csv');
        const rowsOf = async (run: string) =>
          (await admin.get(`/v1/imports/${run}/rows`).expect(200)).body.items;
        const [mali, somchai] = (await rowsOf(first.id)).map(
          ({ sellerId }: { sellerId: string }) => sellerId,
        );
        const candidate = (sellerId: string, reason: string) =>
          expect.objectContaining({ sellerId, reason }) as unknown;
        const [refused, behind] = await rowsOf(id);
        expect(refused).toMatchObject({
          ...{ outcome: 'needs_review', reason: 'same_person_other_details' },
          candidates: [candidate(somchai, 'same_person')],
        });
        expect(behind).toMatchObject({
          ...{ outcome: 'needs_review', reason: 'same_person_other_details' },
          candidates: [candidate(mali, 'same_name')],
        });
      } finally {
        await market.close();
      }
    },
  );
});

describe('a chunk', () => {
  it('may span many pieces of the stored file, which are read ahead outside of its transaction', async () => {
    const market = await startApp({ settings: { IMPORT_CHUNK_ROWS: '100' } });
    try {
      const admin = await market.asStaff('admin');
      await admin.post('/v1/cooperatives').send(cooperatives.yudeeKindee).expect(201);
      const wide = 'ก'.repeat(5_000);
      const rows = Array.from(
        { length: 350 },
        (_, n) => `1/2/2567,นายมั่งมี ศรีสุข,อยู่ดีกินดี,08${10_000_000 + n},ยินยอม,${wide}`,
      );
      const head = 'ประทับเวลา,ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทรศัพท์,ยินยอม,หมายเหตุ';
      const { database } = market;
      const one = database.one.bind(database);
      const inside: boolean[] = [];
      database.one = (sql, params) => {
        if (sql.includes('FROM import_file_chunk')) inside.push(database.inTransaction);
        return one(sql, params);
      };
      const { counts } = await clerk(admin).import(Buffer.from([head, ...rows].join('\n')), 'กว้าง.csv');
      expect(counts.created + counts.needsReview).toBe(350);
      expect(inside.length).toBeGreaterThan(20);
      expect(inside).not.toContain(true);
    } finally {
      await market.close();
    }
  }, 60_000);

  /** Statements that importing the file takes; edits are one statement each, so each row is there once only. */
  async function statementsFor(file: Buffer): Promise<number> {
    const market = await startApp({ settings: { IMPORT_CHUNK_ROWS: '1000' } });
    let statements = 0;
    try {
      const admin = await market.asStaff('admin');
      for (const each of [cooperatives.yudeeKindee, cooperatives.khruRimthan])
        await admin.post('/v1/cooperatives').send(each).expect(201);
      const { database } = market;
      for (const door of ['all', 'run', 'insert'] as const) {
        const through = database[door].bind(database) as (...given: unknown[]) => unknown;
        Object.assign(database, {
          [door]: (...given: unknown[]) => {
            statements++;
            return through(...given);
          },
        });
      }
      await clerk(admin).import(file, 'คำตอบ.csv');
      return statements;
    } finally {
      await market.close();
    }
  }

  it('takes as many statements for 800 rows of one person as for 50', async () => {
    const rows = (amount: number) => {
      const [head, first] = denseFormFile(1, 3).toString().split('\n');
      return Buffer.from([head, ...Array.from({ length: amount }, () => first)].join('\n'));
    };
    const [few, many] = [await statementsFor(rows(50)), await statementsFor(rows(800))];
    // Looking how far it is takes some, too.
    expect(Math.abs(many - few)).toBeLessThan(40);
  }, 60_000);
});
