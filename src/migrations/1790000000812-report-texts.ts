import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index } from '../platform/database/schema.js';

const table = 'moderation_report';
const indices = [
  index('ix_moderation_report_text', 'textId'),
  index('ix_moderation_report_note', 'noteTextId'),
];

/** Which report a text belongs to, asked before it is erased. */
export class ReportTexts1790000000812 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of indices) await runner.createIndex(table, new TableIndex(each));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of indices) await runner.dropIndex(table, name);
  }
}
