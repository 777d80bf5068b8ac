import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FirstAdmin } from '../../src/access/first-admin.service.js';
import type { Role } from '../../src/access/roles.js';
import { AppModule } from '../../src/app.module.js';
import { appOptions } from '../../src/app.options.js';
import { createApp, type AppOptions } from '../../src/app.setup.js';
import type { Scope } from '../../src/platform/actor.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { Database } from '../../src/platform/database/database.js';
import { Clients, type Client, type KeyOptions } from './clients.js';
import { emptyDatabase } from './test-database.js';

export const adminPassword = 'ทดสอบระบบตลาด-2569';

export interface StartOptions {
  /** More than the service has, such as a controller that fails on purpose. */
  modules?: (Type<unknown> | DynamicModule)[];
  /** Settings that differ from the usual ones of tests. */
  settings?: Record<string, string>;
  /** A database that is there already, for a second copy or a restart; it stays when this one ends. */
  databaseUrl?: string;
  http?: AppOptions;
  /** False leaves making the first admin to the test. */
  firstAdmin?: boolean;
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
  clients: Clients;
  asStaff(role: Role): Promise<Client>;
  asKey(scopes: Scope[], options?: KeyOptions): Promise<Client>;
  /** A provider of the application, whichever module it lives in. */
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
    REQUESTS_PER_MINUTE: '1000000',
    ...options.settings,
  });
  const imports = [AppModule.forRoot(settings), ...(options.modules ?? [])];
  const app = await createApp({ module: TestModule, imports }, { ...appOptions(settings), ...options.http });
  await app.listen(0, '127.0.0.1');
  if (options.firstAdmin ?? true) await app.get(FirstAdmin, { strict: false }).ensure();
  const url = await app.getUrl();
  const clients = new Clients(url, adminPassword);
  return {
    ...{ app, url, databaseUrl, adminPassword, clients },
    http: clients.anonymous(),
    database: app.get(Database),
    asStaff: (role) => clients.asStaff(role),
    asKey: (scopes, keyOptions) => clients.asKey(scopes, keyOptions),
    get: (token) => app.get(token as Type<never>, { strict: false }),
    close: async () => {
      await app.close();
      await afterwards?.();
    },
  };
}
