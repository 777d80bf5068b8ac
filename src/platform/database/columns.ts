import { Column, getMetadataArgsStorage, PrimaryColumn, type ColumnOptions } from 'typeorm';
import type { TableOf } from './database.js';

/**
 * Columns that mean the same on SQLite, MariaDB and MySQL. Text is compared byte by byte everywhere: every table has
 * a binary NO PAD collation. Times are RFC 3339 text in UTC with milliseconds, so that text order is time order.
 */
type Options = Pick<ColumnOptions, 'nullable' | 'default'>;

/** ULID, 26 characters. */
export const IdColumn = () => PrimaryColumn({ type: 'varchar', length: 26 });
/** A primary key that is not a ULID: a hash, a code. */
export const KeyColumn = (length: number) => PrimaryColumn({ type: 'varchar', length });
/** A primary key that counts. */
export const SequenceColumn = () => PrimaryColumn({ type: 'bigint' });
export const TextColumn = (length: number, options: Options = {}) =>
  Column({ type: 'varchar', length, ...options });
export const InstantColumn = (options: Options = {}) => Column({ type: 'varchar', length: 24, ...options });
export const IntColumn = (options: Options = {}) => Column({ type: 'int', ...options });
export const BigIntColumn = (options: Options = {}) => Column({ type: 'bigint', ...options });
/** 0 or 1. */
export const FlagColumn = (options: Options = {}) => Column({ type: 'tinyint', ...options });
/** Up to 16 MB of text, often JSON. */
export const LongTextColumn = (options: Options = {}) =>
  Column({ type: 'text', comment: 'long', ...options });
/** Up to 16 MB of bytes. */
export const BytesColumn = (options: Options = {}) => Column({ type: 'blob', comment: 'long', ...options });

const longTypes: Record<string, 'mediumtext' | 'mediumblob'> = { text: 'mediumtext', blob: 'mediumblob' };

/** MariaDB and MySQL cut plain `text` and `blob` at 64 kB and need the longer ones; SQLite knows only the plain. */
export function adaptLongColumns(dialect: 'sqlite' | 'mariadb' | 'mysql'): void {
  for (const { options } of getMetadataArgsStorage().columns) {
    if (options.comment !== 'long') continue;
    delete options.comment;
    if (dialect !== 'sqlite') options.type = longTypes[String(options.type)]!;
  }
}

/** Name and columns of an entity's table, for `Database.insert`. */
export function tableOf<Row extends object>(entity: new () => Row): TableOf<Row> {
  const storage = getMetadataArgsStorage();
  const name = storage.tables.find((table) => table.target === entity)?.name;
  if (!name) throw new Error(`${entity.name} is not an entity with a table name`);
  const columns = storage.columns.filter((column) => column.target === entity).map((c) => c.propertyName);
  return { name, columns: columns as (keyof Row & string)[] };
}
