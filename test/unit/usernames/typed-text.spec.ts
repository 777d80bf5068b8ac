import fc from 'fast-check';
import { normalize } from '../../../src/thai/normalize.js';
import { TypedText } from '../../../src/usernames/typed-text.js';

/** Blemishes with their place in the original. */
const faults = (original: string) =>
  TypedText.of(original).blemishes.map(({ code, start, end }) => [code, start, end]);

describe('TypedText', () => {
  it.each([
    ['A1650ออมทรัพย์', []],
    ['A1650 ออม', [['WHITESPACE', 5, 6]]],
    ['\u200bA1650', [['INVISIBLE_CHARACTER', 0, 1]]],
    ['Ａ1650', [['NOT_NORMALIZED', 0, 1]]],
    ['A1650น\u0e4d\u0e32', [['NOT_NORMALIZED', 5, 8]]],
    ['A1650เเดง', [['NOT_NORMALIZED', 5, 7]]],
    ['A1650ก\u200b\u0e34', [['INVISIBLE_CHARACTER', 5, 8]]],
  ])('%j has %j', (original, expected) => {
    expect(faults(original)).toEqual(expected);
  });

  it('is the normal form without white space, and every unit knows its origin', () => {
    const unit = fc.constantFrom(
      ...'Aน1 ำาเแๅฤ\u0e4d\u0e49\u0e48\u0e34\u200b\u00a0\uff21e\u0301\u0e01.😀'.split(''),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (original) => {
        const typed = TypedText.of(original);
        expect(typed.text).toBe(normalize(original).replace(/\s+/gu, ''));
        let last = 0;
        for (let i = 0; i < typed.text.length; i++) {
          const { start, end } = typed.toOriginal({ start: i, end: i + 1 });
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = start;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
