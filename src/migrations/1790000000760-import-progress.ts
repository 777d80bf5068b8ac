import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, optional, text } from '../platform/database/schema.js';

const added = [
  text('speed', 100, optional),
  text('cancelledBy', 64, optional),
  text('cancelReason', 500, optional),
  instant('expiredAt', optional),
];

/** How fast an import goes, who cancelled it, and since when its originals are gone. */
export class ImportProgress1790000000760 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of added) await runner.addColumn('import_run', new TableColumn(column(runner)));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of added) await runner.dropColumn('import_run', column(runner).name);
  }
}
