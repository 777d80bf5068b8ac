import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import {
  createTable,
  flag,
  id,
  index,
  instant,
  int,
  key,
  longText,
  optional,
  text,
} from '../platform/database/schema.js';

export class Roster1790000000850 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'roster_audit', audit);
    await createTable(runner, 'roster_entry', entry, [
      index('ix_roster_entry_verdict', 'auditId', 'verdict', 'line'),
      index('ix_roster_entry_seller', 'auditId', 'sellerId'),
    ]);
    await createTable(runner, 'seller_presence', presence, [
      index('ix_seller_presence_present', 'present', 'sellerId'),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('seller_presence');
    await runner.dropTable('roster_entry');
    await runner.dropTable('roster_audit');
  }
}

const line = (runner: QueryRunner): TableColumnOptions => ({ ...int('line')(runner), isPrimary: true });

const audit = [
  ...[id(), text('note', 200, optional), flag('complete'), int('members'), longText('counts')],
  ...[int('missing'), text('createdBy', 64), instant('createdAt'), instant('expiredAt', optional)],
];

const entry = [
  ...[key('auditId', 26), line, text('nickname', 200), text('verdict', 32)],
  ...[text('likeness', 16, optional), text('sellerId', 26, optional), text('subjectId', 26, optional)],
  ...[text('caseId', 26, optional), text('shouldBe', 300, optional), longText('issues')],
];

const presence = [key('sellerId', 26), flag('present'), instant('observedAt'), text('auditId', 26)];
