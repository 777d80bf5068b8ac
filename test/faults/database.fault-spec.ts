import BetterSqlite3 from 'better-sqlite3';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../src/platform/database/database.js';
import { Unavailable } from '../../src/platform/errors.js';
import { startApp, type TestApp } from '../setup/app.js';
import { until } from '../setup/job-stage.js';
import { findServer, startMariadb, type Mariadb } from '../setup/mariadb.mjs';
import { addNote, openNotes, wordsIn } from '../setup/notes.js';
import { emptyDatabase, onServer, type TestDatabase } from '../setup/test-database.js';

const timeoutMs = 800;
const patient = { DATABASE_TIMEOUT_MS: String(timeoutMs) };
/** Waiting for a connection, then for an answer; and a busy machine. */
const boundMs = 2 * timeoutMs + 1_500;
/** An embedded database has no server that could fail; elsewhere we need one of our own to harm. */
const outage = !onServer ? () => {} : findServer() === undefined ? describe.skip : describe;

/** What became of `work`, and after how long. */
async function timed(work: () => Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const start = performance.now();
  const error: unknown = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, ms: performance.now() - start };
}

const status = async (url: string) => (await fetch(url, { signal: AbortSignal.timeout(5_000) })).status;

describe('a database whose only way in is taken', () => {
  let own: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    own = await emptyDatabase();
    database = await openNotes(own.url, { ...patient, DATABASE_POOL: '1' });
  });
  afterAll(async () => {
    await database.close();
    await own.remove();
  });

  /** Takes the only connection, or the only right to write, until it is let go. */
  async function take(): Promise<() => Promise<unknown>> {
    if (!onServer) {
      const handle = new BetterSqlite3(own.url.slice('sqlite:'.length));
      handle.exec('BEGIN IMMEDIATE');
      return async () => handle.close();
    }
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const holding = database.transaction(() => held);
    await sleep(50);
    return () => (letGo(), holding);
  }

  const use = () =>
    onServer ? database.all('SELECT 1') : database.transaction(() => addNote(database, 'refused'));

  it('answers within the deadline that it cannot, and works again afterwards', async () => {
    const letGo = await take();
    const answers = await Promise.all(Array.from({ length: 20 }, () => timed(use)));
    for (const { error, ms } of answers) {
      expect(error).toBeInstanceOf(Unavailable);
      expect(ms).toBeLessThan(boundMs);
    }
    await letGo();
    await database.transaction(() => addNote(database, 'welcome'));
    expect(await wordsIn(database)).toEqual(['welcome']);
  });
});

outage('a database server that fails', () => {
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
    await app.close();
    await database.close();
    await server.stop();
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
});
