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

const tenths = Array.from({ length: 10 }, (_, tenth) => tenth);

/** Seconds that the first tenth of all tables' rows took, and the last. */
const ends = (spent) => ({ firstTenth: spent[0], lastTenth: spent[9] });

/**
 * `LOAD DATA LOCAL INFILE`, ten statements a table, from files in the order of the primary key. Answers seconds, those of
 * the first and the last tenth of the rows, and CPU seconds.
 */
export async function loadDataFloor(instance, from, to) {
  const cpu = () => cpuSeconds(process.pid) + cpuSeconds(instance.pid());
  const connection = await instance.connect();
  const folder = mkdtempSync(join(instance.folder, 'rows-'));
  try {
    await connection.query(`DROP DATABASE IF EXISTS ${to}; CREATE DATABASE ${to}`);
    for (const table of tables) {
      await connection.query(`CREATE TABLE ${to}.${table} LIKE ${from}.${table}`);
      await writeOut(connection, `${from}.${table}`, join(folder, table));
    }
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    const start = performance.now();
    const before = cpu();
    const spent = tenths.map(() => 0);
    for (const table of tables)
      for (const tenth of tenths) {
        const begun = performance.now();
        await connection.query({
          sql: `LOAD DATA LOCAL INFILE '${table}' INTO TABLE ${to}.${table} CHARACTER SET utf8mb4`,
          infileStreamFactory: () =>
            createReadStream(join(folder, `${table}.${tenth}`), { highWaterMark: 1 << 20 }),
        });
        spent[tenth] += (performance.now() - begun) / 1_000;
      }
    const floor = { seconds: (performance.now() - start) / 1_000, cpu: cpu() - before, ...ends(spent) };
    await compareCounts(connection, from, to);
    await connection.query(`DROP DATABASE ${to}`);
    return floor;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await connection.end();
  }
}

/** A table in ten files of as many rows, in the order of its primary key. */
async function writeOut(connection, table, path) {
  const [[{ many }]] = await connection.query(`SELECT COUNT(*) AS many FROM ${table}`);
  const from = (tenth) => Math.round((Number(many) * tenth) / 10);
  for (const tenth of tenths)
    await connection.query(
      `SELECT * INTO OUTFILE '${path}.${tenth}' CHARACTER SET utf8mb4 FROM ${table} ORDER BY 1, 2
       LIMIT ${from(tenth + 1) - from(tenth)} OFFSET ${from(tenth)}`,
    );
}

async function compareCounts(connection, from, to) {
  for (const table of tables) {
    const count = (database) => `(SELECT COUNT(*) FROM ${database}.${table})`;
    const [[{ same }]] = await connection.query(`SELECT ${count(from)} = ${count(to)} AS same`);
    if (!same) throw new Error(`The floor lost rows of ${table}`);
  }
}

/**
 * Prepared rows in transactions of 20,000 (a tenth at most) with a cache of 256 MB; only the writing is timed. Answers
 * seconds, those of the first and the last tenth of the rows, and CPU seconds.
 */
export function preparedRowsFloor(from, to) {
  const source = new BetterSqlite3(from, { readonly: true });
  const target = new BetterSqlite3(to);
  target.pragma('journal_mode = WAL');
  target.pragma('synchronous = FULL');
  target.pragma('cache_size = -262144');
  const spent = [...tenths, 'end'].map(() => 0);
  let used = 0;
  const timed = (tenth, work) => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    work();
    spent[tenth] += (performance.now() - start) / 1_000;
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
    const many = source.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get();
    let [rows, done] = [[], 0];
    for (const row of select.iterate()) {
      const tenth = Math.floor((done++ * 10) / many);
      rows.push(row);
      if (rows.length < 20_000 && Math.floor((done * 10) / many) === tenth) continue;
      timed(tenth, () => write(rows));
      rows = [];
    }
  }
  timed(10, () => target.pragma('wal_checkpoint(TRUNCATE)'));
  source.close();
  target.close();
  return { seconds: spent.reduce((sum, each) => sum + each), cpu: used / 1e6, ...ends(spent) };
}
