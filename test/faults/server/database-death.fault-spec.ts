import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMariadb, type Mariadb } from '../../setup/mariadb.mjs';
import { MortalService, patiently } from '../mortal-service.js';
import { randomFrom, rounds, seed } from '../random.js';
import { RegisteringLoad } from '../registering-load.js';

/** `T` while the process is stopped; see proc(5). */
const stateOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.charAt(0);

describe(`a database server that dies or freezes (seed ${seed})`, () => {
  let server: Mariadb;
  let service: MortalService;

  beforeAll(async () => {
    server = await startMariadb();
    const connection = await server.connect();
    await connection.query('CREATE DATABASE market');
    await connection.end();
    service = await MortalService.start(server.url('market'));
  }, 120_000);
  afterAll(async () => {
    await service?.stop();
    await server?.stop();
  }, 60_000);

  const statusOf = async (path: string) =>
    (await fetch(service.url + path, { signal: AbortSignal.timeout(10_000) })).status;
  const untilReady = () => patiently(async () => ((await statusOf('/readyz')) === 200 ? true : undefined));

  it('takes no acknowledged registration with it when it is killed', async () => {
    const chance = randomFrom(seed);
    const load = await RegisteringLoad.start(service);
    for (let round = 0; round < rounds; round++) {
      const before = load.acknowledged;
      await sleep(200 + chance() * 800);
      await server.kill();
      expect(await statusOf('/livez')).toBe(200);
      await patiently(async () => ((await statusOf('/readyz')) === 503 ? true : undefined), 15_000);
      await server.start();
      await untilReady();
      while (load.acknowledged === before) await sleep(20);
    }
    await load.settle();
  }, 300_000);

  it('is answered for with 503 within the deadline while it is frozen, and is back by itself', async () => {
    const reader = await service.clients.asKey(['sellers:read']);
    process.kill(server.pid()!, 'SIGSTOP');
    try {
      // On a busy machine one of its threads may still answer for a moment.
      await patiently(async () => (stateOf(server.pid()!) === 'T' ? true : undefined));
      const begun = performance.now();
      const answer = await reader.get('/v1/sellers');
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toMatch(/^\d+$/);
      expect(performance.now() - begun).toBeLessThan(9_000);
      expect(await statusOf('/livez')).toBe(200);
      expect(await statusOf('/readyz')).toBe(503);
    } finally {
      process.kill(server.pid()!, 'SIGCONT');
    }
    await untilReady();
    await reader.get('/v1/sellers').expect(200);
  }, 120_000);
});
