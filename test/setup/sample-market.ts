import { createReadStream } from 'node:fs';
import { DirectoryImport } from '../../src/cooperatives/directory-import.service.js';
import { asSystem } from '../../src/platform/request-context.js';
import { startApp, type TestApp } from './app.js';

/** The real application with the sample directory loaded; files of up to 20 MB. */
export async function startSampleMarket(): Promise<TestApp> {
  const market = await startApp({ settings: { REQUESTS_PER_MINUTE: '100000', MAX_UPLOAD_MB: '20' } });
  const directory = market.get(DirectoryImport);
  await asSystem('test', () => directory.importDirectory(() => createReadStream('sample/cooperatives.csv')));
  return market;
}
