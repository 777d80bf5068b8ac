import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTable, instant, key, optional, text, unique } from '../platform/database/schema.js';

/** Answers pushed by forms stand in runs of their own; how consent is given is stated once per form. */
export class FormResponses1790000000750 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const added = [
      { ...text('kind', 8)(runner), default: "'file'" },
      text('formId', 64, optional)(runner),
      text('pushKey', 64, optional)(runner),
    ];
    await runner.addColumns(
      'import_run',
      added.map((options) => new TableColumn(options)),
    );
    await runner.createIndex('import_run', new TableIndex(unique('ux_import_run_push', 'pushKey')));
    await createTable(runner, 'form_consent_basis', [
      ...[key('formId', 64), text('textVersion', 32), text('statedBy', 400), text('declaredBy', 64)],
      instant('declaredAt'),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('form_consent_basis');
    await runner.dropIndex('import_run', 'ux_import_run_push');
    await runner.dropColumns('import_run', ['pushKey', 'formId', 'kind']);
  }
}
