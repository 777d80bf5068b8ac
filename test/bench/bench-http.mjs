/**
 * `npm run bench:http`: the service against a plain server doing the same work, on MariaDB and on SQLite.
 * Floor and service take turns within every round; what counts is the ratio of neighbours. Goals are below.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariadb } from '../setup/mariadb.mjs';
import { startService } from '../setup/service.mjs';
import { cpuSeconds, quartiles, residentMb, table } from './measure.mjs';
import { startRealService } from './service-side.mjs';

const rounds = Math.max(5, Number(process.env.BENCH_ROUNDS ?? 5));
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const sellers = Number(process.env.BENCH_SELLERS ?? 20_000);
const databases = (process.env.BENCH_DATABASES ?? 'mariadb,sqlite').split(',');
const goals = {
  register: { mariadb: 1, sqlite: 1.5 },
  'read by id': { mariadb: 0.8, sqlite: 0.8 },
  'look up by username': { mariadb: 0.8, sqlite: 0.8 },
  'list a page of 50': { mariadb: 0.7, sqlite: 0.7 },
};

function load(order) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(order));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`The load generator ended with ${code}`)),
    );
  });
}

/** Fills the server through its own door and remembers what there is to read. */
async function fill(side) {
  const { next, errors, statuses } = await load({ ...target(side), from: 0, amount: sellers });
  if (errors > 0)
    throw new Error(`${side.name}: ${errors} registrations failed: ${JSON.stringify(statuses)}`);
  side.next = next;
  side.paths = { 'read by id': [], 'look up by username': [], 'list a page of 50': [] };
  let cursor = '';
  for (let page = 0; page < 40; page++) {
    const path = `/v1/sellers?limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const answer = await fetch(side.url + path, { headers: side.headers });
    const { items, nextCursor } = await answer.json();
    side.paths['list a page of 50'].push(path);
    for (const { id, username } of items) {
      side.paths['read by id'].push(`/v1/sellers/${id}`);
      side.paths['look up by username'].push(`/v1/sellers/by-username/${encodeURIComponent(username)}`);
    }
    if (!nextCursor) break;
    cursor = nextCursor;
  }
}

const target = ({ url, headers }) => ({ url, headers });

async function measure(side, work, databasePid, length = seconds) {
  const before = [cpuSeconds(side.pid), cpuSeconds(databasePid)];
  const order = { ...target(side), seconds: length, paths: side.paths[work], from: side.next };
  const result = await load(order);
  if (work === 'register') side.next = result.next;
  const after = [cpuSeconds(side.pid), cpuSeconds(databasePid)];
  if (result.errors > 0 || result.answered === 0)
    throw new Error(
      `${side.name}, ${work}: ${result.errors} errors, no run: ${JSON.stringify(result.statuses)}`,
    );
  const micros = after.map((used, i) => ((used - before[i]) * 1e6) / result.answered);
  return { rate: result.answered / result.seconds, cpu: micros[0], databaseCpu: micros[1], p99: result.p99 };
}

async function compare(sides, databasePid) {
  const runs = [];
  const works = Object.keys(goals);
  for (const work of works) for (const side of sides) await measure(side, work, databasePid, 2);
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`  round ${round + 1} of ${rounds}\n`);
    for (const work of works) {
      const order = round % 2 === 0 ? sides : [...sides].reverse();
      for (const side of order)
        runs.push({ work, side: side.name, ...(await measure(side, work, databasePid)) });
    }
  }
  return runs;
}

function summarise(database, runs) {
  const of = (work, side, what) =>
    runs.filter((run) => run.work === work && run.side === side).map((run) => run[what]);
  const middle = (work, side, what) => Math.round(quartiles(of(work, side, what)).median);
  return Object.entries(goals).map(([work, goal]) => {
    const floor = of(work, 'floor', 'rate');
    const ratio = quartiles(of(work, 'service', 'rate').map((rate, round) => rate / floor[round]));
    const cpu = quartiles(
      of(work, 'floor', 'cpu').map((used, round) => used / of(work, 'service', 'cpu')[round]),
    );
    const met = ratio.median >= goal[database];
    return {
      met,
      row: [
        ...[database, work, middle(work, 'floor', 'rate'), middle(work, 'service', 'rate')],
        ...[ratio.median.toFixed(2), `${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}`],
        ...[`≥ ${goal[database].toFixed(1)}`, met ? 'met' : 'NOT MET'],
        ...[middle(work, 'floor', 'cpu'), middle(work, 'service', 'cpu'), cpu.median.toFixed(2)],
        ...[middle(work, 'floor', 'databaseCpu') || '-', middle(work, 'service', 'databaseCpu') || '-'],
        middle(work, 'service', 'p99'),
      ],
    };
  });
}

/** The two addresses of one database kind, and how to take it away again. */
async function openDatabase(kind) {
  if (kind === 'mariadb') {
    const instance = await startMariadb({ options: ['--innodb-buffer-pool-size=512M'] });
    const connection = await instance.connect();
    await connection.query('CREATE DATABASE floor; CREATE DATABASE service');
    await connection.end();
    return { urlOf: (side) => instance.url(side), pid: instance.pid(), close: () => instance.stop() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'market-bench-'));
  const close = async () => rmSync(folder, { recursive: true, force: true });
  return { urlOf: (side) => `sqlite:${join(folder, side)}.sqlite`, close };
}

async function benchOn(kind) {
  process.stderr.write(`${kind}: starting and filling with ${sellers} sellers\n`);
  const database = await openDatabase(kind);
  const sides = [];
  try {
    const program = join(import.meta.dirname, `floor-${kind === 'mariadb' ? 'mysql' : 'sqlite'}.mjs`);
    const floor = await startService({
      program,
      env: { DATABASE_URL: database.urlOf('floor'), NODE_ENV: 'production' },
    });
    sides.push({ ...floor, name: 'floor', headers: {} });
    const service = process.env.BENCH_FLOOR_ONLY
      ? await startService({
          program,
          env: { DATABASE_URL: database.urlOf('service'), NODE_ENV: 'production' },
        })
      : await startRealService(database.urlOf('service'));
    sides.push({ headers: {}, ...service, name: 'service' });
    for (const side of sides) await fill(side);
    const runs = await compare(sides, database.pid);
    process.stderr.write(`  service: ${Math.round(residentMb(service.pid))} MB resident\n`);
    return summarise(kind, runs);
  } finally {
    for (const side of sides) await side.stop();
    await database.close();
  }
}

const head = [
  ...['database', 'work', 'floor/s', 'service/s', 'ratio', 'quartiles', 'goal', ''],
  ...['floor µs', 'service µs', 'cpu ratio', 'floor db µs', 'service db µs', 'p99 ms'],
];
const results = [];
for (const kind of databases) results.push(...(await benchOn(kind)));
console.log(`\n32 connections, ${rounds} rounds of ${seconds} s, medians; µs is CPU time per request\n`);
console.log(table([head, ...results.map(({ row }) => row)]));
process.exitCode = results.every(({ met }) => met) ? 0 : 1;
