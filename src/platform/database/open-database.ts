import { setTimeout as sleep } from 'node:timers/promises';
import { QueryFailedError, type DataSource, type QueryRunner } from 'typeorm';
import { parseDatabaseUrl } from '../config/database-url.js';
import type { Settings } from '../config/settings.js';
import { createDataSource, type Schema } from './data-source.js';
import { Database } from './database.js';
import { MysqlEngine } from './mysql.engine.js';
import { SqliteEngine } from './sqlite.engine.js';

const migrationLock = 'fsct_market_migration';

/** Migrates the database to this version of the service and opens it. Throws when a newer version was here. */
export async function openDatabase(settings: Settings, schema: Schema): Promise<Database> {
  const dataSource = await createDataSource(settings.DATABASE_URL, schema);
  await dataSource.initialize();
  try {
    await migrate(dataSource, schema);
  } finally {
    await dataSource.destroy();
  }
  const target = parseDatabaseUrl(settings.DATABASE_URL);
  const timeout = settings.DATABASE_TIMEOUT_MS;
  const engine =
    target.kind === 'sqlite'
      ? new SqliteEngine(target.file, timeout)
      : new MysqlEngine(
          dataSource.options.type as 'mariadb' | 'mysql',
          target,
          settings.DATABASE_POOL,
          timeout,
        );
  return new Database(engine, timeout);
}

/** Two copies that start at once migrate one after the other. */
async function migrate(dataSource: DataSource, schema: Schema): Promise<void> {
  const locked = dataSource.options.type !== 'better-sqlite3';
  const runner = dataSource.createQueryRunner();
  try {
    if (locked) await lock(runner);
    await refuseNewerSchema(dataSource, schema);
    await runMigrations(dataSource);
    if (locked) await runner.query('SELECT RELEASE_LOCK(?)', [migrationLock]);
  } finally {
    await runner.release();
  }
}

async function lock(runner: QueryRunner): Promise<void> {
  const [row] = (await runner.query('SELECT GET_LOCK(?, 120) AS taken', [migrationLock])) as {
    taken: unknown;
  }[];
  if (Number(row?.taken) !== 1)
    throw new Error('Another copy has been migrating the database for two minutes.');
}

/** SQLite has no lock by name. Who migrates beside us makes ours fail as a whole; then theirs is there. */
async function runMigrations(dataSource: DataSource): Promise<void> {
  for (let patience = 100; ; patience--) {
    const before = await executedCount(dataSource);
    try {
      await dataSource.runMigrations();
      return;
    } catch (error) {
      const other = (await executedCount(dataSource)) > before || isDisturbance(error);
      if (!other || patience === 0) throw error;
      await sleep(50 + Math.random() * 50);
    }
  }
}

const isDisturbance = (error: unknown) =>
  error instanceof QueryFailedError &&
  /SQLITE_BUSY|database is locked|already exists/.test(String(error.driverError));

async function executedCount(dataSource: DataSource): Promise<number> {
  const rows = await dataSource.query('SELECT COUNT(*) AS n FROM schema_migration').catch(() => [{ n: 0 }]);
  return Number((rows as { n: unknown }[])[0]?.n);
}

async function refuseNewerSchema(dataSource: DataSource, schema: Schema): Promise<void> {
  const known = new Set(schema.migrations.map((migration) => migration.name));
  const executed = await dataSource.query('SELECT name FROM schema_migration').catch(() => []);
  const unknown = (executed as { name: string }[]).filter(({ name }) => !known.has(name));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was migrated by a newer version of the service (${unknown.map((m) => m.name).join(', ')}); start that version instead.`,
  );
}
