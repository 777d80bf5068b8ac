import { createHash } from 'node:crypto';
import { anonymousActor } from '../../src/platform/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { Conflict, IdempotencyKeyReused } from '../../src/platform/errors.js';
import { withContext, type IdempotencyClaim } from '../../src/platform/request-context.js';
import { addNote, openNotes, wordsIn } from '../setup/notes.js';
import { emptyDatabase, type TestDatabase } from '../setup/test-database.js';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const claimOf = (key: string, body = 'body'): IdempotencyClaim => ({
  keyHash: sha(key),
  fingerprint: sha(body),
});

describe('a transaction under an Idempotency-Key', () => {
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

  const request = <T>(idempotency: IdempotencyClaim, work: () => Promise<T>): Promise<T> =>
    withContext({ requestId: 'r', actor: anonymousActor, language: 'th', idempotency }, work);

  /** A use case that writes a note and answers with its word. */
  const note = (claim: IdempotencyClaim, word: string, on = database) =>
    request(claim, () =>
      on.transaction(async () => {
        await addNote(on, word);
        return { word, secret: 'shown once' };
      }),
    );

  it('has its effect once, and the same answer every time, without its secret', async () => {
    expect(await note(claimOf('once'), 'first')).toEqual({ word: 'first', secret: 'shown once' });
    const again = claimOf('once');
    expect(await note(again, 'second')).toEqual({ word: 'first', secret: null });
    expect(again.replayed).toBe(true);
    expect(await wordsIn(database)).toEqual(['first']);
  });

  it('refuses the key for another request', async () => {
    await note(claimOf('reused'), 'first');
    await expect(note(claimOf('reused', 'another body'), 'second')).rejects.toThrow(IdempotencyKeyReused);
  });

  it('has one effect when 50 come at once, through two copies', async () => {
    const second = await openNotes(own.url);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => note(claimOf('many'), `word-${i}`, i % 2 ? second : database)),
    );
    await second.close();
    const words = await wordsIn(database);
    expect(words).toHaveLength(1);
    expect(new Set(answers.map(({ word }) => word))).toEqual(new Set(words));
    expect(answers.filter(({ secret }) => secret !== null)).toHaveLength(1);
  });

  it('keeps nothing of a request that was refused, so that it may be tried again', async () => {
    const refusal = request(claimOf('refused'), () =>
      database.transaction(async () => {
        await addNote(database, 'refused');
        throw new Conflict('NO', { th: 'ไม่', en: 'no' });
      }),
    );
    await expect(refusal).rejects.toThrow(Conflict);
    expect(await note(claimOf('refused'), 'allowed')).toMatchObject({ word: 'allowed' });
  });

  it('keeps the answer of the first transaction of a request only', async () => {
    const answer = await request(claimOf('two'), async () => {
      const first = await database.transaction(async () => ({ part: 1 }));
      await database.transaction(async () => ({ part: 2 }));
      return first;
    });
    expect(answer).toEqual({ part: 1 });
    expect(await request(claimOf('two'), () => database.transaction(async () => ({ part: 3 })))).toEqual({
      part: 1,
    });
  });
});
