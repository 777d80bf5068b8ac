import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, index, int, text } from '../platform/database/schema.js';

export class ValueUses1790000000880 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'value_use', use, [
      index('ix_value_use_value', 'valueDecisionId', 'importId', 'rowNo'),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('value_use');
  }
}

const place = (runner: QueryRunner) => ({ ...int('rowNo')(runner), isPrimary: true });
const use = [id('importId'), place, text('valueDecisionId', 26)];
