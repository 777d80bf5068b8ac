import { Table, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

/** Column shapes for migrations; the mirror of `columns.ts`. */
type Nullable = { isNullable?: boolean };
export const isSqlite = (runner: QueryRunner) => runner.dataSource.options.type === 'better-sqlite3';

export type ColumnOf = (runner: QueryRunner) => TableColumnOptions;
export const id = (name = 'id'): ColumnOf => key(name, 26);
export const key =
  (name: string, length: number): ColumnOf =>
  () => ({
    ...{ name, type: 'varchar', length: String(length), isPrimary: true },
  });
export const sequence =
  (name: string): ColumnOf =>
  () => ({ name, type: 'bigint', isPrimary: true });
export const text =
  (name: string, length: number, nullable: Nullable = {}): ColumnOf =>
  () => ({
    ...{ name, type: 'varchar', length: String(length), ...nullable },
  });
export const instant = (name: string, nullable: Nullable = {}): ColumnOf => text(name, 24, nullable);
export const int =
  (name: string, nullable: Nullable = {}): ColumnOf =>
  (runner) => ({ name, type: isSqlite(runner) ? 'integer' : 'int', ...nullable });
export const bigInt =
  (name: string, nullable: Nullable = {}): ColumnOf =>
  () => ({ name, type: 'bigint', ...nullable });
export const flag =
  (name: string, nullable: Nullable = {}): ColumnOf =>
  () => ({ name, type: 'tinyint', ...nullable });
export const longText =
  (name: string, nullable: Nullable = {}): ColumnOf =>
  (runner) => ({
    ...{ name, type: isSqlite(runner) ? 'text' : 'mediumtext', ...nullable },
  });
export const bytes =
  (name: string, nullable: Nullable = {}): ColumnOf =>
  (runner) => ({
    ...{ name, type: isSqlite(runner) ? 'blob' : 'mediumblob', ...nullable },
  });
export const optional: Nullable = { isNullable: true };

export interface IndexOf {
  name: string;
  columnNames: string[];
  isUnique: boolean;
}
export const unique = (name: string, ...columnNames: string[]): IndexOf => ({
  name,
  columnNames,
  isUnique: true,
});
export const index = (name: string, ...columnNames: string[]): IndexOf => ({
  name,
  columnNames,
  isUnique: false,
});

export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: readonly ColumnOf[],
  indices: readonly IndexOf[] = [],
  withoutRowid = false,
): Promise<void> {
  await runner.createTable(
    new Table({
      ...{ name, withoutRowid },
      columns: columns.map((column) => column(runner)),
      indices: indices.map((options) => new TableIndex(options)),
    }),
  );
}

/** Lets the database itself refuse to change or delete rows: facts are only added. */
export async function makeAppendOnly(runner: QueryRunner, table: string): Promise<void> {
  for (const verb of ['UPDATE', 'DELETE']) {
    const head = `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}`;
    const sqlite = `${head} BEGIN SELECT RAISE(ABORT, '${table} is append only'); END`;
    const mysql = `${head} FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${table} is append only'`;
    await runner.query(isSqlite(runner) ? sqlite : mysql);
  }
}

/** Every table made afterwards compares text byte by byte, blanks at the end included. */
export async function compareTextByBytes(runner: QueryRunner): Promise<void> {
  if (isSqlite(runner)) return;
  const collation = runner.dataSource.options.type === 'mariadb' ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin';
  const database = await runner.getCurrentDatabase();
  await runner.query(`ALTER DATABASE \`${database}\` CHARACTER SET utf8mb4 COLLATE ${collation}`);
}
