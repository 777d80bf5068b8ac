import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  createTable,
  id,
  index,
  instant,
  int,
  longText,
  optional,
  text,
  unique,
} from '../platform/database/schema.js';

const ofRows = [
  index('ix_import_row_group', 'importId', 'reviewGroup', 'rowNo'),
  index('ix_import_row_seller', 'sellerId'),
];

export class Review1790000000741 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'value_decision', value, [unique('uq_value_decision_key', 'kind', 'keyHash')]);
    await createTable(runner, 'import_row_decision', decision, [
      index('ix_import_row_decision_row', 'importId', 'rowNo', 'id'),
    ]);
    await runner.query('ALTER TABLE import_row ADD COLUMN reviewGroup varchar(64) NULL');
    for (const options of ofRows) await runner.createIndex('import_row', new TableIndex(options));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of ofRows) await runner.dropIndex('import_row', name);
    await runner.query('ALTER TABLE import_row DROP COLUMN reviewGroup');
    await runner.dropTable('import_row_decision');
    await runner.dropTable('value_decision');
  }
}

const value = [
  ...[id(), text('kind', 16), text('keyHash', 64), text('text', 200), text('number', 20, optional)],
  ...[text('cooperativeId', 26), text('decidedBy', 64), instant('decidedAt')],
  ...[text('importId', 26, optional), int('rowNo', optional)],
];

const decision = [
  ...[id(), text('importId', 26), int('rowNo'), text('action', 16), text('reason', 40, optional)],
  ...[text('outcome', 16), text('cooperativeId', 26, optional), text('sellerId', 26, optional)],
  ...[int('sellerVersion', optional), text('valueDecisionId', 26, optional), text('decidedBy', 64)],
  ...[instant('decidedAt'), text('undoneBy', 64, optional), instant('undoneAt', optional)],
  longText('kept', optional),
];
