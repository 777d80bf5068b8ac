import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './mariadb.mjs';

const root = join(import.meta.dirname, '../..');
const running = new Set();
process.on('exit', () => {
  for (const service of running) service.removeNow();
});

/** The service as built; the floors of the benches are started in the same way. */
export const serviceProgram = join(root, 'dist/src/main.js');
/** What `npm start` tells Node. */
const nodeOptions = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .filter((word) => word.startsWith('--'));

async function untilReady(service, child, patienceMs) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The process ended before it was ready:\n${service.output()}`);
    const signal = AbortSignal.timeout(1_000);
    const answer = await fetch(`${service.url}/readyz`, { signal }).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`Not ready after ${patienceMs} ms:\n${service.output()}`);
    await sleep(20);
  }
}

/**
 * A server as a process of its own, with `env` beside the bare necessities, on a free port of 127.0.0.1.
 * Resolves when `/readyz` answers 200.
 *
 * - `url`, `port`, `pid`; `output()` is what it printed.
 * - `kill()` is `kill -9`, `stop()` a polite end (killed after 30 s); both resolve when it is gone, with its code.
 */
export async function startService({
  program = serviceProgram,
  args = [],
  env = {},
  port,
  patienceMs = 60_000,
} = {}) {
  const listenOn = port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'market-service-'));
  const log = openSync(join(folder, 'log'), 'a');
  const { PATH, HOME, TZ } = process.env;
  const child = spawn(process.execPath, [...nodeOptions, program, ...args], {
    cwd: root,
    env: { PATH, HOME, TZ, HOST: '127.0.0.1', PORT: String(listenOn), ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const gone = once(child, 'exit');
  const end = async (signal) => {
    child.kill(signal);
    const patience = setTimeout(() => child.kill('SIGKILL'), 30_000);
    const [code] = await gone;
    clearTimeout(patience);
    running.delete(service);
    rmSync(folder, { recursive: true, force: true });
    return code;
  };
  const service = {
    ...{ url: `http://127.0.0.1:${listenOn}`, port: listenOn, pid: child.pid },
    output: () => readFileSync(join(folder, 'log'), 'utf8').slice(-20_000),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    removeNow() {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  running.add(service);
  try {
    await untilReady(service, child, patienceMs);
  } catch (error) {
    await service.kill();
    throw error;
  }
  return service;
}
