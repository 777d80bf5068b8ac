import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  index,
  instant,
  int,
  key,
  optional,
  text,
  unique,
  type ColumnOf,
  type IndexOf,
} from '../platform/database/schema.js';

interface Shape {
  columns: ColumnOf[];
  indices?: IndexOf[];
  withoutRowid: boolean;
}

const reservation = [text('username', 300, optional), instant('givenAt')];
const rowKey = [text('importId', 26), int('rowNo')];
const rehearsedRowKey = (length: number) => [key('importId', 26), key('keyHash', length), int('rowNo')];
const rehearsedUsername = (length: number) => [
  ...[key('rehearsalId', 26), key('keyHash', length), text('sellerId', 26)],
];

const after: Record<string, Shape> = {
  username_reservation: {
    columns: [key('sellerId', 26), key('keyHash', 32), text('skeletonKey', 32), ...reservation],
    indices: [unique('uq_username_reservation_key', 'skeletonKey', 'keyHash')],
    withoutRowid: true,
  },
  import_row_key: { columns: [key('keyHash', 32), ...rowKey], withoutRowid: true },
  rehearsed_import_row_key: { columns: rehearsedRowKey(32), withoutRowid: false },
  rehearsed_username: { columns: rehearsedUsername(32), withoutRowid: false },
};

const before: Record<string, Shape> = {
  username_reservation: {
    columns: [key('keyHash', 64), text('skeleton', 300, optional), text('sellerId', 26), ...reservation],
    indices: [
      index('ix_username_reservation_seller', 'sellerId'),
      index('ix_username_reservation_skeleton', 'skeleton'),
    ],
    withoutRowid: false,
  },
  import_row_key: { columns: [key('keyHash', 64), ...rowKey], withoutRowid: true },
  rehearsed_import_row_key: { columns: rehearsedRowKey(64), withoutRowid: false },
  rehearsed_username: { columns: rehearsedUsername(64), withoutRowid: false },
};

/**
 * Half of every keyed hash tells texts apart as well as the whole, a hash of cooperative and name as well as both, and
 * a username is found by that of what look-alikes share: fewer indices in no order of time, and smaller ones. Broken
 * off, it can be begun again.
 */
export class ShortKeys1790000000910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, shape] of Object.entries(after)) await rebuild(runner, table, shape);
    await runner.query(
      `UPDATE seller SET samePhone = SUBSTR(samePhone, 1, 32), sameMember = CASE
       WHEN sameMember LIKE 'remake:%' THEN sameMember ELSE SUBSTR(sameMember, 1, 32) END`,
    );
    await hashNames(runner);
    // Plans know sellers by the keys of before, so they are made again when they are confirmed.
    await runner.query("UPDATE import_run SET planSeq = 0 WHERE status IN ('planning', 'planned')");
  }

  /** Halves do not become wholes again, nor do look-alikes: the version of before will not know what is there. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "UPDATE seller SET whoKey = CONCAT(cooperativeId, '\n', firstNameFolded, lastNameFolded)",
    );
    for (const [table, shape] of Object.entries(before)) await rebuild(runner, table, shape);
  }
}

/** The values of the new columns where they are not those of the old. */
const made: Record<string, string> = {
  keyHash: 'SUBSTR(keyHash, 1, 32)',
  // Made by the service when it starts: it takes the data secret.
  skeletonKey: "''",
  skeleton: 'NULL',
};

async function rebuild(runner: QueryRunner, table: string, shape: Shape): Promise<void> {
  const old = `${table}_old`;
  if (await runner.hasTable(old)) await runner.dropTable(table, true);
  else await runner.query(`ALTER TABLE ${table} RENAME TO ${old}`);
  await createTable(runner, table, shape.columns, shape.indices, shape.withoutRowid);
  const names = shape.columns.map((column) => column(runner).name);
  const values = names.map((name) => made[name] ?? name);
  await runner.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${old} ORDER BY 1, 2`,
  );
  await runner.dropTable(old);
}

const atOnce = 500;

async function hashNames(runner: QueryRunner): Promise<void> {
  for (let last = ''; ;) {
    const sellers = (await runner.query(
      "SELECT id, whoKey FROM seller WHERE id > ? AND whoKey LIKE '%\n%' ORDER BY id LIMIT ?",
      [last, atOnce],
    )) as { id: string; whoKey: string }[];
    if (sellers.length === 0) return;
    const cases = sellers.flatMap(({ id, whoKey }) => [id, halfSha256(whoKey)]);
    await runner.query(
      `UPDATE seller SET whoKey = CASE id ${'WHEN ? THEN ? '.repeat(sellers.length)}END
       WHERE id IN (${sellers.map(() => '?').join(', ')})`,
      [...cases, ...sellers.map(({ id }) => id)],
    );
    last = sellers.at(-1)!.id;
  }
}

const halfSha256 = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
