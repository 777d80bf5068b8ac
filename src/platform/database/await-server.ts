import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { parseDatabaseUrl } from '../config/database-url.js';

const away =
  /^(?:ECONN|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|PROTOCOL_|ER_CON_COUNT|ER_SERVER_SHUTDOWN|ER_TOO_MANY)/;

/**
 * Waits until the server of `databaseUrl` takes connections; an embedded database always does. Calls `onAbsence`
 * once if it does not at first. Other errors, such as a wrong password, are left to whoever opens the database.
 */
export async function awaitServer(
  databaseUrl: string,
  onAbsence: (code: string) => Promise<void>,
): Promise<void> {
  const target = parseDatabaseUrl(databaseUrl);
  if (target.kind === 'sqlite') return;
  const { host, port, user, password, database } = target;
  for (let tries = 0; ; tries++) {
    try {
      const connection = await createConnection({
        host,
        port,
        user,
        password,
        database,
        connectTimeout: 5_000,
      });
      return await connection.end();
    } catch (error) {
      const code = String((error as { code?: unknown }).code);
      if (!away.test(code)) return;
      if (tries === 0) await onAbsence(code);
      await sleep(1_000);
    }
  }
}
