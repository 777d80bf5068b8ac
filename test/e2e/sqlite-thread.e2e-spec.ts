import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { Unavailable } from '../../src/platform/errors.js';
import { SqliteWriter, type Step } from '../../src/platform/database/sqlite-writer.js';

const number = (value: number): Step => ({
  do: 'one',
  sql: `SELECT ${value} AS number`,
  params: [],
  asks: true,
});

describe('the thread that writes', () => {
  let folder: string;
  let writer: SqliteWriter;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'market-thread-'));
    writer = new SqliteWriter({ file: join(folder, 'market.sqlite'), timeoutMs: 2_000 });
  });
  afterEach(async () => {
    await writer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const asked = async (value: number) => {
    const [, row] = await writer.ask([{ do: 'begin', asks: true }, number(value), { do: 'commit' }]);
    return (row as { number: number }).number;
  };
  const thread = () => (writer as unknown as { worker: Worker }).worker;

  it('answers each question with its own answer, whoever takes the answer first', async () => {
    const answers = Array.from({ length: 50 }, (_, n) => asked(n));
    for (let looks = 0; looks < 1_000; looks++) writer.look();
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it('is replaced when it dies: whoever waits is told, whoever asks next gets their own answer', async () => {
    for (let life = 0; life < 5; life++) {
      expect(await asked(life)).toBe(life);
      const waiting = [asked(100), asked(101)].map((answer) => answer.catch((error: Error) => error));
      await thread().terminate();
      const ends = await Promise.all(waiting);
      const known = (end: unknown, i: number) => end instanceof Unavailable || end === 100 + i;
      expect(ends.filter((end, i) => !known(end, i))).toEqual([]);
    }
    expect(await asked(7)).toBe(7);
  });
});
