import type { Database } from '../../src/platform/database/database.js';
import { addNote, openNotes, wordsIn } from '../setup/notes.js';
import { emptyDatabase, type TestDatabase } from '../setup/test-database.js';

/** Every control and ASCII character in turn, and what means something to a server, at the beginning, amid and at the end. */
const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const awkward = [
  `'`,
  `''`,
  `\\`,
  `\\\\`,
  `\\'`,
  `'\\`,
  `\\0`,
  `\0'`,
  `"`,
  '`',
  `');--`,
  '/*',
  '%_',
  'น้ำ',
  '🙂',
];
const texts = [...characters, ...awkward].map((text, n) => `${n}${text}ก${text}`);

describe('texts', () => {
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

  it('are kept to the last character, whatever it means to the server', async () => {
    await database.transaction(async () => {
      for (const text of texts) await addNote(database, text);
    });
    expect((await wordsIn(database)).sort()).toEqual([...texts].sort());
    for (const text of texts)
      expect(await database.one('SELECT word FROM test_note WHERE word = ?', [text])).toEqual({ word: text });
  });
});
