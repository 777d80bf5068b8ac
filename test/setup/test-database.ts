import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

export interface TestDatabase {
  /** For the setting DATABASE_URL. */
  url: string;
  /** SQLite: the folder that holds nothing but the database. */
  folder: string;
  remove(): Promise<void>;
}

/** Whether this run of the suite is the one on MariaDB or MySQL. */
export const onServer = Boolean(process.env['TEST_MYSQL_URL']);

const worker = process.env['JEST_WORKER_ID'] ?? '1';
let made = 0;

/**
 * An empty database of its own for this worker: a SQLite file in a new folder, or `market_test_w1_1` on the server
 * that TEST_MYSQL_URL names. It is not migrated; the application does that when it starts.
 */
export const emptyDatabase = (): Promise<TestDatabase> =>
  onServer ? onMysql(new URL(process.env['TEST_MYSQL_URL']!)) : onSqlite();

async function onSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), `market-test-w${worker}-`));
  const remove = async () => rmSync(folder, { recursive: true, force: true });
  return { url: `sqlite:${join(folder, 'market.sqlite')}`, folder, remove };
}

async function onMysql(server: URL): Promise<TestDatabase> {
  const prefix = decodeURIComponent(server.pathname.slice(1)) || 'market_test';
  const name = `${prefix}_w${worker}_${++made}`;
  const onIt = async (sql: string) => {
    const connection = await createConnection({
      host: server.hostname,
      port: Number(server.port || 3306),
      user: decodeURIComponent(server.username),
      password: decodeURIComponent(server.password),
    });
    await connection.query(sql);
    await connection.end();
  };
  await onIt(`DROP DATABASE IF EXISTS \`${name}\``);
  await onIt(`CREATE DATABASE \`${name}\``);
  const folder = mkdtempSync(join(tmpdir(), `market-test-w${worker}-`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const remove = async () => {
    await onIt(`DROP DATABASE IF EXISTS \`${name}\``);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: url.href, folder, remove };
}
