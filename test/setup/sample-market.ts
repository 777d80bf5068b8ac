import { createReadStream } from 'node:fs';
import { DirectoryImport } from '../../src/cooperatives/directory-import.service.js';
import { asSystem } from '../../src/platform/request-context.js';
import { startApp, type TestApp } from './app.js';

/** The real application with the sample directory loaded; files of up to 20 MB. */
export async function startSampleMarket(more: Record<string, string> = {}): Promise<TestApp> {
  const settings = { REQUESTS_PER_MINUTE: '100000', MAX_UPLOAD_MB: '20', ...more };
  const market = await startApp({ settings });
  const directory = market.get(DirectoryImport);
  await asSystem('test', () => directory.importDirectory(() => createReadStream('sample/cooperatives.csv')));
  return market;
}

/** Every seller without ids and times: what two ways to the same end must agree in. */
export async function sellersOf(market: TestApp): Promise<unknown[]> {
  const rows = await market.database.all<Record<string, unknown>>(
    'SELECT status, title, firstName, lastName, username, phone, email, lineId, offerings FROM seller',
  );
  return rows.map((row) => JSON.stringify(row)).sort();
}
