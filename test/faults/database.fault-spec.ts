import BetterSqlite3 from 'better-sqlite3';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../src/platform/database/database.js';
import { Unavailable } from '../../src/platform/errors.js';
import { addNote, openNotes, wordsIn } from '../setup/notes.js';
import { timed } from '../setup/timed.js';
import { emptyDatabase, onServer, type TestDatabase } from '../setup/test-database.js';

const timeoutMs = 800;
const patient = { DATABASE_TIMEOUT_MS: String(timeoutMs) };
/** Waiting for a connection, then for an answer; and a busy machine. */
const boundMs = 2 * timeoutMs + 1_500;

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
