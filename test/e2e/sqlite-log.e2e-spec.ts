import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/platform/database/database.js';
import { addNote, openNotes } from '../setup/notes.js';
import { emptyDatabase, onServer, type TestDatabase } from '../setup/test-database.js';

const notes = 10_000;
const rounds = 60;

describe('transactions that follow each other without a pause', () => {
  let own: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    own = await emptyDatabase();
    database = await openNotes(own.url);
    await database.transaction(async () => {
      for (let n = 0; n < notes; n++) await addNote(database, `note-${n}`);
    });
  });
  afterAll(async () => {
    await database.close();
    await own.remove();
  });

  const sum = async (on: Database) =>
    Number((await on.one<{ sum: unknown }>('SELECT SUM(number) AS sum FROM test_note'))!.sum);

  it('lose nothing, and the log of SQLite is begun anew beside them', async () => {
    for (let round = 1; round <= rounds; round++) {
      await database.transaction(() => database.run('UPDATE test_note SET number = number + 1'));
      expect(await sum(database)).toBe(round * notes);
    }
    // Each round writes 0.8 MB at least; SQLite by itself would begin anew after 32 MB.
    if (!onServer) expect(statSync(join(own.folder, 'market.sqlite-wal')).size).toBeLessThan(20_000_000);
    const again = await openNotes(own.url);
    expect(await sum(again)).toBe(rounds * notes);
    await again.close();
  });
});
