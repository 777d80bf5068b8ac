import { addNote, ownNotes, wordsIn } from '../setup/notes.js';

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
  const own = ownNotes();

  it('are kept to the last character, whatever it means to the server', async () => {
    await own.database.transaction(async () => {
      for (const text of texts) await addNote(own.database, text);
    });
    expect((await wordsIn(own.database)).sort()).toEqual([...texts].sort());
    for (const text of texts)
      expect(await own.database.one('SELECT word FROM test_note WHERE word = ?', [text])).toEqual({
        word: text,
      });
  });
});
