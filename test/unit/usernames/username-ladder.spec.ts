import fc from 'fast-check';
import {
  narrowed,
  numbersToAsk,
  UsernameLadder,
  type NumberSearch,
} from '../../../src/usernames/username-ladder.js';

const cooperative = { regionCode: 'A', registrationNumber: '101650', shortName: 'อยู่ดีกินดี' } as const;

/** Asks until the first free number is known; answers it and how often was asked. */
function searched(highestTaken: number): { free: number; rounds: number } {
  let search: NumberSearch = { taken: 1 };
  for (let rounds = 0; ; rounds++) {
    if (numbersToAsk(search).length === 0) return { free: search.free!, rounds };
    search = narrowed(search, (n) => n <= highestTaken);
  }
}

describe('the ladder of a username', () => {
  it('begins with the names alone', () => {
    const { named } = new UsernameLadder(cooperative, 'ออมทรัพย์', 'ใจดี');
    expect(named).toEqual(['A1650ออมทรัพย์สอ.อยู่ดีกินดี', 'A1650ออมทรัพย์ใจดีสอ.อยู่ดีกินดี']);
  });

  it('has one rung without a number for people with one name', () => {
    const ladder = new UsernameLadder(cooperative, 'ออมทรัพย์', '');
    expect(ladder.named).toEqual(['A1650ออมทรัพย์สอ.อยู่ดีกินดี']);
    expect(ladder.numbered(2)).toBe('A1650ออมทรัพย์2สอ.อยู่ดีกินดี');
  });

  it('counts from 2', () => {
    expect(new UsernameLadder(cooperative, 'ออมทรัพย์', 'ใจดี').numbered(2)).toBe('A1650ออมทรัพย์ใจดี2สอ.อยู่ดีกินดี');
  });

  it('finds the first free number whatever is taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (highest) => {
        expect(searched(highest).free).toBe(highest + 1);
      }),
    );
  });

  it('asks once where few are taken, and a handful of times where fifty thousand are', () => {
    expect(searched(1).rounds).toBe(1);
    expect(searched(50_000).rounds).toBeLessThanOrEqual(6);
  });
});
