import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  bigInt,
  createTable,
  index,
  instant,
  int,
  key,
  longText,
  makeAppendOnly,
  sequence,
  text,
  unique,
} from '../platform/database/schema.js';

export class Journal1790000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const about = [text('subjectType', 32), text('subjectId', 64)];
    await createTable(
      runner,
      'audit_entry',
      [
        ...[sequence('seq'), text('id', 26), instant('at'), text('actorType', 16), text('actorId', 64)],
        ...[text('action', 64), ...about, text('requestId', 64), longText('payload'), text('hash', 64)],
      ],
      [unique('uq_audit_entry_id', 'id'), index('ix_audit_entry_subject', 'subjectType', 'subjectId', 'seq')],
    );
    await makeAppendOnly(runner, 'audit_entry');
    await createTable(runner, 'audit_head', [key('id', 8), bigInt('seq'), text('hash', 64)]);
    await runner.query("INSERT INTO audit_head (id, seq, hash) VALUES ('head', 0, ?)", ['0'.repeat(64)]);
    await createTable(runner, 'outbox_message', [
      ...[sequence('seq'), text('type', 64), ...about, instant('at'), longText('payload'), int('version')],
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['outbox_message', 'audit_head', 'audit_entry']) await runner.dropTable(table);
  }
}
