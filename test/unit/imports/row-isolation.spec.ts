import fc from 'fast-check';
import { isolate } from '../../../src/imports/judging/row-isolation.js';

interface Row {
  n: number;
  bad: boolean;
  rejected?: boolean;
}

/** Takes rows as a database would: all of a call or none. */
async function run(rows: Row[], isOfRow: (error: unknown) => boolean = () => true) {
  const kept: Row[] = [];
  let calls = 0;
  const take = async (part: readonly Row[]) => {
    calls++;
    if (part.some(({ bad, rejected }) => bad && !rejected)) throw new Error('poison');
    kept.push(...part);
  };
  await isolate(rows, { take, isOfRow, failed: (row) => ({ ...row, rejected: true }) });
  return { kept, calls };
}

const rowsOf = (bad: boolean[]): Row[] => bad.map((each, n) => ({ n, bad: each }));

describe('isolating rows', () => {
  it('keeps every row once and in order, and rejects just the bad ones', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 49 }), async (bad) => {
        const { kept } = await run(rowsOf(bad));
        expect(kept.map(({ n }) => n)).toEqual(bad.map((_, n) => n));
        expect(kept.map(({ rejected }) => rejected === true)).toEqual(bad);
      }),
    ));

  it('finds one bad row of 250 in a few tries', async () => {
    const { kept, calls } = await run(rowsOf(Array.from({ length: 250 }, (_, n) => n === 137)));
    expect(kept.filter(({ rejected }) => rejected).map(({ n }) => n)).toEqual([137]);
    expect(calls).toBeLessThan(20);
  });

  it('rejects nothing where everything fails, and where the error is of no row', async () => {
    await expect(run(rowsOf(Array<boolean>(200).fill(true)))).rejects.toThrow('poison');
    await expect(run(rowsOf([true, false]), () => false)).rejects.toThrow('poison');
  });
});
