import type { DataSource } from 'typeorm';
import { schema } from '../../src/app.entities.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { anotherSeller, sellers } from '../factories/cast.js';
import { formFile } from '../factories/form-file.js';
import { startApp, type TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import { clerk } from '../setup/clerk.js';
import type { Client } from '../setup/clients.js';
import { emptyDatabase, type TestDatabase } from '../setup/test-database.js';

const rest = 'f'.repeat(32);
/** Keys as a version wrote them that kept the whole hash; what is behind the first half does not matter. */
const wholeKeys = [
  `UPDATE username_reservation SET keyHash = CONCAT(keyHash, '${rest}')`,
  `UPDATE import_row_key SET keyHash = CONCAT(keyHash, '${rest}')`,
  // SQLite takes NULL for an empty text here.
  `UPDATE seller SET samePhone = CONCAT(samePhone, '${rest}') WHERE samePhone IS NOT NULL`,
  `UPDATE seller SET sameMember = CONCAT(sameMember, '${rest}') WHERE sameMember IS NOT NULL`,
];
const migrationsToUndo =
  schema.migrations.length - schema.migrations.findIndex(({ name }) => name.startsWith('ShortKeys'));

/** Takes the database back to the version before short keys. */
async function takeBack(dataSource: DataSource): Promise<void> {
  for (let step = 0; step < migrationsToUndo; step++) await dataSource.undoLastMigration();
  for (const sql of wholeKeys) await dataSource.query(sql);
  const [known] = await dataSource.query('SELECT whoKey FROM seller LIMIT 1');
  expect(known.whoKey).toContain('\n');
}

/** As an update leaves it that was broken off, where each statement is kept by itself. */
const breakOff = (dataSource: DataSource) =>
  dataSource.query('ALTER TABLE username_reservation RENAME TO username_reservation_old');

describe.each([
  ['', async () => {}],
  [', the update broken off once', breakOff],
])('a database of before keys were halved%s', (_, onTheWay) => {
  const member = { ...anotherSeller(77), phone: undefined, email: 'm77@example.com', memberNumber: 'M77' };
  const file = formFile(120);
  let database: TestDatabase;
  let market: TestApp;
  let admin: Client;

  beforeAll(async () => {
    database = await emptyDatabase();
    market = await startMarketOfCast({ databaseUrl: database.url });
    admin = await market.asStaff('admin');
  });
  afterAll(async () => {
    await market.close();
    await database.remove();
  });

  async function update(): Promise<void> {
    await market.close();
    const dataSource = await (await createDataSource(database.url, schema)).initialize();
    await takeBack(dataSource);
    await onTheWay(dataSource);
    await dataSource.destroy();
    market = await startApp({ databaseUrl: database.url });
    admin = await market.asStaff('admin');
  }

  it('keeps everybody and every row known', async () => {
    const known = await admin.post('/v1/sellers').send(sellers.omsap).expect(201);
    const byNumber = await admin.post('/v1/sellers').send(member).expect(201);
    const first = await clerk(admin).import(file, 'answers.csv');
    const plan = await clerk(admin).plan(formFile(130), 'more.csv');
    await update();
    const done = await clerk(admin).carryOut(plan);
    expect(done).toMatchObject({ status: 'completed', counts: plan.counts, changedSincePlan: 0 });

    for (const [body, { id }] of [
      [sellers.omsap, known.body],
      [member, byNumber.body],
    ]) {
      const again = await admin.post('/v1/sellers').send(body).expect(409);
      expect(again.body).toMatchObject({ code: 'SELLER_ALREADY_REGISTERED', sellerId: id });
    }
    const { username } = known.body;
    const read = await admin.get(`/v1/sellers/by-username/${encodeURIComponent(username)}`).expect(200);
    expect(read.body.id).toBe(known.body.id);
    const namesake = { ...sellers.omsap, lastName: 'อื่นไกล', phone: '0810000099' };
    const next = await admin.post('/v1/sellers').send(namesake).expect(201);
    expect(next.body.username).toBe(username.replace('ออมทรัพย์', 'ออมทรัพย์อื่นไกล'));

    const again = await clerk(admin).import(file, 'answers again.csv');
    const { total, created, rejected, needsReview } = first.counts;
    expect(again.counts).toMatchObject({ total, created: 0, rejected, needsReview });
    // All but those who answered once more.
    expect(again.counts.unchanged).toBeGreaterThan(created * 0.9);
  });
});
