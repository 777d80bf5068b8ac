/** Floors of the import bench: the rows an import left, loaded again into equal empty tables, and nothing else. */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { cpuSeconds } from './measure.mjs';

/** Whatever an import writes for its rows. */
const tables = [
  ...['seller', 'seller_category', 'username_reservation', 'import_row', 'import_row_key'],
  ...['audit_entry', 'outbox_message'],
];

/** `LOAD DATA LOCAL INFILE`, one statement a table, from files in the order of the primary key. Answers seconds and CPU seconds. */
export async function loadDataFloor(instance, from, to) {
  const cpu = () => cpuSeconds(process.pid) + cpuSeconds(instance.pid());
  const connection = await instance.connect();
  const folder = mkdtempSync(join(instance.folder, 'rows-'));
  try {
    await connection.query(`DROP DATABASE IF EXISTS ${to}; CREATE DATABASE ${to}`);
    for (const table of tables) {
      await connection.query(`CREATE TABLE ${to}.${table} LIKE ${from}.${table}`);
      await connection.query(
        `SELECT * INTO OUTFILE '${folder}/${table}' CHARACTER SET utf8mb4 FROM ${from}.${table} ORDER BY 1, 2`,
      );
    }
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    const start = performance.now();
    const before = cpu();
    for (const table of tables)
      await connection.query({
        sql: `LOAD DATA LOCAL INFILE '${table}' INTO TABLE ${to}.${table} CHARACTER SET utf8mb4`,
        infileStreamFactory: () => createReadStream(join(folder, table), { highWaterMark: 1 << 20 }),
      });
    const floor = { seconds: (performance.now() - start) / 1_000, cpu: cpu() - before };
    await compareCounts(connection, from, to);
    await connection.query(`DROP DATABASE ${to}`);
    return floor;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await connection.end();
  }
}

async function compareCounts(connection, from, to) {
  for (const table of tables) {
    const count = (database) => `(SELECT COUNT(*) FROM ${database}.${table})`;
    const [[{ same }]] = await connection.query(`SELECT ${count(from)} = ${count(to)} AS same`);
    if (!same) throw new Error(`The floor lost rows of ${table}`);
  }
}

/** Prepared rows in transactions of 20,000 with a cache of 256 MB; only the writing is timed. Answers seconds and CPU seconds. */
export function preparedRowsFloor(from, to) {
  const source = new BetterSqlite3(from, { readonly: true });
  const target = new BetterSqlite3(to);
  target.pragma('journal_mode = WAL');
  target.pragma('synchronous = FULL');
  target.pragma('cache_size = -262144');
  let [spent, used] = [0, 0];
  const timed = (work) => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    work();
    spent += performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    used += user + system;
  };
  for (const table of tables) {
    const made = source.prepare(
      "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('table', 'index')",
    );
    for (const { sql } of made.all(table)) if (sql) target.exec(sql);
    const select = source.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw();
    const marks = select.columns().map(() => '?');
    const insert = target.prepare(`INSERT INTO ${table} VALUES (${marks.join(',')})`);
    const write = target.transaction((rows) => rows.forEach((row) => insert.run(row)));
    let rows = [];
    for (const row of select.iterate()) {
      if (rows.push(row) < 20_000) continue;
      timed(() => write(rows));
      rows = [];
    }
    timed(() => write(rows));
  }
  timed(() => target.pragma('wal_checkpoint(TRUNCATE)'));
  source.close();
  target.close();
  return { seconds: spent / 1_000, cpu: used / 1e6 };
}
