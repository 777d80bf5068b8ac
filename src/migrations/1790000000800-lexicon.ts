import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  instant,
  int,
  longText,
  makeAppendOnly,
  optional,
  sequence,
  text,
} from '../platform/database/schema.js';

export class Lexicon1790000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'lexicon_version', columns);
    await makeAppendOnly(runner, 'lexicon_version');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('lexicon_version');
  }
}

const columns = [
  ...[sequence('version'), longText('content'), int('added'), int('removed')],
  ...[text('note', 500, optional), text('changedBy', 64), instant('changedAt')],
];
