import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index, optional, text } from '../platform/database/schema.js';

const table = 'moderation_subject';

/** Which cooperative somebody belongs to, so that lists can be narrowed to a caller's own cooperatives. */
export class SubjectCooperative1790000000811 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(table, new TableColumn(text('cooperativeId', 26, optional)(runner)));
    await runner.createIndex(
      table,
      new TableIndex(index('ix_moderation_subject_cooperative', 'cooperativeId')),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(table, 'ix_moderation_subject_cooperative');
    await runner.dropColumn(table, 'cooperativeId');
  }
}
