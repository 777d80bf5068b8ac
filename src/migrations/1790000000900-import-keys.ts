import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  createTable,
  index,
  instant,
  int,
  isSqlite,
  key,
  longText,
  sequence,
  text,
  unique,
} from '../platform/database/schema.js';

const [before, after] = [
  [index('ix_seller_who', 'whoKey'), unique('uq_seller_same_phone', 'samePhone')],
  [unique('uq_seller_who_phone', 'whoKey', 'samePhone')],
];

const tables = {
  import_row_key: [key('keyHash', 64), text('importId', 26), int('rowNo')],
  outbox_message: [
    ...[sequence('seq'), text('type', 64), text('subjectType', 32), text('subjectId', 64), instant('at')],
    ...[longText('payload'), int('version')],
  ],
};

/** Each row of an import wrote a page of every index whose order is not that of the file: now there are fewer of them. */
export class ImportKeys1790000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of after) await runner.createIndex('seller', new TableIndex(options));
    for (const { name } of before) await runner.dropIndex('seller', name);
    await rebuild(runner, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rebuild(runner, false);
    for (const options of before) await runner.createIndex('seller', new TableIndex(options));
    for (const { name } of after) await runner.dropIndex('seller', name);
  }
}

/** SQLite keeps a table in an order of its own, with the primary key beside it, unless told otherwise. */
async function rebuild(runner: QueryRunner, withoutRowid: boolean): Promise<void> {
  if (!isSqlite(runner)) return;
  for (const [table, columns] of Object.entries(tables)) {
    await runner.query(`ALTER TABLE ${table} RENAME TO ${table}_old`);
    await createTable(runner, table, columns, [], withoutRowid);
    await runner.query(`INSERT INTO ${table} SELECT * FROM ${table}_old ORDER BY 1`);
    await runner.dropTable(`${table}_old`);
  }
}
