/** A value that both databases take as a parameter. Times are RFC 3339 text, flags are 0 and 1. */
export type SqlValue = string | number | bigint | null | Buffer;
export type SqlRow = Record<string, unknown>;

/** One conversation with the database. SQL uses `?` and only what SQLite, MariaDB and MySQL share. */
export interface Connection {
  /** Rows of a query. */
  all<T = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<T[]>;
  /** The first row of a query. */
  one<T = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<T | undefined>;
  /** Number of rows an INSERT, UPDATE or DELETE touched (matched, on every engine). */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
  /** Like `run`, where nobody needs the number; may fail only with a later statement. */
  tell(sql: string, params?: readonly SqlValue[]): Promise<void>;
  /** Inserts the rows in the engine's fastest way; every row has a value for every column. */
  insertMany(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void>;
}

/** A connection on which a transaction is open. */
export interface TransactionConnection extends Connection {
  commit(): Promise<void>;
  /** Never throws: a connection that cannot roll back is thrown away, which has the same effect. */
  rollback(): Promise<void>;
}

/** What Database needs to know of an engine; one implementation for SQLite, one for MariaDB and MySQL. */
export interface Engine {
  readonly dialect: 'sqlite' | 'mariadb' | 'mysql';
  /** Sees only what is committed. */
  readonly reader: Connection;
  /** A connection for the write transaction, which begins with the first question. Throws Unavailable. */
  begin(): Promise<TransactionConnection>;
  /** Takes what the database has answered meanwhile, before its turn in the event loop comes. */
  look?(): unknown;
  /** What a failed statement or commit means for the work as a whole. */
  classify(error: unknown): 'transient' | 'duplicate' | 'unavailable' | 'fault';
  close(): Promise<void>;
}
