import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { TableRefused } from '../table-refused.js';
import type { SheetRow } from './sheet-scanner.js';
import { WorkbookReader } from './workbook-reader.js';
import type { WorkerAnswer, WorkerTask } from './workbook-thread.js';

/** Rows in one message, and how many messages may wait to be taken. */
const ROWS_AT_ONCE = 200;
const MOST_WAITING = 4;

const port = parentPort!;
const task = workerData as WorkerTask;
const say = (answer: WorkerAnswer): void => port.postMessage(answer);

try {
  const reader = await WorkbookReader.open(task.fd, task.limits);
  if (task.kind === 'survey') say({ survey: await reader.survey() });
  else await giveRows(reader, task.sheet, task.after);
  say({ end: true });
} catch (error) {
  if (!(error instanceof TableRefused)) throw error;
  const { reason, text, line } = error;
  say({ refused: { reason, text, line } });
}
port.close();

/** The header, then all rows after `after`; waits while the reader of the messages is behind. */
async function giveRows(reader: WorkbookReader, sheet: string, after: number): Promise<void> {
  let [taken, sent, row] = [0, 0, -1];
  port.on('message', () => taken++);
  const send = async (rows: SheetRow[], first: number) => {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      say({ rows: rows.slice(at, at + ROWS_AT_ONCE), first: first + at });
      for (sent++; sent - taken > MOST_WAITING;) await once(port, 'message');
    }
  };
  await reader.rows(sheet, async (rows) => {
    const begin = row + 1;
    row += rows.length;
    if (begin === 0) say({ header: rows[0]!.cells });
    const skip = Math.max(1, after + 1) - begin;
    await send(skip > 0 ? rows.slice(skip) : rows, begin + Math.max(0, skip));
    return true;
  });
}
