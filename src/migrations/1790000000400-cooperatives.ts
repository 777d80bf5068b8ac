import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  bigInt,
  createTable,
  id,
  instant,
  int,
  key,
  optional,
  sequence,
  text,
  unique,
} from '../platform/database/schema.js';

export class Cooperatives1790000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const names = [text('fullName', 200), text('shortName', 100), text('regionCode', 2)];
    const further = [text('province', 40, optional), text('kind', 16, optional), text('status', 16)];
    await createTable(
      runner,
      'cooperative',
      [
        ...[id(), text('registrationNumber', 6), ...names, ...further],
        ...[int('version'), instant('createdAt'), instant('updatedAt')],
      ],
      [unique('uq_cooperative_registration_number', 'registrationNumber')],
    );
    await createTable(runner, 'cooperative_alias', [
      ...[key('cooperativeId', 26), sequence('position'), text('alias', 200)],
    ]);
    await createTable(runner, 'cooperative_directory', [key('id', 8), bigInt('version')]);
    await runner.query("INSERT INTO cooperative_directory (id, version) VALUES ('head', 0)");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['cooperative_directory', 'cooperative_alias', 'cooperative'])
      await runner.dropTable(table);
  }
}
