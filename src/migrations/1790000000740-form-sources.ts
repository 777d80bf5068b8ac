import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  id,
  instant,
  int,
  longText,
  optional,
  text,
  unique,
} from '../platform/database/schema.js';

export class FormSources1790000000740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'form_source', columns, [unique('uq_form_source_source', 'source')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('form_source');
  }
}

const columns = [
  ...[id(), text('source', 64), text('formId', 200, optional), text('label', 255), longText('columns')],
  ...[
    text('confirmedBy', 64, optional),
    instant('confirmedAt', optional),
    text('lastImportId', 26, optional),
  ],
  ...[instant('lastSeenAt'), instant('createdAt'), instant('updatedAt'), int('version')],
];
