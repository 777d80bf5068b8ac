import { setTimeout as sleep } from 'node:timers/promises';
import { Conflict } from '../../src/platform/errors.js';
import { addNote, addNotes, ownNotes, wordsIn } from '../setup/notes.js';
import { onServer } from '../setup/test-database.js';

describe('rows that are sent ahead', () => {
  const many = Array.from({ length: 3_000 }, (_, i) => `one of so many that they are sent ${i}`.slice(-32));
  const own = ownNotes();

  it('take all that comes behind them with them when they fail', async () => {
    const failing = own.database.transaction(async () => {
      await addNotes(own.database, [...many, many[0]!]);
      await addNote(own.database, 'behind');
      // By now it has failed, and nobody has asked.
      await sleep(100);
      await addNote(own.database, 'later');
    });
    await expect(failing).rejects.toBeInstanceOf(Conflict);
    expect(await wordsIn(own.database)).toEqual([]);
  });

  // What SQLite does on its own is shown with the database.
  if (onServer)
    it('are not kept where the database has ended the transaction', async () => {
      const failing = own.database.transaction(() =>
        // Like a deadlock: the transaction is over, and the question fails.
        Promise.all([
          own.database.all('ROLLBACK; SELECT 1 FROM nowhere'),
          sleep(0).then(() => addNotes(own.database, many)),
          sleep(1).then(() => wordsIn(own.database)),
        ]),
      );
      await expect(failing).rejects.toThrow(/exist/);
      await sleep(50);
      expect(await wordsIn(own.database)).toEqual([]);
    });
});
