import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './sources.js';

const lines = (text: string) => text.split('\n').length - 1;

describe('files stay small', () => {
  const folders = ['src', 'test'].filter((folder) => existsSync(join(root, folder)));
  const files = filesUnder(folders, /\.(?:ts|mts|mjs|cjs)$/);

  it('has at most 250 lines in each (when one grows, a noun is missing)', () => {
    const long = files
      .filter(({ text }) => lines(text) > 250)
      .map(({ path, text }) => `${path}: ${lines(text)}`);
    expect(long).toEqual([]);
  });

  it('has at most 80 lines in half of the files under src', () => {
    const counts = files
      .filter(({ path }) => path.startsWith('src/'))
      .map(({ text }) => lines(text))
      .sort((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(80);
  });
});
