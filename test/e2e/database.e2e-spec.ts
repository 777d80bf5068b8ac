import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../src/platform/database/database.js';
import { Conflict, Unavailable } from '../../src/platform/errors.js';
import { addNote, openNotes, wordsIn } from '../setup/notes.js';
import { emptyDatabase, onServer, type TestDatabase } from '../setup/test-database.js';

const refused = () => new Conflict('REFUSED', { th: 'ไม่ได้', en: 'no' });
const times = (count: number) => Array.from({ length: count }, (_, i) => i);
const failures = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result, i) => (result.status === 'rejected' ? [i] : []));

describe('Database', () => {
  let own: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    own = await emptyDatabase();
    database = await openNotes(own.url);
  });
  beforeEach(() => database.transaction(() => database.run('DELETE FROM test_note')));
  afterAll(async () => {
    await database.close();
    await own.remove();
  });

  const numberOf = async (word: string, on = database) =>
    (await on.one<{ number: number }>('SELECT number FROM test_note WHERE word = ?', [word]))?.number;

  /** Reads, lets others have a turn, writes what it read plus one. */
  const raise = (on: Database, word: string) => async () => {
    const lock = on.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    const row = await on.one<{ number: number }>(`SELECT number FROM test_note WHERE word = ?${lock}`, [
      word,
    ]);
    await sleep(0);
    await on.run('UPDATE test_note SET number = ? WHERE word = ?', [row!.number + 1, word]);
  };

  it('loses nothing of 300 transactions at once', async () => {
    await database.transaction(() => addNote(database, 'counter'));
    await Promise.all(
      times(300).map((i) =>
        database.transaction(async () => {
          await addNote(database, `note-${i}`);
          await raise(database, 'counter')();
        }),
      ),
    );
    expect(await numberOf('counter')).toBe(300);
    expect(await wordsIn(database)).toHaveLength(301);
  });

  it('loses nothing of two copies that write at once', async () => {
    const second = await openNotes(own.url);
    await database.transaction(() => addNote(database, 'shared'));
    const turns = times(60).map((i) => (i % 2 ? second : database));
    await Promise.all(turns.map((copy) => copy.transaction(raise(copy, 'shared'))));
    await second.close();
    expect(await numberOf('shared')).toBe(60);
  });

  // A transaction of MariaDB ends with its connection.
  if (!onServer) {
    it('writes nothing by itself after the database gave the transaction up', async () => {
      const lost = database.transaction(async () => {
        await addNote(database, 'before');
        await database.run('ROLLBACK');
        await addNote(database, 'after');
      });
      await expect(lost).rejects.toBeInstanceOf(Unavailable);
      expect(await wordsIn(database)).toEqual([]);
      await database.transaction(() => addNote(database, 'goes on'));
      expect(await wordsIn(database)).toEqual(['goes on']);
    });
  }

  it('undoes what ends with an error of ours, and nothing of the others', async () => {
    const results = await Promise.allSettled(
      times(40).map((i) =>
        database.transaction(async () => {
          await addNote(database, `note-${i}`);
          if (i % 10 === 3) throw refused();
        }),
      ),
    );
    expect(failures(results)).toEqual([3, 13, 23, 33]);
    expect(await wordsIn(database)).toHaveLength(36);
  });

  it.each([
    ['an error of the program', () => Promise.reject(new TypeError('unforeseen'))],
    ['a statement the database refuses', () => database.run('UPDATE test_note SET nothing = 1')],
    ['an unavailable part of the service', () => Promise.reject(new Unavailable('TOO_BUSY'))],
  ])('lets %s fail alone', async (_, fail) => {
    const results = await Promise.allSettled(
      times(20).map((i) =>
        database.transaction(async () => {
          await addNote(database, `note-${i}`);
          if (i === 7) await fail();
        }),
      ),
    );
    expect(failures(results)).toEqual([7]);
    expect(await wordsIn(database)).toHaveLength(19);
  });

  it('tries again where a key was taken meanwhile, and says so where it stays taken', async () => {
    const climb = async () => {
      for (let n = 1; ; n++) {
        const word = `somchai${n}`;
        if ((await numberOf(word)) === undefined) return addNote(database, word);
      }
    };
    const second = await openNotes(own.url);
    const climbOnSecond = async () => {
      for (let n = 1; ; n++) {
        if ((await numberOf(`somchai${n}`, second)) === undefined) return addNote(second, `somchai${n}`);
      }
    };
    await Promise.all(
      times(40).map((i) => (i % 2 ? database.transaction(climb) : second.transaction(climbOnSecond))),
    );
    await second.close();
    expect(new Set(await wordsIn(database))).toEqual(new Set(times(40).map((n) => `somchai${n + 1}`)));
    await expect(database.transaction(() => addNote(database, 'somchai1'))).rejects.toThrow(Conflict);
  });

  it('joins a transaction that is open, and undoes all of it together', async () => {
    const nested = database.transaction(async () => {
      await addNote(database, 'outer');
      await database.transaction(() => addNote(database, 'inner'));
      throw refused();
    });
    await expect(nested).rejects.toThrow(Conflict);
    expect(await wordsIn(database)).toEqual([]);
  });

  it('writes nothing without a transaction', async () => {
    await expect(addNote(database, 'bare')).rejects.toThrow('needs a transaction');
    expect(() => database.run('DELETE FROM test_note')).toThrow('needs a transaction');
  });

  it('hears of the commit after it, and never of what was undone', async () => {
    const heard: string[] = [];
    await database.transaction(async () => {
      await addNote(database, 'kept');
      database.afterCommit(() => heard.push('committed'));
      heard.push('working');
    });
    await expect(
      database.transaction(async () => {
        database.afterCommit(() => heard.push('never'));
        throw refused();
      }),
    ).rejects.toThrow(Conflict);
    expect(heard).toEqual(['working', 'committed']);
  });

  it('keeps what is committed when a listener fails afterwards', async () => {
    await database.transaction(async () => {
      await addNote(database, 'kept');
      database.afterCommit(() => {
        throw new TypeError('a listener fails');
      });
    });
    expect(await wordsIn(database)).toEqual(['kept']);
  });

  it('shows nobody outside what is not committed', async () => {
    let look = () => {};
    const looked = new Promise<void>((resolve) => (look = resolve));
    const writing = database.transaction(async () => {
      await addNote(database, 'hidden');
      expect(await wordsIn(database)).toEqual(['hidden']);
      await looked;
      throw refused();
    });
    await sleep(30);
    const seenOutside = await wordsIn(database);
    look();
    await expect(writing).rejects.toThrow(Conflict);
    expect(seenOutside).toEqual([]);
  });

  it('refuses what a failed transaction left on its way, instead of writing it into the next one', async () => {
    let late: Promise<void> | undefined;
    const failing = database.transaction(async () => {
      late = sleep(30).then(() => addNote(database, 'late'));
      throw refused();
    });
    await expect(failing).rejects.toThrow(Conflict);
    const next = database.transaction(async () => {
      await addNote(database, 'next');
      await sleep(60);
    });
    await expect(late).rejects.toThrow('needs a transaction');
    await next;
    expect(await wordsIn(database)).toEqual(['next']);
  });

  it('lets the database itself keep facts from being changed', async () => {
    const chain = await openNotes(own.url);
    await chain.transaction(() =>
      chain.run(
        `INSERT INTO audit_entry (seq, id, at, actorType, actorId, action, subjectType, subjectId, requestId, payload, hash)
         VALUES (1, '1', '', '', '', '', '', '', '', '{}', '')`,
      ),
    );
    for (const sql of ["UPDATE audit_entry SET action = 'x'", 'DELETE FROM audit_entry'])
      await expect(chain.transaction(() => chain.run(sql))).rejects.toMatchObject({
        message: expect.stringContaining('append only') as string,
      });
    expect(await chain.all('SELECT action FROM audit_entry')).toEqual([{ action: '' }]);
    await chain.close();
  });

  it('is migrated once by copies that start at the same time', async () => {
    const empty = await emptyDatabase();
    const copies = await Promise.all(times(3).map(() => openNotes(empty.url)));
    await copies[0]!.transaction(() => addNote(copies[0]!, 'first'));
    expect(await wordsIn(copies[2]!)).toEqual(['first']);
    await Promise.all(copies.map((copy) => copy.close()));
    await empty.remove();
  });
});
