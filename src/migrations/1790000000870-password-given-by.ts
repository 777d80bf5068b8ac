import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { optional, text } from '../platform/database/schema.js';

/** Who gave somebody the one-time password; accounts of before are left as they were. */
export class PasswordGivenBy1790000000870 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('staff', new TableColumn(text('passwordGivenBy', 26, optional)(runner)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('staff', 'passwordGivenBy');
  }
}
