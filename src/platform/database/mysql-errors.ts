/** Errors after which nothing is known of the connection, or there is none. */
export function isLost(error: unknown): boolean {
  const { code, fatal } = error as { code?: string; fatal?: boolean };
  return fatal === true || /^(PROTOCOL_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/.test(code ?? '');
}

/** Values of a failed statement may be personal; the message keeps none of them. */
export function withoutValues(error: Error & { sql?: string; sqlMessage?: string }): Error {
  delete error.sql;
  delete error.sqlMessage;
  error.message = error.message.replace(/'[^']*'/g, "'…'");
  return error;
}
