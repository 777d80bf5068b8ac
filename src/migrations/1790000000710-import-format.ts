import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { optional, text } from '../platform/database/schema.js';

/** Imports of XLSX: which of the formats, and which sheet of a workbook. */
export class ImportFormat1790000000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('import_run', new TableColumn({ ...text('format', 8)(runner), default: "'csv'" }));
    await runner.addColumn('import_run', new TableColumn(text('sheet', 255, optional)(runner)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('import_run', 'sheet');
    await runner.dropColumn('import_run', 'format');
  }
}
