import { createReadStream } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { CooperativeDirectory } from './cooperatives/cooperative-directory.service.js';
import { DirectoryImport } from './cooperatives/directory-import.service.js';
import { importReport } from './app.import-report.js';
import { FileImport } from './imports/upload/file-import.service.js';
import type { Settings } from './platform/config/settings.js';
import { asSystem } from './platform/request-context.js';

const place = new URL('../../sample/', import.meta.url).pathname;

/**
 * Fills an empty database outside production with a sample market, through the real imports. Answers what happened,
 * for people; undefined when there was nothing to do.
 */
export async function loadSample(
  app: INestApplicationContext,
  settings: Settings,
): Promise<string | undefined> {
  const wanted = settings.SAMPLE_DATA === 'auto' && settings.NODE_ENV !== 'production' && settings.WORKER;
  const empty = app.get(CooperativeDirectory, { strict: false }).all().length === 0;
  if (!wanted || !empty) return undefined;
  const directory = app.get(DirectoryImport, { strict: false });
  const { counts } = await asSystem('sample', () =>
    directory.importDirectory(() => createReadStream(`${place}cooperatives.csv`)),
  );
  const run = await app.get(FileImport, { strict: false }).importFile(`${place}form-responses.csv`);
  return [
    '',
    '  ตลาดตัวอย่าง ทุกชื่อสมมติขึ้น ปิดได้ด้วย SAMPLE_DATA=none · sample market, all invented; SAMPLE_DATA=none leaves it out',
    `  cooperatives.csv: ${counts.created} สหกรณ์ · cooperatives`,
    importReport(run),
  ].join('\n');
}
