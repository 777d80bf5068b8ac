import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { schema } from '../../src/app.entities.js';
import { createApp, type AppOptions } from '../../src/app.setup.js';
import { JournalModule } from '../../src/journal/journal.module.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { Database } from '../../src/platform/database/database.js';
import { createPino } from '../../src/platform/logging/pino-logger.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { emptyDatabase } from './test-database.js';

export const adminPassword = 'ทดสอบระบบตลาด-2569';
export type Client = ReturnType<typeof request.agent>;

export interface StartOptions {
  /** Features to run. */
  modules?: (Type<unknown> | DynamicModule)[];
  /** Settings that differ from the usual ones of tests. */
  settings?: Record<string, string>;
  /** A database that is there already, for a second copy of the service or a restart; it stays when this one ends. */
  databaseUrl?: string;
  http?: AppOptions;
}

export interface TestApp {
  app: NestFastifyApplication;
  /** `http://127.0.0.1:PORT` of a real listening server. */
  url: string;
  /** A client without credentials. */
  http: Client;
  database: Database;
  databaseUrl: string;
  adminPassword: string;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  close(): Promise<void>;
}

@Module({})
class TestModule {}

/** The real application on a fresh, migrated database of this worker, listening on a free port. */
export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  if (options.databaseUrl !== undefined) return run(options, options.databaseUrl);
  const own = await emptyDatabase();
  try {
    return await run(options, own.url, own.remove);
  } catch (error) {
    await own.remove();
    throw error;
  }
}

async function run(
  options: StartOptions,
  databaseUrl: string,
  afterwards?: () => Promise<void>,
): Promise<TestApp> {
  const settings = readSettings({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATA_SECRET: 'a secret that only the tests know, 4711',
    ADMIN_PASSWORD: adminPassword,
    SAMPLE_DATA: 'none',
    LOG_LEVEL: 'silent',
    ...options.settings,
  });
  const imports = [PlatformModule.forRoot(settings, schema), JournalModule, ...(options.modules ?? [])];
  const app = await createApp(
    { module: TestModule, imports },
    { pino: createPino('silent'), ...options.http },
  );
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    app,
    url,
    http: request.agent(url),
    database: app.get(Database),
    databaseUrl,
    adminPassword,
    get: (token) => app.get(token as Type<never>, { strict: false }),
    close: async () => {
      await app.close();
      await afterwards?.();
    },
  };
}
