import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/platform/database/database.js';
import { Conflict } from '../../src/platform/errors.js';
import { addNote, addNotes, openNotes, wordsIn } from '../setup/notes.js';
import { emptyDatabase, onServer, type TestDatabase } from '../setup/test-database.js';

describe('rows that are sent ahead', () => {
  const many = Array.from({ length: 3_000 }, (_, i) => `one of so many that they are sent ${i}`.slice(-32));
  let own: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    own = await emptyDatabase();
    database = await openNotes(own.url);
  });
  afterAll(async () => {
    await database.close();
    await own.remove();
  });

  it('take all that comes behind them with them when they fail', async () => {
    const failing = database.transaction(async () => {
      await addNotes(database, [...many, many[0]!]);
      await addNote(database, 'behind');
      // By now it has failed, and nobody has asked.
      await sleep(100);
      await addNote(database, 'later');
    });
    await expect(failing).rejects.toBeInstanceOf(Conflict);
    expect(await wordsIn(database)).toEqual([]);
  });

  it('are not kept where the database has ended the transaction', async () => {
    if (!onServer) return;
    const failing = database.transaction(() =>
      // Like a deadlock: the transaction is over, and the question fails.
      Promise.all([
        database.all('ROLLBACK; SELECT 1 FROM nowhere'),
        sleep(0).then(() => addNotes(database, many)),
        sleep(1).then(() => wordsIn(database)),
      ]),
    );
    await expect(failing).rejects.toThrow(/exist/);
    await sleep(50);
    expect(await wordsIn(database)).toEqual([]);
  });
});
