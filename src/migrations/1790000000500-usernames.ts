import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, index, instant, key, optional, text } from '../platform/database/schema.js';

export class Usernames1790000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'username_reservation',
      [
        ...[key('keyHash', 64), text('username', 300, optional), text('skeleton', 300, optional)],
        ...[text('sellerId', 26), instant('givenAt')],
      ],
      [
        index('ix_username_reservation_seller', 'sellerId'),
        index('ix_username_reservation_skeleton', 'skeleton'),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('username_reservation');
  }
}
