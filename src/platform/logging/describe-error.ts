/**
 * What a log may say about an error: kind, code and where; its message only where it cannot carry data. Messages
 * of database drivers quote the values of the row (`Duplicate entry '0812345678'`), so they are left out.
 */
export function describeError(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { error: { name: typeof thrown } };
  const { code, errno, sqlState } = thrown as { code?: unknown; errno?: unknown; sqlState?: unknown };
  const fromDatabase = ['sql', 'query', 'sqlMessage', 'driverError'].some((key) => key in thrown);
  const frames = (thrown.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    error: {
      name: thrown.name,
      code,
      errno,
      sqlState,
      message: fromDatabase || isSqlite(code) ? undefined : thrown.message,
      stack: frames.slice(0, 12).map((line) => line.trim()),
      cause: thrown.cause === undefined ? undefined : describeError(thrown.cause).error,
    },
  };
}

const isSqlite = (code: unknown) => typeof code === 'string' && code.startsWith('SQLITE_');
