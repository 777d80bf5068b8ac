import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  flag,
  id,
  index,
  instant,
  int,
  longText,
  optional,
  text,
  unique,
} from '../platform/database/schema.js';

export class Access1790000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'staff',
      [
        ...[id(), text('username', 64), text('usernameKey', 64), text('displayName', 200)],
        ...[text('passwordHash', 200), text('role', 16), text('status', 16), flag('mustChangePassword')],
        ...[instant('createdAt'), instant('updatedAt'), int('version')],
      ],
      [unique('uq_staff_username_key', 'usernameKey'), index('ix_staff_role', 'role', 'status')],
    );
    await createTable(
      runner,
      'staff_session',
      [
        ...[id(), text('tokenHash', 64), text('staffId', 26)],
        ...[instant('createdAt'), instant('expiresAt'), instant('revokedAt', optional)],
      ],
      [
        unique('uq_staff_session_token', 'tokenHash'),
        index('ix_staff_session_staff', 'staffId'),
        index('ix_staff_session_expires', 'expiresAt'),
      ],
    );
    await createTable(
      runner,
      'access_key',
      [
        ...[id(), text('name', 100), text('owner', 200), text('prefix', 32), text('keyHash', 64)],
        ...[longText('scopes'), longText('cooperativeIds', optional)],
        ...[instant('createdAt'), instant('expiresAt'), instant('lastUsedAt', optional)],
        ...[instant('revokedAt', optional), text('rotatedFrom', 26, optional), int('version')],
      ],
      [
        unique('uq_access_key_prefix', 'prefix'),
        unique('uq_access_key_hash', 'keyHash'),
        unique('uq_access_key_rotated_from', 'rotatedFrom'),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['access_key', 'staff_session', 'staff']) await runner.dropTable(table);
  }
}
