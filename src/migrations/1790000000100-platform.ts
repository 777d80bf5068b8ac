import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  compareTextByBytes,
  createTable,
  index,
  instant,
  key,
  longText,
  text,
} from '../platform/database/schema.js';

export class Platform1790000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await compareTextByBytes(runner);
    await createTable(
      runner,
      'idempotency_key',
      [key('keyHash', 64), text('fingerprint', 64), longText('body'), instant('createdAt')],
      [index('ix_idempotency_key_created', 'createdAt')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('idempotency_key');
  }
}
