import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import {
  bytes,
  createTable,
  id,
  index,
  instant,
  int,
  key,
  longText,
  optional,
  text,
} from '../platform/database/schema.js';

export class Imports1790000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'import_run', run);
    await createTable(runner, 'import_file_chunk', [id('importId'), place('position'), bytes('bytes')]);
    await createTable(runner, 'import_row', row, [
      index('ix_import_row_outcome', 'importId', 'outcome', 'rowNo'),
    ]);
    await createTable(runner, 'import_row_key', [key('keyHash', 64), text('importId', 26), int('rowNo')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['import_row_key', 'import_row', 'import_file_chunk', 'import_run'])
      await runner.dropTable(table);
  }
}

/** A whole number that is part of the primary key. */
const place =
  (name: string) =>
  (runner: QueryRunner): TableColumnOptions => ({
    ...int(name)(runner),
    isPrimary: true,
  });

const run = [
  ...[
    id(),
    text('status', 16),
    text('source', 64),
    text('fileName', 255),
    int('fileSize'),
    text('fileHash', 64),
  ],
  ...[text('encoding', 16), text('delimiter', 4), longText('mapping'), longText('notices')],
  ...[
    text('consentBasis', 1000, optional),
    int('total'),
    text('counts', 400),
    text('failure', 2000, optional),
  ],
  ...[
    text('jobId', 26, optional),
    text('createdBy', 64),
    instant('createdAt'),
    instant('startedAt', optional),
  ],
  ...[instant('finishedAt', optional), int('version')],
];

const row = [
  ...[id('importId'), place('rowNo'), text('outcome', 16), text('sellerId', 26, optional)],
  ...[text('username', 300, optional), text('rowHash', 64), instant('submittedAt', optional)],
  ...[text('reason', 40, optional), longText('details', optional), longText('issues', optional)],
  longText('cells', optional),
  longText('resolved', optional),
];
