import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../../src/platform/database/database.js';
import { Unavailable } from '../../../src/platform/errors.js';
import { startApp, type TestApp } from '../../setup/app.js';
import { until } from '../../setup/job-stage.js';
import { freePort, startMariadb, type Mariadb } from '../../setup/mariadb.mjs';
import { addNote, openNotes, wordsIn } from '../../setup/notes.js';
import { startService } from '../../setup/service.mjs';
import { timed } from '../../setup/timed.js';

const timeoutMs = 800;
const patient = { DATABASE_TIMEOUT_MS: String(timeoutMs) };
/** Waiting for a connection, then for an answer; and a busy machine. */
const boundMs = 2 * timeoutMs + 1_500;

const status = async (url: string) => (await fetch(url, { signal: AbortSignal.timeout(5_000) })).status;

describe('a database server that fails', () => {
  let server: Mariadb;
  let app: TestApp;
  let database: Database;
  let acknowledged: string[];
  let attempted = 0;

  beforeAll(async () => {
    server = await startMariadb();
    const connection = await server.connect();
    await connection.query('CREATE DATABASE notes; CREATE DATABASE market');
    await connection.end();
    app = await startApp({ databaseUrl: server.url('market'), settings: patient });
    database = await openNotes(server.url('notes'), patient);
  }, 60_000);
  beforeEach(() => {
    acknowledged = [];
  });
  afterAll(async () => {
    await app?.close();
    await database?.close();
    await server?.stop();
  }, 60_000);

  /** Writes all the time until `over`, remembering what was acknowledged; answers how long the longest took. */
  async function write(over: () => boolean): Promise<{ longest: number; refusals: unknown[] }> {
    let longest = 0;
    const refusals: unknown[] = [];
    const one = async () => {
      while (!over()) {
        const word = `note-${attempted++}`;
        const { error, ms } = await timed(() => database.transaction(() => addNote(database, word)));
        longest = Math.max(longest, ms);
        if (error === undefined) acknowledged.push(word);
        else refusals.push(error);
        await sleep(5);
      }
    };
    await Promise.all(Array.from({ length: 8 }, one));
    return { longest, refusals };
  }

  async function outlives(fail: () => Promise<unknown>, repair: () => Promise<unknown>): Promise<void> {
    let over = false;
    const writing = write(() => over);
    await sleep(300);
    await fail();
    await sleep(3 * timeoutMs);
    expect([await status(`${app.url}/livez`), await status(`${app.url}/readyz`)]).toEqual([200, 503]);
    const before = acknowledged.length;
    await repair();
    await until(() => acknowledged.length > before + 20, 10_000);
    await until(async () => (await status(`${app.url}/readyz`)) === 200, 10_000);
    over = true;
    const { longest, refusals } = await writing;
    expect(refusals.length).toBeGreaterThan(0);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(Unavailable);
    expect(longest).toBeLessThan(boundMs);
    const kept = new Set(await wordsIn(database));
    expect(acknowledged.filter((word) => !kept.has(word))).toEqual([]);
  }

  it('is outlived when it is killed and started again', async () => {
    await outlives(
      () => server.kill(),
      () => server.start(),
    );
  }, 60_000);

  it('is outlived when it freezes for a while', async () => {
    await outlives(
      async () => process.kill(server.pid()!, 'SIGSTOP'),
      async () => process.kill(server.pid()!, 'SIGCONT'),
    );
  }, 60_000);

  it('is waited for when the service starts before it', async () => {
    await server.kill();
    const port = await freePort();
    const env = {
      ...{ NODE_ENV: 'test', DATABASE_URL: server.url('market'), DATA_SECRET: 'x'.repeat(32) },
      ...{ SAMPLE_DATA: 'none', ...patient },
    };
    const starting = startService({ port, env });
    const url = `http://127.0.0.1:${port}`;
    await until(async () => (await status(`${url}/livez`).catch(() => 0)) === 200, 20_000);
    const answer = await fetch(`${url}/v1/sellers`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await status(`${url}/readyz`)).toBe(503);
    await server.start();
    const service = await starting;
    expect(await status(`${url}/readyz`)).toBe(200);
    expect(await service.stop()).toBe(0);
  }, 120_000);
});
