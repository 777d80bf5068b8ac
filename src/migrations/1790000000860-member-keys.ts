import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hash of name and member number is made from the kept hash of the number now. SQL cannot reckon it without the
 * data secret, so each is marked here, and made again when the service starts, before anybody is answered.
 */
export class MemberKeys1790000000860 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE seller SET sameMember = CONCAT('remake:', id)
       WHERE memberNumberHash IS NOT NULL AND status NOT IN ('rejected', 'erased')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE seller SET sameMember = NULL WHERE sameMember IS NOT NULL');
  }
}
