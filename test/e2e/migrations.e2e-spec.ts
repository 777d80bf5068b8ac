import type { DataSource, EntityMetadata } from 'typeorm';
import { schema } from '../../src/app.entities.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { emptyDatabase, onServer, type TestDatabase } from '../setup/test-database.js';

/** A row of plausible values; what matters is that the tables are not empty. */
function someRow({ columns }: EntityMetadata): unknown[] {
  return columns.map(({ type, length }) => {
    if (['varchar', String].includes(type as string)) return 'ก'.repeat(Math.min(Number(length || 10), 10));
    return ['int', 'bigint', 'tinyint', Number].includes(type as string) ? 1 : 'ข้อความ';
  });
}

async function fill(dataSource: DataSource): Promise<void> {
  for (const metadata of dataSource.entityMetadatas) {
    const marks = metadata.columns.map(() => '?').join(',');
    const columns = metadata.columns.map(({ databaseName }) => databaseName).join(',');
    await dataSource.query(
      `INSERT INTO ${metadata.tableName} (${columns}) VALUES (${marks})`,
      someRow(metadata),
    );
  }
}

const count = async (dataSource: DataSource, table: string): Promise<number> =>
  Number((await dataSource.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);

describe('migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await emptyDatabase();
    dataSource = await (await createDataSource(database.url, schema)).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.remove();
  });

  const drift = async () =>
    (await dataSource.driver.createSchemaBuilder().log()).upQueries.map((q) => q.query);

  it('lead from nothing to exactly the tables of the entities', async () => {
    await dataSource.runMigrations();
    expect(await drift()).toEqual([]);
  });

  it('go back to nothing and up again with rows in every table', async () => {
    await fill(dataSource);
    for (const { tableName } of dataSource.entityMetadatas)
      expect(await count(dataSource, tableName)).toBeGreaterThan(0);
    for (let step = 0; step < schema.migrations.length; step++) await dataSource.undoLastMigration();
    const runner = dataSource.createQueryRunner();
    for (const { tableName } of dataSource.entityMetadatas)
      expect([tableName, await runner.hasTable(tableName)]).toEqual([tableName, false]);
    await runner.release();
    await dataSource.runMigrations();
    expect(await drift()).toEqual([]);
  });

  it('compare every text byte by byte, blanks at the end included', async () => {
    if (!onServer) {
      // Byte by byte is SQLite's own way, unless a column says otherwise.
      const told = await dataSource.query("SELECT name FROM sqlite_master WHERE sql LIKE '%COLLATE%'");
      return expect(told).toEqual([]);
    }
    const collations: { COLLATION_NAME: string }[] = await dataSource.query(
      `SELECT DISTINCT COLLATION_NAME FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME IS NOT NULL AND TABLE_NAME <> 'schema_migration'`,
    );
    const binary = dataSource.options.type === 'mariadb' ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin';
    expect(collations.map((row) => row.COLLATION_NAME)).toEqual([binary]);
  });

  it('keep the service from starting on a newer schema, and say so', async () => {
    const newer = 'Later2790000000000';
    await dataSource.query(`INSERT INTO schema_migration (timestamp, name) VALUES (2790000000000, ?)`, [
      newer,
    ]);
    const env = { NODE_ENV: 'test', DATABASE_URL: database.url, DATA_SECRET: 'x'.repeat(32) };
    await expect(openDatabase(readSettings(env), schema)).rejects.toThrow(/newer version/);
  });
});
