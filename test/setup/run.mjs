/**
 * What `npm test` runs after the build: the unit and architecture tests, then the one e2e suite (with the fault
 * tests) on embedded SQLite, then the same suite on MariaDB or MySQL. Arguments go on to Jest, for example
 * `npm test -- sellers`. The last line is the sum of all runs.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer, startMariadb } from './mariadb.mjs';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
/** Whatever a test leaves behind is in here, and goes with it. */
const temporary = mkdtempSync(join(tmpdir(), 'market-test-'));
const cache = join(tmpdir(), 'market-jest-cache');
const total = { passed: 0, failed: 0, skipped: 0 };
let runs = 0;
let running;

process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.once(signal, () => {
    if (!running) process.exit(code);
    running.once('exit', () => process.exit(code));
    running.kill('SIGTERM');
  });

/** `node test/setup/run.mjs faults` runs the fault tests only, FAULT_ROUNDS times each. */
const onlyFaults = process.argv[2] === 'faults';
const forJest = process.argv.slice(onlyFaults ? 3 : 2);
const suite = onlyFaults ? ['faults'] : ['e2e', 'faults'];
const serverSuite = findServer() ? [...suite, 'server-faults'] : suite;

const say = (text) => process.stdout.write(`\n▶ ${text}\n`);

/** Counts of one Jest run; a suite that could not even start is one failure, and so is a Jest that died. */
function countsOf(file, exitCode) {
  try {
    const answer = JSON.parse(readFileSync(file, 'utf8'));
    const failed = answer.numFailedTests + answer.numRuntimeErrorTestSuites;
    return {
      passed: answer.numPassedTests,
      failed: failed === 0 && exitCode !== 0 ? 1 : failed,
      skipped: answer.numPendingTests + answer.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function run(name, projects, env = {}) {
  say(name);
  const output = join(temporary, `${++runs}.json`);
  const options = [
    '--passWithNoTests',
    '--json',
    '--maxWorkers=2',
    `--cacheDirectory=${cache}`,
    `--outputFile=${output}`,
  ];
  running = spawn(
    process.execPath,
    [jest, '--selectProjects', ...projects, ...options, ...forJest],
    // With --json Jest's report for people goes to stderr; here everything goes to stdout, in order.
    { env: { ...process.env, NODE_ENV: 'test', TMPDIR: temporary, ...env }, stdio: ['ignore', 'ignore', 1] },
  );
  const exitCode = await new Promise((resolve) => {
    running.once('exit', (code) => resolve(code ?? 1));
    running.once('error', () => resolve(1));
  });
  running = undefined;
  const counts = countsOf(output, exitCode);
  for (const key of Object.keys(total)) total[key] += counts[key];
  return counts;
}

async function serverUrl() {
  if (process.env.TEST_MYSQL_URL) return { url: process.env.TEST_MYSQL_URL, stop: async () => undefined };
  if (!findServer()) return undefined;
  const instance = await startMariadb();
  return { url: instance.url(), stop: () => instance.stop() };
}

async function runOnServer(counts) {
  const server = await serverUrl().catch((error) => {
    console.error(error);
    total.failed += 1;
  });
  if (server) {
    const done = await run('e2e · MariaDB/MySQL', serverSuite, { TEST_MYSQL_URL: server.url });
    await server.stop();
    return done;
  }
  total.skipped += counts.passed + counts.failed + counts.skipped;
  say(
    'ข้ามการทดสอบบน MariaDB/MySQL: ไม่พบ mariadbd หรือ mysqld ในเครื่อง และไม่ได้กำหนด TEST_MYSQL_URL\n' +
      '  Skipped on MariaDB/MySQL: no mariadbd or mysqld on this machine, and TEST_MYSQL_URL is not set.',
  );
}

if (!onlyFaults) await run('unit, architecture', ['unit', 'architecture']);
const embedded = await run('e2e · SQLite', suite, { TEST_MYSQL_URL: '' });
await runOnServer(embedded);

process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
