import fc from 'fast-check';
import { Automaton, classesOf } from '../../../src/screening/automaton.js';
import { classOf } from '../../../src/screening/letters.js';

/** Few letters, so that words overlap, end in each other and repeat. */
const word = fc
  .array(fc.constantFrom('ก', 'ร', 'ม', 'อ', 'o', 'า'), { minLength: 1, maxLength: 5 })
  .map((letters) => letters.join(''));
const text = fc
  .array(fc.constantFrom('ก', 'ร', 'ม', 'อ', 'o', 'า', ' ', '\u200b', '่', '\n', '😀'), { maxLength: 60 })
  .map((letters) => letters.join(''));

interface Step {
  each: number;
  at: number;
}

/** Letters of the text by class, repetitions dropped; -1 where no word goes on. */
function steps(body: string, across: boolean): Step[] {
  const found: Step[] = [];
  let between = 0;
  for (let at = 0; at < body.length; at++) {
    const each = classOf[body.charCodeAt(at)]!;
    if (each === 1) continue;
    if (each > 1) between = 0;
    if (each === 0 && across && body[at] !== '\n' && ++between <= 5) continue;
    const step = each === 0 ? -1 : each;
    if (found.at(-1)?.each !== step) found.push({ each: step, at });
  }
  return found;
}

function naive(words: readonly string[], body: string, across: boolean): string[] {
  const letters = steps(body, across);
  return words
    .flatMap((each, index) => {
      const classes = classesOf(each);
      if (classes.length === 0) return [];
      return letters.flatMap(({ at }, end) => {
        const begin = end + 1 - classes.length;
        const same = begin >= 0 && classes.every((wanted, i) => letters[begin + i]!.each === wanted);
        return same ? [`${index}@${at}`] : [];
      });
    })
    .sort();
}

function found(walk: (told: (word: number, at: number) => void) => void): string[] {
  const all: string[] = [];
  walk((index, at) => all.push(`${index}@${at}`));
  return all.sort();
}

describe('the automaton', () => {
  it('finds what a naive search of every place finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (words, body) => {
        const automaton = new Automaton(words);
        expect(found((told) => automaton.scan(body, told))).toEqual(naive(words, body, false));
        expect(found((told) => automaton.across(body, told))).toEqual(naive(words, body, true));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['ก า ร เมือง', true],
    ['การ.เมือง', true],
    ['ทุเรียน หมอนทอง', false],
  ])('says of %s whether a word may be cut up: %s', (body, expected) => {
    expect(new Automaton(['การเมือง']).scan(body, () => undefined)).toBe(expected);
  });
});
