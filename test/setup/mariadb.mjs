import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import mysql from 'mysql2/promise';

/** Debian keeps servers outside an ordinary user's PATH. */
const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/libexec'];

const program = (...names) => {
  for (const name of names)
    for (const place of places) if (place && existsSync(join(place, name))) return join(place, name);
  return undefined;
};

/** The machine's database server, MariaDB before MySQL; undefined when there is none. */
export const findServer = () => program('mariadbd', 'mysqld');

/** A TCP port nobody listens on just now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

function prepareDataFolder(server, folder, asRoot) {
  const user = asRoot ? ['--user=root'] : [];
  const isMariadb = /mariadb/i.test(execFileSync(server, ['--version'], { encoding: 'utf8' }));
  const install = program('mariadb-install-db', 'mysql_install_db');
  const [command, options] =
    isMariadb && install
      ? [install, ['--auth-root-authentication-method=normal', '--skip-test-db']]
      : [server, ['--initialize-insecure']];
  const folders = [`--datadir=${folder}/data`, `--tmpdir=${folder}/tmp`];
  const done = spawnSync(command, ['--no-defaults', ...folders, ...options, ...user], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} failed:\n${done.stdout}${done.stderr}`);
}

/** The server makes its only account itself when it starts, so that nobody can come in before. */
function writeAccount(folder, password) {
  const file = join(folder, 'account.sql');
  writeFileSync(
    file,
    [
      `CREATE USER IF NOT EXISTS 'market'@'127.0.0.1' IDENTIFIED BY '${password}';`,
      `GRANT ALL ON *.* TO 'market'@'127.0.0.1';`,
      `DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';`,
    ].join('\n'),
    { mode: 0o600 },
  );
  return file;
}

async function untilItAnswers(connection, exited, log) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (exited()) throw new Error(`The database server ended at once:\n${readFileSync(log, 'utf8')}`);
    try {
      const probe = await mysql.createConnection({ ...connection, connectTimeout: 2_000 });
      await probe.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

const throwAway = new Set();
const removeAll = () => {
  for (const instance of throwAway) instance.removeNow();
};
let guarded = false;
function guardTheEnd() {
  if (guarded) return;
  guarded = true;
  process.on('exit', removeAll);
  // Whoever started the instance may handle these signals itself; then its own exit removes the instance.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(code));
}

/**
 * Starts a private MariaDB (or MySQL) of the machine's own on a temporary folder, a free port of 127.0.0.1 and
 * its own socket, with commits on disk before they are acknowledged. It is removed by `stop()`, and in any case
 * when this process ends.
 *
 * - `url(database)` is a `mysql://` address for that database; without a name, for the server.
 * - `kill()` is `kill -9`; `start()` after it runs on the same data and the same port.
 * - `pid()` for those who stop and continue it.
 */
export async function startMariadb({ options = [] } = {}) {
  const server = findServer();
  if (!server)
    throw new Error('No mariadbd or mysqld on this machine (Debian: apt-get install mariadb-server).');
  guardTheEnd();
  const asRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(tmpdir(), 'market-db-'));
  const password = randomBytes(16).toString('hex');
  const port = await freePort();
  const connection = { host: '127.0.0.1', port, user: 'market', password };
  let child;
  let over = Promise.resolve();

  const instance = {
    port,
    password,
    folder,
    pid: () => child?.pid,
    url: (database = '') => `mysql://market:${password}@127.0.0.1:${port}/${database}`,
    connect: (database) => mysql.createConnection({ ...connection, database, multipleStatements: true }),
    async start() {
      const log = openSync(join(folder, 'log'), 'a');
      child = spawn(
        server,
        [
          '--no-defaults',
          ...(asRoot ? ['--user=root'] : []),
          `--datadir=${folder}/data`,
          `--tmpdir=${folder}/tmp`,
          `--socket=${folder}/socket`,
          `--pid-file=${folder}/pid`,
          `--init-file=${folder}/account.sql`,
          `--port=${port}`,
          '--bind-address=127.0.0.1',
          '--skip-name-resolve',
          '--innodb-flush-log-at-trx-commit=1',
          '--innodb-buffer-pool-size=256M',
          '--character-set-server=utf8mb4',
          '--max-connections=200',
          ...options,
        ],
        // A group of its own: Ctrl-C reaches us first, and we stop it.
        { stdio: ['ignore', log, log], detached: true },
      );
      const mine = child;
      let ended = false;
      over = new Promise((resolve) =>
        mine.once('exit', () => {
          ended = true;
          if (child === mine) child = undefined;
          resolve();
        }),
      );
      mine.once('error', () => (ended = true));
      await untilItAnswers(connection, () => ended, join(folder, 'log'));
    },
    async kill() {
      child?.kill('SIGKILL');
      await over;
    },
    async stop() {
      throwAway.delete(instance);
      child?.kill('SIGTERM');
      const patience = setTimeout(() => child?.kill('SIGKILL'), 10_000);
      await over;
      clearTimeout(patience);
      rmSync(folder, { recursive: true, force: true });
    },
    removeNow() {
      child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };

  throwAway.add(instance);
  try {
    mkdirSync(join(folder, 'data'), { mode: 0o700 });
    // A server that starts removes every temporary table it finds, those of its neighbours too.
    mkdirSync(join(folder, 'tmp'), { mode: 0o700 });
    prepareDataFolder(server, folder, asRoot);
    writeAccount(folder, password);
    await instance.start();
  } catch (error) {
    await instance.stop();
    throw error;
  }
  return instance;
}
