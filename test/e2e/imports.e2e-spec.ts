import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { ImportWork } from '../../src/imports/import-work.service.js';
import { ImportsRepository } from '../../src/imports/imports.repository.js';
import type { TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';
import { clerk, type Clerk } from '../setup/clerk.js';
import { sellersOf, startSampleMarket } from '../setup/sample-market.js';

const sample = readFileSync('sample/form-responses.csv', 'utf8').replace(/^\ufeff/, '');
const expected = { created: 27, updated: 1, duplicate: 1, needsReview: 6, rejected: 6, unchanged: 0 };

describe('a form file, from upload to usernames', () => {
  let market: TestApp;
  let registrar: Client;
  let desk: Clerk;
  let first: Awaited<ReturnType<Clerk['import']>>;
  let newest: typeof first;

  beforeAll(async () => {
    market = await startSampleMarket();
    registrar = await market.asStaff('registrar');
    desk = clerk(registrar);
    first = await desk.import(Buffer.from(sample), 'แบบฟอร์ม.csv');
  });
  afterAll(() => market.close());

  it('answers 202 with the place to look, and every row gets one outcome', () => {
    expect(first.status).toBe('completed');
    expect(first.fileName).toBe('แบบฟอร์ม.csv');
    const { total, processed, waiting, skipped: _skipped, ...outcomes } = first.counts;
    expect({ total, processed, waiting }).toEqual({ total: 41, processed: 41, waiting: 0 });
    expect(outcomes).toEqual(expected);
  });

  it('says of each doubtful row why, and what it may be, in both languages', async () => {
    const { body } = await registrar.get(`/v1/imports/${first.id}/rows`).query({ outcome: 'needs_review' });
    expect(body.items).toHaveLength(6);
    for (const row of body.items) {
      expect(row.reasonText.th).toMatch(/[ก-๙]/);
      expect(row.reasonText.en).toMatch(/[a-z]/);
      expect(Object.keys(row.cells).length).toBeGreaterThan(3);
    }
  });

  it('keeps answers of people from callers without the personal scope', async () => {
    const viewer = await market.asStaff('viewer');
    const { body } = await viewer
      .get(`/v1/imports/${first.id}/rows`)
      .query({ outcome: 'rejected' })
      .expect(200);
    for (const row of body.items) {
      expect(row.cells).toBeNull();
      for (const issue of row.issues) expect(issue.got).toBeNull();
    }
    await viewer.get(`/v1/imports/${first.id}/rejected.csv`).expect(403);
  });

  it('gives the failed rows back with the reason in Thai', async () => {
    const { text, headers } = await registrar.get(`/v1/imports/${first.id}/rejected.csv`).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.split('\r\n')[0]).toContain('_row,_code,_message_th,_suggestion');
    expect(text).not.toMatch(/(^|,|\n)"?=/);
    const again = await desk.import(Buffer.from(text), 'rejected.csv');
    expect(again.counts).toMatchObject({ total: 6, rejected: 6 });
  });

  it('gives rows back whole, so that one sent back unmended is refused again', async () => {
    const file = 'ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทร,ยินยอม\r\nนายล้น หัวตาราง,ครูตาก,0877777701,ยินยอม,ขนม,น้ำ';
    const run = await desk.import(Buffer.from(file), 'wide.csv');
    expect(run.counts).toMatchObject({ rejected: 1 });
    const given = (await registrar.get(`/v1/imports/${run.id}/rejected.csv`).expect(200)).text;
    expect(given).toMatch(/,ขนม,น้ำ\r\n$/);
    const again = await desk.import(Buffer.from(given), 'rejected.csv');
    expect(again.counts).toMatchObject({ created: 0, rejected: 1 });
    const back = (await registrar.get(`/v1/imports/${again.id}/rejected.csv`).expect(200)).text;
    expect(back).toBe(given);
  });

  it('lists new sellers with their usernames and what to tell them', async () => {
    const { text } = await registrar.get(`/v1/imports/${first.id}/usernames.csv`).expect(200);
    expect(text.match(/เรียน คุณ/g)).toHaveLength(27);
    expect(text).toContain('A1650');
  });

  it('answers unchanged for each row that was taken in, when the same file comes again', async () => {
    const before = await sellersOf(market);
    const again = await desk.import(Buffer.from(sample), 'again.csv');
    newest = again;
    expect(again.counts).toMatchObject({ created: 0, updated: 0, rejected: 6, needsReview: 6 });
    const { body: older } = await registrar.get(`/v1/imports/${first.id}`);
    expect(older.counts).toMatchObject({ needsReview: 0, skipped: 6, processed: 41 });
    expect(again.counts.unchanged + again.counts.duplicate).toBe(29);
    expect(await sellersOf(market)).toEqual(before);
  });

  it.each([
    ['UTF-8 with BOM', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['Windows-874', (text: string) => iconv.encode(text.replaceAll('\u200b', ''), 'cp874')],
    [
      'UTF-16 LE with tabs',
      (text: string) => iconv.encode(delimited(text, '\t'), 'utf-16le', { addBOM: true }),
    ],
    ['UTF-8 with semicolons', (text: string) => Buffer.from(delimited(text, ';'))],
  ])('makes the same sellers of the file in %s', async (_name, encode) => {
    const other = await startSampleMarket();
    try {
      const run = await clerk(await other.asStaff('registrar')).import(encode(sample), 'form.csv');
      expect(run.counts).toMatchObject(expected);
      const reference = await sellersOf(market);
      expect(await sellersOf(other)).toEqual(reference);
    } finally {
      await other.close();
    }
  });

  it('goes on with a row once a person has decided', async () => {
    const { body } = await registrar.get(`/v1/imports/${newest.id}/rows`).query({ outcome: 'needs_review' });
    const unclear = body.items.find(
      (row: { candidates: { type: string }[] }) => row.candidates[0]?.type === 'cooperative',
    );
    const path = `/v1/imports/${newest.id}/rows/${unclear.row}/resolution`;
    await registrar.post(path).send({ action: 'choose', candidate: 40 }).expect(400);
    const { body: everybody } = await registrar.get('/v1/sellers').query({ limit: 1 });
    const stranger = everybody.items[0].id;
    await registrar.post(path).send({ action: 'merge', sellerId: stranger }).expect(400);
    const { body: decided } = await registrar.post(path).send({ action: 'choose', candidate: 1 }).expect(200);
    expect(['created', 'needs_review']).toContain(decided.outcome);
    if (decided.outcome === 'created') {
      const { body: seller } = await registrar.get(`/v1/sellers/${decided.sellerId}`).expect(200);
      expect(seller.username).toBe(decided.username);
      await registrar.post(path).send({ action: 'skip' }).expect(409);
    }
    const left = (await registrar.get(`/v1/imports/${newest.id}/rows`).query({ outcome: 'needs_review' }))
      .body.items;
    for (const row of left)
      await registrar
        .post(`/v1/imports/${newest.id}/rows/${row.row}/resolution`)
        .send({ action: 'skip' })
        .expect(200);
    const { body: run } = await registrar.get(`/v1/imports/${newest.id}`);
    expect(run.counts.needsReview).toBe(0);
    expect(run.counts.processed).toBe(41);
  });
});

describe('an import that was given up', () => {
  it('is failed and says what to do', async () => {
    const market = await startSampleMarket();
    try {
      const registrar = await market.asStaff('registrar');
      const { id } = await clerk(registrar).import(Buffer.from(sample), 'given-up.csv');
      const [repository, work] = [market.get(ImportsRepository), market.get(ImportWork)];
      await market.database.transaction(() => repository.update(id, { status: 'running' }));
      await market.database.transaction(() => work.fail(id, 'PROCESS_DIED'));
      const { body } = await registrar.get(`/v1/imports/${id}`);
      expect(body).toMatchObject({ status: 'failed', failure: { code: 'PROCESS_DIED' } });
      expect(body.failure.message.th).toContain('อัปโหลด');
    } finally {
      await market.close();
    }
  });
});

describe('a row of a cooperative that has left', () => {
  it('waits for a person instead of making a seller', async () => {
    const market = await startSampleMarket();
    try {
      const [registrar, admin] = [await market.asStaff('registrar'), await market.asStaff('admin')];
      const { body: all } = await admin.get('/v1/cooperatives').query({ limit: 200 });
      for (const { id, version } of all.items)
        await admin
          .patch(`/v1/cooperatives/${id}`)
          .set('If-Match', `"${version}"`)
          .send({ status: 'inactive' })
          .expect(200);
      const { id, counts } = await clerk(registrar).import(Buffer.from(sample), 'left.csv');
      expect(counts.created).toBe(0);
      const { body } = await registrar.get(`/v1/imports/${id}/rows`).query({ outcome: 'needs_review' });
      expect(body.items.map(({ reason }: { reason: string }) => reason)).toContain('inactive_cooperative');
    } finally {
      await market.close();
    }
  });
});

describe('an upload repeated under its Idempotency-Key', () => {
  it('answers the first import and keeps no second copy of the file', async () => {
    const market = await startSampleMarket();
    try {
      const registrar = await market.asStaff('registrar');
      const upload = () =>
        registrar
          .post('/v1/imports')
          .set('Idempotency-Key', 'once')
          .attach('file', Buffer.from(sample), 'once.csv')
          .expect(202);
      const [first, second] = [await upload(), await upload()];
      expect(second.body.id).toBe(first.body.id);
      const runs = await market.database.all('SELECT id FROM import_run');
      expect(runs).toEqual([{ id: first.body.id }]);
    } finally {
      await market.close();
    }
  });
});

describe('two uploads of one file at once', () => {
  it('double nothing', async () => {
    const market = await startSampleMarket();
    try {
      const desk = clerk(await market.asStaff('registrar'));
      const runs = await Promise.all([1, 2].map((n) => desk.import(Buffer.from(sample), `twin-${n}.csv`)));
      expect(runs.map(({ status }) => status)).toEqual(['completed', 'completed']);
      const created = runs.reduce((sum, { counts }) => sum + counts.created, 0);
      expect(created).toBe(expected.created);
      expect(await sellersOf(market)).toHaveLength(expected.created);
    } finally {
      await market.close();
    }
  });
});

function delimited(text: string, delimiter: string): string {
  let quoted = false;
  return [...text]
    .map((letter) => {
      if (letter === '"') quoted = !quoted;
      return letter === ',' && !quoted ? delimiter : letter;
    })
    .join('');
}
