import { TableColumn, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import {
  bigInt,
  createTable,
  index,
  instant,
  int,
  key,
  longText,
  optional,
  text,
} from '../platform/database/schema.js';

const added = {
  import_run: [
    text('planHash', 64, optional),
    instant('plannedAt', optional),
    bigInt('planSeq', optional),
    text('confirmedHash', 64, optional),
    int('changedSincePlan', optional),
  ],
  import_row: [text('plannedOutcome', 16, optional), text('plannedUsername', 300, optional)],
};

const tables = ['rehearsed_import_row', 'rehearsed_import_row_key', 'rehearsed_seller', 'rehearsed_username'];

/** Imports are planned first: what would happen is kept apart from what did. */
export class ImportPlans1790000000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(added))
      for (const column of columns) await runner.addColumn(table, new TableColumn(column(runner)));
    await createTable(runner, 'rehearsed_import_row', row, [
      index('ix_rehearsed_import_row_outcome', 'importId', 'outcome', 'rowNo'),
      index('ix_rehearsed_import_row_seller', 'importId', 'sellerId'),
    ]);
    await createTable(runner, 'rehearsed_import_row_key', [
      ...[key('importId', 26), key('keyHash', 64), int('rowNo')],
    ]);
    await createTable(runner, 'rehearsed_seller', seller, [
      index('ix_rehearsed_seller_phone', 'rehearsalId', 'phone'),
      index('ix_rehearsed_seller_who', 'rehearsalId', 'whoKey'),
      index('ix_rehearsed_seller_same_phone', 'rehearsalId', 'samePhone'),
      index('ix_rehearsed_seller_same_member', 'rehearsalId', 'sameMember'),
    ]);
    await createTable(runner, 'rehearsed_username', [
      ...[key('rehearsalId', 26), key('keyHash', 64), text('sellerId', 26)],
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.dropTable(table);
    for (const [table, columns] of Object.entries(added))
      for (const column of columns) await runner.dropColumn(table, column(runner).name);
  }
}

const place =
  (name: string) =>
  (runner: QueryRunner): TableColumnOptions => ({ ...int(name)(runner), isPrimary: true });

const row = [
  ...[key('importId', 26), place('rowNo'), text('outcome', 16), text('sellerId', 26, optional)],
  ...[text('username', 300, optional), text('rowHash', 64), instant('submittedAt', optional)],
  ...[text('reason', 40, optional), longText('details', optional), longText('issues', optional)],
  longText('cells', optional),
];

const seller = [
  ...[key('rehearsalId', 26), key('id', 26), text('phone', 20, optional), text('whoKey', 200)],
  ...[text('samePhone', 64, optional), text('sameMember', 64, optional), longText('snapshot')],
];
