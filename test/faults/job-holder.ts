import BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MortalService } from './mortal-service.js';
import { chance } from './killed-import.js';

/** Looks at the one import job from outside: who holds it, and whether they are in the middle of a transaction. */
export interface JobWatch {
  holder(): Promise<{ pid: number; fence: number } | undefined>;
  /** Whether nobody keeps the job from being written. */
  isFree(): Promise<boolean>;
  close(): Promise<void>;
}

const question = "SELECT leaseOwner, fence FROM job WHERE kind = 'import' AND state = 'running'";

interface Row {
  leaseOwner: string;
  fence: number;
}

const holderOf = (row: Row | undefined) =>
  row && { pid: Number(row.leaseOwner.split(':')[1]), fence: Number(row.fence) };

export const watchJob = (databaseUrl: string): Promise<JobWatch> =>
  databaseUrl.startsWith('sqlite:')
    ? Promise.resolve(onSqlite(databaseUrl.slice('sqlite:'.length)))
    : onServer(databaseUrl);

function onSqlite(file: string): JobWatch {
  const database = new BetterSqlite3(file, { timeout: 0 });
  return {
    holder: async () => holderOf(database.prepare(question).get() as Row | undefined),
    isFree: async () => {
      try {
        database.exec('BEGIN IMMEDIATE');
        database.exec('ROLLBACK');
        return true;
      } catch {
        return false;
      }
    },
    close: async () => void database.close(),
  };
}

async function onServer(url: string): Promise<JobWatch> {
  const connection = await createConnection(url);
  return {
    holder: async () => holderOf(((await connection.query(question))[0] as Row[])[0]),
    isFree: async () => {
      try {
        await connection.query('BEGIN');
        await connection.query(`${question} FOR UPDATE NOWAIT`);
        return true;
      } catch {
        return false;
      } finally {
        await connection.query('ROLLBACK');
      }
    },
    close: () => connection.end(),
  };
}

/**
 * Freezes whichever service holds the job, between two of its transactions: frozen inside of one it would keep the
 * others waiting, not let them take over. Answers undefined when the job ended first.
 */
export async function freezeHolder(
  watch: JobWatch,
  services: readonly MortalService[],
): Promise<{ frozen: MortalService; fence: number } | undefined> {
  for (;;) {
    const holder = await watch.holder();
    if (!holder) return undefined;
    const service = services.find(({ pid }) => pid === holder.pid)!;
    process.kill(service.pid, 'SIGSTOP');
    const held = await watch.holder();
    if (held?.fence === holder.fence && (await watch.isFree()))
      return { frozen: service, fence: holder.fence };
    process.kill(service.pid, 'SIGCONT');
    await sleep(chance() * 10);
  }
}
