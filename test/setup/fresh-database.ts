import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { readSettings, type Settings } from '../../src/platform/config/settings.js';

/** A database of its own for one test file: an empty SQLite file, or an empty schema on TEST_MYSQL_URL. */
export interface FreshDatabase {
  url: string;
  engine: 'sqlite' | 'server';
  settings(env?: Record<string, string>): Settings;
  remove(): Promise<void>;
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env['TEST_MYSQL_URL'];
  const { url, engine, remove } = server ? await onServer(server) : onDisk();
  const settings = (env: Record<string, string> = {}) =>
    readSettings({ NODE_ENV: 'test', DATABASE_URL: url, DATA_SECRET: 'x'.repeat(32), ...env });
  return { url, engine, settings, remove };
}

function onDisk(): Omit<FreshDatabase, 'settings'> {
  const folder = mkdtempSync(join(tmpdir(), 'market-e2e-'));
  return {
    url: `sqlite:${join(folder, 'market.sqlite')}`,
    engine: 'sqlite',
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function onServer(server: string): Promise<Omit<FreshDatabase, 'settings'>> {
  const name = `market_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  const run = async (sql: string) => {
    const connection = await mysql.createConnection({
      ...{ host: url.hostname, port: Number(url.port || 3306) },
      ...{ user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    });
    await connection.query(sql).finally(() => connection.end());
  };
  await run(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  return { url: url.href, engine: 'server', remove: () => run(`DROP DATABASE ${name}`) };
}
