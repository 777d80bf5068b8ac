import { workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { prepareHandle, SqliteStatements } from './sqlite-handle.js';
import type { Answer, InsideStep, Step, ThreadData } from './sqlite-writer.js';

/**
 * The thread that writes: it carries out the steps of each message in order and answers with the values asked for.
 * Waiting for the disk, or for another process that writes, happens here and keeps nobody from being served.
 */
const { file, port, timeoutMs } = workerData as ThreadData;
const handle = new BetterSqlite3(file, { timeout: timeoutMs });
prepareHandle(handle);
const statements = new SqliteStatements(handle);

/** What failed since the last answer: the steps after it are not to be done. */
let failure: Answer | undefined;

port.on('message', (steps: Step[]) => {
  const values = carryOut(steps);
  if (!steps.some(({ asks }) => asks)) return;
  port.postMessage(failure ?? { values });
  failure = undefined;
  if (!handle.open) port.close();
});

function carryOut(steps: readonly Step[]): unknown[] {
  const values: unknown[] = [];
  for (const step of steps) {
    if (failure && step.do !== 'rollback') continue;
    try {
      const value = take(step);
      if (step.asks) values.push(value);
    } catch (error) {
      const { message, code } = error as { message: string; code?: string };
      failure = { error: { message, code } };
    }
  }
  return values;
}

function take(step: Step): unknown {
  switch (step.do) {
    case 'begin':
      return begin();
    case 'rollback':
      return void (handle.inTransaction && handle.exec('ROLLBACK'));
    case 'limitLog':
      return void handle.pragma(`wal_autocheckpoint = ${step.pages}`);
    case 'close':
      return void handle.close();
    default:
      return takeInside(step);
  }
}

/** It has waited for the other process as long as anybody may; to try again at once would only make all wait as long again. */
function begin(): void {
  try {
    handle.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    throw Object.assign(new Error(message), { code: code?.startsWith('SQLITE_BUSY') ? 'WRITER_BUSY' : code });
  }
}

/** On a full disk SQLite gives the whole transaction up; what comes after must not be written by itself. */
function takeInside(step: InsideStep): unknown {
  if (!handle.inTransaction)
    throw Object.assign(new Error('the transaction is lost'), { code: 'TRANSACTION_LOST' });
  switch (step.do) {
    case 'commit':
      return void handle.exec('COMMIT');
    case 'insert':
      return statements.insert(step.table, step.columns, step.rows);
    default:
      return statements[step.do](step.sql, step.params);
  }
}
