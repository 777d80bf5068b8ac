import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index, optional, text } from '../platform/database/schema.js';

const table = 'moderation_task';
const column = text('cooperativeId', 26, optional);

/** Which cooperative a task's seller belongs to, so that lists can be narrowed to a caller's own cooperatives. */
export class Decisions1790000000820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(table, new TableColumn(column(runner)));
    await runner.createIndex(
      table,
      new TableIndex(index('ix_moderation_task_cooperative', 'cooperativeId', 'id')),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(table, 'ix_moderation_task_cooperative');
    await runner.dropColumn(table, column(runner).name);
  }
}
