import { readSettings, type Settings } from '../../src/platform/config/settings.js';

/** Settings of a copy on this database, for tests that need no whole application. */
export const testSettings = (databaseUrl: string, env: Record<string, string> = {}): Settings =>
  readSettings({ NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_SECRET: 'x'.repeat(32), ...env });
