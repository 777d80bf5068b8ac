import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';

/** The thread of `SqliteLog`: copies as many times as it is told to, and says when it has. */
const handle = new BetterSqlite3(workerData as string);
handle.pragma('synchronous = FULL');
handle.pragma('cache_size = -256');

parentPort!.on('message', (passes: number) => {
  for (let pass = 0; pass < passes; pass++) handle.pragma('wal_checkpoint(PASSIVE)');
  parentPort!.postMessage('copied');
});
