import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index } from '../platform/database/schema.js';

const table = 'moderation_case';
const words = index('ix_moderation_case_words', 'fingerprint', 'isSensitive');

/** Whether words were found grave before, asked whenever somebody reports a message. */
export class CaseWords1790000000813 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(table, new TableIndex(words));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(table, words.name);
  }
}
