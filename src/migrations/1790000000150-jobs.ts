import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  id,
  index,
  instant,
  int,
  longText,
  optional,
  text,
} from '../platform/database/schema.js';

export class Jobs1790000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'job',
      [
        ...[id(), text('kind', 64), text('subjectId', 64), text('state', 16), int('attempts')],
        ...[instant('runAfter'), instant('leaseUntil', optional), text('leaseOwner', 64, optional)],
        ...[int('fence'), longText('progress', optional), text('lastError', 64, optional)],
        ...[instant('createdAt'), instant('finishedAt', optional)],
      ],
      [
        index('ix_job_state', 'state', 'runAfter'),
        index('ix_job_subject', 'kind', 'subjectId'),
        index('ix_job_finished', 'finishedAt'),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('job');
  }
}
