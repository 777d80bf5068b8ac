/**
 * `npm run bench:import`: an invented form file through the real service, against the bare writing of the very rows it
 * leaves: `LOAD DATA LOCAL INFILE` on MariaDB, prepared rows in large transactions on SQLite. Service and floor take
 * turns. `BENCH_ROWS=1000000 BENCH_ROUNDS=1` is the run at full size.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariadb } from '../setup/mariadb.mjs';
import { loadDataFloor, preparedRowsFloor } from './floor-import.mjs';
import { writeFormFile } from './form-market.mjs';
import { importThrough } from './import-side.mjs';
import { quartiles, table } from './measure.mjs';
import { startRealService } from './service-side.mjs';

const rows = Number(process.env.BENCH_ROWS ?? 100_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const databases = (process.env.BENCH_DATABASES ?? 'mariadb,sqlite').split(',');
const goal = 0.2;
const memoryGoalMb = 200;

const folder = mkdtempSync(join(tmpdir(), 'market-bench-'));
const file = join(folder, 'answers.csv');

/** A database of its own for each round, so that each begins empty. */
async function open(kind) {
  if (kind === 'sqlite') {
    const path = (round) => join(folder, `service-${round}.sqlite`);
    return {
      url: (round) => `sqlite:${path(round)}`,
      make: async () => {},
      floor: async (round) => preparedRowsFloor(path(round), join(folder, `floor-${round}.sqlite`)),
      drop: async (round) => {
        for (const name of ['service', 'floor'])
          for (const end of ['', '-wal', '-shm', '.secret'])
            rmSync(join(folder, `${name}-${round}.sqlite${end}`), { force: true });
      },
      close: async () => {},
    };
  }
  const instance = await startMariadb({
    options: ['--innodb-buffer-pool-size=1G', '--innodb-log-file-size=1G'],
  });
  const connection = await instance.connect();
  return {
    pid: instance.pid(),
    url: (round) => instance.url(`service${round}`),
    make: (round) => connection.query(`CREATE DATABASE service${round}`),
    floor: (round) => loadDataFloor(instance, `service${round}`, `floor${round}`),
    drop: (round) => connection.query(`DROP DATABASE service${round}`),
    close: async () => {
      await connection.end();
      await instance.stop();
    },
  };
}

async function run(database, round) {
  await database.make(round);
  const env = { MAX_UPLOAD_MB: '4096', NODE_ENV: 'production', ...JSON.parse(process.env.BENCH_ENV ?? '{}') };
  const service = await startRealService(database.url(round), env, [
    ...['sellers:read', 'sellers:write', 'imports:read', 'imports:write'],
  ]);
  let result;
  try {
    result = await importThrough(service, file, rows, database.pid);
  } finally {
    await service.stop();
  }
  const floor = await database.floor(round);
  await database.drop(round);
  return {
    ...{ ...result, floorSeconds: floor.seconds, floorCpu: floor.cpu },
    floorEvenness: floor.firstTenth / floor.lastTenth,
  };
}

async function benchOn(kind) {
  const database = await open(kind);
  const runs = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      const result = await run(database, round);
      runs.push(result);
      const { seconds, floorSeconds, mbByTenth } = result;
      const rate = (spent) => Math.round(rows / spent);
      process.stderr.write(
        `  ${kind} ${round} of ${rounds}: ${rate(seconds)} rows/s (upload ${result.uploadSeconds.toFixed(1)} s, then ${Math.round(result.firstRate)} … ${Math.round(result.lastRate)}), floor ${rate(floorSeconds)}; MB by tenth ${mbByTenth.join(' ')}\n`,
      );
    }
  } finally {
    await database.close();
  }
  return runs;
}

function summarise(kind, runs) {
  const middle = (value) => quartiles(runs.map(value)).median;
  const ratio = quartiles(runs.map(({ seconds, floorSeconds }) => floorSeconds / seconds));
  const peak = Math.max(...runs.map(({ peakMb }) => peakMb));
  const micros = (value) => Math.round((middle(value) * 1e6) / rows);
  const met = ratio.median >= goal && peak <= memoryGoalMb;
  return {
    met,
    row: [
      ...[
        kind,
        rows,
        Math.round(rows / middle((r) => r.floorSeconds)),
        Math.round(rows / middle((r) => r.seconds)),
      ],
      ...[
        ratio.median.toFixed(2),
        `${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}`,
        met ? 'met' : 'NOT MET',
      ],
      ...[micros((r) => r.serviceCpu), micros((r) => r.databaseCpu) || '-', micros((r) => r.floorCpu)],
      ...[middle((r) => r.floorCpu / (r.serviceCpu + (r.databaseCpu || 0))).toFixed(2)],
      ...[
        middle((r) => r.lastRate / r.firstRate).toFixed(2),
        middle((r) => r.firstMicros / r.lastMicros).toFixed(2),
        middle((r) => r.databaseCpu)
          ? middle((r) => r.firstServiceMicros / r.lastServiceMicros).toFixed(2)
          : '-',
        middle((r) => r.floorEvenness).toFixed(2),
      ],
      ...[middle((r) => r.mbAt10000), middle((r) => r.mbAtEnd), peak].map(Math.round),
      ...[
        middle((r) => r.bystander.median),
        middle((r) => r.bystander.p99),
        middle((r) => r.bystander.longest),
      ].map(Math.round),
    ],
  };
}

const head = [
  ...['database', 'rows', 'floor/s', 'import/s', 'ratio', 'quartiles', `≥ ${goal}`],
  ...[
    'service µs',
    'db µs',
    'floor µs',
    'cpu ratio',
    'last/first',
    'by cpu',
    'service only',
    'floor last/first',
    'MB at 10k',
    'MB at end',
    'MB peak',
    'wait ms',
    'p99',
    'longest',
  ],
];

const results = [];
try {
  await writeFormFile(file, rows);
  for (const kind of databases) {
    const runs = await benchOn(kind);
    process.stderr.write(`  ${JSON.stringify(runs[0].counts)}\n`);
    results.push(summarise(kind, runs));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `\n${rounds} rounds, medians; µs is CPU time per row; MB above idle; wait is of somebody registering beside\n`,
);
console.log(table([head, ...results.map(({ row }) => row)]));
process.exitCode = results.every(({ met }) => met) ? 0 : 1;
