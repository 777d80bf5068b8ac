import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { parseDatabaseUrl, type DatabaseTarget } from '../config/database-url.js';
import { adaptLongColumns } from './columns.js';
import { prepareHandle } from './sqlite-handle.js';

/** The tables of the whole service and how they came to be; named once, on the top floor. */
export interface Schema {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type for classes
  entities: Function[];
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type for classes
  migrations: Function[];
}

/** TypeORM's view of the database: entities, migrations, drift check. Queries go through `Database`. */
export async function createDataSource(databaseUrl: string, schema: Schema): Promise<DataSource> {
  const target = parseDatabaseUrl(databaseUrl);
  const specific = target.kind === 'sqlite' ? sqliteOptions(target.file) : await mysqlOptions(target);
  adaptLongColumns(specific.type === 'better-sqlite3' ? 'sqlite' : (specific.type as 'mariadb' | 'mysql'));
  return new DataSource({
    ...specific,
    ...schema,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
  } as DataSourceOptions);
}

function sqliteOptions(file: string): DataSourceOptions {
  mkdirSync(dirname(file), { recursive: true });
  return { type: 'better-sqlite3', database: file, timeout: 10_000, prepareDatabase: prepareHandle };
}

async function mysqlOptions(target: Extract<DatabaseTarget, { kind: 'mysql' }>): Promise<DataSourceOptions> {
  const { host, port, user, password, database } = target;
  return {
    type: await serverKind(target),
    ...{ host, port, username: user, password, database },
    charset: 'utf8mb4',
    timezone: 'Z',
    poolSize: 2,
  };
}

/** The two servers differ in collations and in what TypeORM must know; the server says which it is. */
async function serverKind(target: Extract<DatabaseTarget, { kind: 'mysql' }>): Promise<'mariadb' | 'mysql'> {
  const { host, port, user, password, database } = target;
  const connection = await createConnection({ host, port, user, password, database, connectTimeout: 10_000 });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return String((rows as { version: string }[])[0]?.version).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}
